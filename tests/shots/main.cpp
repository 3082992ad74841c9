// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// motcua_shots [FOLDER] [--only NAME] [--part I/N] [--plain]: paints every screen in each language, theme and size at its
// reference size, checks it, prints what is wrong, and with a FOLDER writes NAME-vi-light.png and
// so on. Fails when something is wrong.

#include "shots/shots.h"

#include "shared/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace motcua::test {

static std::vector<Shot> &shots()
{
    static std::vector<Shot> all;
    return all;
}

void addShot(Shot shot)
{
    shots().push_back(std::move(shot));
}

namespace {

/// One way to show a shot.
struct Variant
{
    QString suffix;
    Look look;
    bool longTexts = false;
};

QString paletteName(Palette palette)
{
    switch (palette) {
    case Palette::Light:
        return u"light"_s;
    case Palette::Board:
        return u"board"_s;
    case Palette::HighContrast:
        return u"contrast"_s;
    }
    Q_UNREACHABLE();
}

std::vector<Variant> variantsOf(const Shot &shot)
{
    std::vector<Variant> variants;
    for (const Palette palette : shot.palettes) {
        for (const Language language : {Language::Vietnamese, Language::English}) {
            Variant variant{.suffix = (language == Language::Vietnamese ? u"vi-"_s : u"en-"_s)
                                      + paletteName(palette),
                            .look = {.palette = palette, .language = language}};
            variants.push_back(variant);
            if (palette != shot.palettes.front()) {
                continue;
            }
            Variant longer = variant;
            longer.suffix += u"-long"_s;
            longer.longTexts = true;
            variants.push_back(longer);
            if (shot.face != Face::Board) {
                Variant larger = variant;
                larger.suffix += u"-larger"_s;
                larger.look.textScale = 1.25;
                variants.push_back(larger);
            }
        }
    }
    return variants;
}

QStringList paint(const Shot &shot, const Variant &variant, const QString &folder)
{
    setProgramLanguage(variant.look.language);
    LongTexts longer(variant.look.language);
    if (variant.longTexts) {
        QCoreApplication::installTranslator(&longer);
    }
    const std::unique_ptr<QWidget> screen = shot.make(variant.look);
    screen->setAttribute(Qt::WA_DontShowOnScreen);
    screen->resize(shot.size);
    screen->show();
    QCoreApplication::processEvents();
    Look scaled = variant.look;
    scaled.scale = shot.scale;
    const CheckedScreen checked = checkScreen(*screen, shot.face, scaled);
    if (variant.longTexts) {
        QCoreApplication::removeTranslator(&longer);
    }
    const QString name = shot.name + u'-' + variant.suffix;
    QStringList findings;
    for (const QString &finding : checked.findings) {
        findings.append(name + u": "_s + finding);
    }
    if (screen->size() != shot.size) {
        findings.append(u"%1: is %2×%3 large, not %4×%5"_s.arg(name)
                            .arg(screen->width())
                            .arg(screen->height())
                            .arg(shot.size.width())
                            .arg(shot.size.height()));
    }
    if (!folder.isEmpty() && !checked.image.save(QDir(folder).filePath(name + u".png"_s))) {
        findings.append(name + u": cannot be written"_s);
    }
    return findings;
}

} // namespace

} // namespace motcua::test

int main(int argc, char *argv[])
{
    using namespace motcua;
    using namespace motcua::test;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption only(u"only"_s, u"Only the shots whose name begins so."_s, u"name"_s);
    parser.addOption(only);
    const QCommandLineOption part(u"part"_s, u"Every Nth shot, beginning with the Ith."_s, u"I/N"_s,
                                  u"1/1"_s);
    parser.addOption(part);
    const QCommandLineOption plain(u"plain"_s, u"Neither larger nor longer texts."_s);
    parser.addOption(plain);
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.addHelpOption();
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0);
    QTextStream out(stdout);
    if (!folder.isEmpty() && !QDir().mkpath(folder)) {
        out << "Cannot make " << folder << '\n';
        return 2;
    }

    loadFonts();
    addPartShots();
    addKioskShots();
    addBoardShots();
    addCounterShots();
    addManagerShots();
    addCityShots();
    addRatingShots();
    addDemoShots();
    const int which = parser.value(part).section(u'/', 0, 0).toInt();
    const int parts = qMax(1, parser.value(part).section(u'/', 1).toInt());
    int painted = 0;
    qsizetype wrong = 0;
    int at = 0;
    for (const Shot &shot : shots()) {
        if (!shot.name.startsWith(parser.value(only)) || at++ % parts != which - 1) {
            continue;
        }
        for (const Variant &variant : variantsOf(shot)) {
            if (parser.isSet(plain)
                && (variant.suffix.endsWith(u"-long"_s) || variant.suffix.endsWith(u"-larger"_s))) {
                continue;
            }
            const QStringList findings = paint(shot, variant, folder);
            for (const QString &finding : findings) {
                out << finding << '\n';
            }
            wrong += findings.size();
            ++painted;
        }
    }
    out << painted << " screens painted, " << wrong << " findings\n";
    return painted > 0 && wrong == 0 ? 0 : 1;
}
