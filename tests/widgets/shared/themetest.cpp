// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/theme.h"

#include "support/screencheck.h"

#include <QDirIterator>
#include <QFile>
#include <QFontInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QJsonObject tokens()
{
    QFile file(u":/theme/tokens.json"_s);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QJsonDocument::fromJson(file.readAll()).object();
}

Palette paletteOf(const QString &name)
{
    return name == "light"_L1   ? Palette::Light
           : name == "board"_L1 ? Palette::Board
                                : Palette::HighContrast;
}

/// Every name of a token that a source asks for.
std::set<QString> namesIn(const QString &source, const QString &pattern)
{
    std::set<QString> names;
    auto found = QRegularExpression(pattern).globalMatch(source);
    while (found.hasNext()) {
        names.insert(found.next().captured(1));
    }
    return names;
}

bool hasPath(const QJsonObject &root, const QString &path)
{
    QJsonValue value = root;
    QString rest = path;
    while (!rest.isEmpty()) {
        // A key may hold dots itself.
        const QJsonObject object = value.toObject();
        const QString key = rest.section(u'.', 0, 0);
        if (object.contains(rest)) {
            return object[rest].isDouble();
        }
        if (!object.contains(key)) {
            return false;
        }
        value = object[key];
        rest = rest.section(u'.', 1);
    }
    return value.isDouble();
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void everyTokenInTheSourcesExists()
    {
        const QJsonObject root = tokens();
        std::set<QString> colors;
        for (const auto palette : {"light"_L1, "board"_L1, "highContrast"_L1}) {
            const QStringList keys = root["color"_L1][palette].toObject().keys();
            colors.insert(keys.begin(), keys.end());
        }
        const QStringList primitives = root["color"_L1]["primitive"_L1].toObject().keys();
        for (const QString &name : primitives) {
            colors.insert(u"primitive."_s + name);
        }
        std::set<QString> types;
        const QJsonObject surfaces = root["type"_L1].toObject();
        for (auto surface = surfaces.begin(); surface != surfaces.end(); ++surface) {
            const QStringList names = surface->toObject().keys();
            for (const QString &name : names) {
                types.insert(surface.key() + u'.' + name);
            }
        }
        // A name is a Latin-1 literal with a dot, and no other literal of the screens looks like
        // one but names of settings in the numbers.
        const QString literal = u"\"((?:%1)\\.[A-Za-z0-9.]+)\"_L1"_s;
        const QString colorLiteral = literal.arg(
            u"surface|text|action|border|status|door|brand|focus|icon|kiosk\\.meta|appointment|"
            "chart|call|notice|toggle|primitive"_s);
        const QString typeLiteral = literal.arg(u"kiosk|board|desk|phone|thermal203dpi"_s);
        int files = 0;
        size_t names = 0;
        for (const QString &room : {u"/widgets"_s, u"/app/roles"_s, u"/app/printing"_s}) {
            QDirIterator sources(QStringLiteral(SOURCE_DIR) + room, {u"*.cpp"_s, u"*.h"_s},
                                 QDir::Files, QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString source = QString::fromUtf8(file.readAll());
                const std::set<QString> numbers =
                    namesIn(source, u"designNumber\\(\\s*\"([^\"]+)\"_L1"_s);
                for (const QString &name : numbers) {
                    QVERIFY2(hasPath(root, name), qPrintable(file.fileName() + u": "_s + name));
                }
                for (const QString &name : namesIn(source, typeLiteral)) {
                    QVERIFY2(types.contains(name) || colors.contains(name) || hasPath(root, name),
                             qPrintable(file.fileName() + u": "_s + name));
                }
                for (const QString &name : namesIn(source, colorLiteral)) {
                    // "icon.…" and others are prefixes that code compares with.
                    QVERIFY2(colors.contains(name) || hasPath(root, name)
                                 || source.contains(u"startsWith(\"%1\"_L1)"_s.arg(name)),
                             qPrintable(file.fileName() + u": "_s + name));
                }
                names += numbers.size();
                ++files;
            }
        }
        QVERIFY2(files > 20 && names > 20, "nothing was read");
    }

    void contrastIsWhatTheDesignMeasured_data()
    {
        QTest::addColumn<QString>("palette");
        QTest::addColumn<QString>("front");
        QTest::addColumn<QString>("back");
        QTest::addColumn<double>("ratio");
        const QJsonArray measured = tokens()["contrast"_L1]["measured"_L1].toArray();
        QVERIFY(measured.size() > 20);
        for (const QJsonValue &pair : measured) {
            const QString palette = pair["theme"_L1].toString();
            const QString front = pair["fg"_L1].toString();
            const QString back = pair["bg"_L1].toString();
            QTest::newRow(qPrintable(palette + u": "_s + front + u" on "_s + back))
                << palette << front << back << pair["ratio"_L1].toDouble();
        }
    }
    void contrastIsWhatTheDesignMeasured()
    {
        QFETCH(QString, palette);
        QFETCH(QString, front);
        QFETCH(QString, back);
        QFETCH(double, ratio);
        const Look look{.palette = paletteOf(palette)};
        const QByteArray frontName = front.toLatin1();
        const QByteArray backName = back.toLatin1();
        const double measured = test::contrast(look.color(QLatin1StringView(frontName)),
                                               look.color(QLatin1StringView(backName)));
        QVERIFY2(qAbs(measured - ratio) < 0.006, qPrintable(QString::number(measured)));
        const double floor = front.startsWith("border"_L1) || front.startsWith("focus"_L1) ? 3
                             : front == "text.disabled"_L1                                 ? 4.5
                                                                                           : 7;
        QVERIFY(measured >= floor);
    }

    void lowVisionNeverGetsAPaleColour()
    {
        const Look look{.palette = Palette::HighContrast};
        const QColor black = look.color("surface.page"_L1);
        const QStringList names = tokens()["color"_L1]["light"_L1].toObject().keys();
        for (const QString &name : names) {
            if (name.startsWith("chart."_L1)) {
                continue; // the kiosk has none
            }
            const QByteArray latin = name.toLatin1();
            const QColor color = look.color(QLatin1StringView(latin));
            const bool known = color == black || color == look.color("text.primary"_L1)
                               || color == look.color("accent"_L1)
                               || color == look.color("focus.outer"_L1) || name == "focus.inner"_L1;
            QVERIFY2(known, qPrintable(name + u' ' + color.name()));
        }
        for (const auto &[front, back] :
             {std::pair{"action.callText"_L1, "action.call"_L1},
              std::pair{"appointment.text"_L1, "appointment.fill"_L1},
              std::pair{"kiosk.metaText"_L1, "kiosk.metaFill"_L1},
              std::pair{"status.error.text"_L1, "status.error.fill"_L1},
              std::pair{"text.onBrandSecondary"_L1, "surface.brand"_L1},
              std::pair{"brand.doorLetter"_L1, "brand.doorFill"_L1},
              std::pair{"action.busyText"_L1, "action.busyFill"_L1},
              std::pair{"action.primaryText"_L1, "action.primaryPressed"_L1}}) {
            QVERIFY2(test::contrast(look.color(front), look.color(back)) >= 7, front.data());
        }
    }

    void sizesFollowScaleAndText_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("textScale");
        QTest::addColumn<int>("size");
        QTest::newRow("reference") << 1.0 << 1.0 << 28;
        QTest::newRow("larger text") << 1.0 << 1.25 << 35;
        QTest::newRow("half") << 0.5 << 1.0 << 14;
        QTest::newRow("both") << 2.0 << 1.25 << 70;
    }
    void sizesFollowScaleAndText()
    {
        QFETCH(double, scale);
        QFETCH(double, textScale);
        QFETCH(int, size);
        const Look look{.scale = scale, .textScale = textScale};
        QCOMPARE(look.font("kiosk.body"_L1).pixelSize(), size);
        QCOMPARE(look.line("kiosk.body"_L1), qRound(38 * scale * textScale));
        QCOMPARE(look.px(48), qRound(48 * scale));
    }

    void theFontIsOurs()
    {
        for (const auto token : {"kiosk.title"_L1, "kiosk.body"_L1, "desk.action"_L1}) {
            QCOMPARE(QFontInfo(Look{}.font(token)).family(), u"MotCua Sans"_s);
        }
    }
};

QTEST_MAIN(ThemeTest)

#include "themetest.moc"
