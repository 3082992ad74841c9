// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vietnamesetext.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace motcua;

static QString decomposed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_D);
}

/// @p texts in the order of their keys, after several shuffles with fixed seeds, both composed and
/// decomposed. Empty if the shuffles disagree.
static QStringList sorted(const QStringList &texts, QByteArray (*key)(QStringView))
{
    QStringList result;
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
        QStringList shuffled = texts;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        std::ranges::sort(shuffled, {}, key);
        QStringList nfd = texts;
        std::ranges::transform(nfd, nfd.begin(), decomposed);
        std::shuffle(nfd.begin(), nfd.end(), std::mt19937(seed + 100));
        std::ranges::sort(nfd, {}, key);
        std::ranges::transform(nfd, nfd.begin(), [](const QString &text) { return cleaned(text); });
        if (nfd != shuffled || (!result.isEmpty() && result != shuffled)) {
            return {};
        }
        result = shuffled;
    }
    return result;
}

class VietnameseTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("only blanks") << u" \t\r\n\u00A0\u3000 "_s << u""_s;
        QTest::newRow("plain") << u"Nguyễn Văn An"_s << u"Nguyễn Văn An"_s;
        QTest::newRow("decomposed") << decomposed(u"Nguyễn Văn Ợ"_s) << u"Nguyễn Văn Ợ"_s;
        QTest::newRow("tone before shape") << u"e\u0323\u0302"_s << u"ệ"_s;
        QTest::newRow("tone placement is kept") << u"Hoà Hòa"_s << u"Hoà Hòa"_s;
        QTest::newRow("case is kept") << u"ĐỖ Minh đức"_s << u"ĐỖ Minh đức"_s;
        QTest::newRow("blanks are one") << u"  Lê \t\n Văn\u00A0\u2003Ân "_s << u"Lê Văn Ân"_s;
        QTest::newRow("line separator") << u"Lê\u2028Ân"_s << u"Lê Ân"_s;
        QTest::newRow("zero width space") << u"Lê\u200B Ân\u200E"_s << u"Lê Ân"_s;
        QTest::newRow("joiners") << u"L\u200Cê\u200D"_s << u"Lê"_s;
        QTest::newRow("soft hyphen") << u"Ngu\u00ADyễn"_s << u"Nguyễn"_s;
        QTest::newRow("byte order mark") << u"\uFEFFLê"_s << u"Lê"_s;
        QTest::newRow("right-to-left marks")
            << u"\u200FLê\u202E Ân\u202C\u2066\u2069"_s << u"Lê Ân"_s;
        QTest::newRow("mark behind an invisible one") << u"e\u200B\u0302"_s << u"ê"_s;
        QTest::newRow("controls") << u"A\u0001B\u001BC\u007F\u0085D\u009F"_s << u"ABC D"_s;
        QTest::newRow("NUL") << QString::fromUtf16(u"A\0B", 3) << u"AB"_s;
        QTest::newRow("variation selector") << u"A\uFE0F"_s << u"A"_s;
        QTest::newRow("noncharacter") << u"A\uFFFF\uFDD0"_s << u"A"_s;
        QTest::newRow("emoji stays") << u"An 😀"_s << u"An 😀"_s;
        QTest::newRow("lone high surrogate") << (u"A"_s + QChar(0xD83D)) << u"A\uFFFD"_s;
        QTest::newRow("lone low surrogate") << (QChar(0xDE00) + u"A"_s) << u"\uFFFDA"_s;
        QTest::newRow("surrogates the wrong way round")
            << (QString(QChar(0xDE00)) + QChar(0xD83D)) << u"\uFFFD\uFFFD"_s;
        QTest::newRow("punctuation stays") << u"K'Pă (H-Lan), 12/3"_s << u"K'Pă (H-Lan), 12/3"_s;
    }

    void cleans()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cleaned(text), expected);
        QCOMPARE(cleaned(cleaned(text)), expected);
        QCOMPARE(cleaned(decomposed(expected)), expected);
    }

    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("so do") << u"Sổ đỏ"_s << u"so do"_s;
        QTest::newRow("capitals") << u"SỔ ĐỎ"_s << u"so do"_s;
        QTest::newRow("unaccented") << u"so do"_s << u"so do"_s;
        QTest::newRow("decomposed") << decomposed(u"Sổ đỏ"_s) << u"so do"_s;
        QTest::newRow("Hoà") << u"Hoà"_s << u"hoa"_s;
        QTest::newRow("Hòa") << u"Hòa"_s << u"hoa"_s;
        QTest::newRow("Thuỷ") << u"Thuỷ"_s << u"thuy"_s;
        QTest::newRow("Thủy") << u"Thủy"_s << u"thuy"_s;
        QTest::newRow("quý") << u"quý qúy"_s << u"quy quy"_s;
        QTest::newRow("kết hôn") << u"Kết  hôn"_s << u"ket hon"_s;
        QTest::newRow("all a") << u"aàảãáạăằẳẵắặâầẩẫấậ"_s << u"aaaaaaaaaaaaaaaaaa"_s;
        QTest::newRow("all e") << u"eèẻẽéẹêềểễếệ"_s << u"eeeeeeeeeeee"_s;
        QTest::newRow("all i") << u"iìỉĩíị"_s << u"iiiiii"_s;
        QTest::newRow("all o") << u"oòỏõóọôồổỗốộơờởỡớợ"_s << u"oooooooooooooooooo"_s;
        QTest::newRow("all u") << u"uùủũúụưừửữứự"_s << u"uuuuuuuuuuuu"_s;
        QTest::newRow("all y") << u"yỳỷỹýỵ"_s << u"yyyyyy"_s;
        QTest::newRow("all capitals") << u"ÀẢÃÁẠĂÂĐÈÊÌÒÔƠÙƯỲ"_s << u"aaaaaaadeeiooouuy"_s;
        QTest::newRow("eth for đ") << u"Ðức ðức"_s << u"duc duc"_s;
        QTest::newRow("Ê Đê") << u"K'Pă H'Blăm Čil"_s << u"k'pa h'blam cil"_s;
        QTest::newRow("a code") << u"1.001193.H26"_s << u"1.001193.h26"_s;
        QTest::newRow("dotted capital I") << u"İ"_s << u"i"_s;
        QTest::newRow("mark alone") << u"a \u0301 b"_s << u"a b"_s;
        QTest::newRow("emoji") << u"😀 Ấn"_s << u"😀 an"_s;
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(folded(text), expected);
        QCOMPARE(folded(decomposed(text)), expected);
        QCOMPARE(folded(text.toUpper()), folded(text.toUpper().toLower()));
        QCOMPARE(folded(folded(text)), expected);
    }

    void sortsNames_data()
    {
        QTest::addColumn<QStringList>("names");

        QTest::newRow("tested order") << QStringList{
            u"Đặng Thuý An"_s, u"Nguyễn Văn An"_s,  u"Lê Hoàng Anh"_s,  u"Nguyễn Thị Anh"_s,
            u"Trần Thị Ánh"_s, u"Bùi Thị Ăn"_s,     u"Lê Văn Ân"_s,     u"Phạm Thị Ẩn"_s,
            u"Vũ Văn Ba"_s,    u"Dương Văn Dũng"_s, u"Hoàng Thị Đào"_s, u"Đỗ Minh Đức"_s};
        QTest::newRow("tones") << QStringList{u"Ma"_s, u"Mà"_s, u"Mả"_s, u"Mã"_s, u"Má"_s, u"Mạ"_s};
        QTest::newRow("tên, then họ, then đệm") << QStringList{
            u"Lê Văn An"_s, u"Nguyễn An"_s, u"Nguyễn Thị An"_s, u"Nguyễn Văn An"_s, u"Bùi Bình"_s};
        QTest::newRow("the tone of tên before họ")
            << QStringList{u"Vũ Anh"_s, u"Bùi Ánh"_s, u"Vũ Ánh"_s};
        QTest::newRow("one word first") << QStringList{u"An"_s, u"Lê An"_s, u"Anh"_s, u"Điểu"_s};
        QTest::newRow("long names") << QStringList{u"Công Tằng Tôn Nữ Thị Hương Ái"_s,
                                                   u"Công Tằng Tôn Nữ Thị Hương Giang"_s,
                                                   u"Công Tằng Tôn Nữ Thị Hương Trà My"_s};
        QTest::newRow("foreign letters in their places")
            << QStringList{u"E"_s,  u"Fa"_s, u"Ga"_s, u"I"_s, u"Ja"_s, u"Ka"_s,
                           u"Vy"_s, u"Wa"_s, u"Xa"_s, u"Y"_s, u"Za"_s};
        QTest::newRow("Ê Đê, Gia Rai")
            << QStringList{u"K'Pă H'Lan"_s, u"Y Moan Mlô"_s, u"Y Bhiu Niê"_s};
    }

    void sortsNames()
    {
        QFETCH(QStringList, names);
        QCOMPARE(sorted(names, nameSortKey), names);
    }

    void sortsTexts_data()
    {
        QTest::addColumn<QStringList>("texts");

        QTest::newRow("alphabet") << u"a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w "
                                     u"x y z"_s.split(u' ');
        QTest::newRow("all a, by letter then tone")
            << u"a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b"_s.split(u' ');
        QTest::newRow("all o") << u"o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p"_s.split(u' ');
        QTest::newRow("all u") << u"u ù ủ ũ ú ụ ư ừ ử ữ ứ ự"_s.split(u' ');
        QTest::newRow("from the first word on")
            << QStringList{u"Chứng thực"_s,    u"Cư trú"_s,  u"Đất đai"_s,
                           u"Hộ kinh doanh"_s, u"Hộ tịch"_s, u"Xây dựng"_s};
        QTest::newRow("a shorter word first")
            << QStringList{u"ca"_s, u"ca dao"_s, u"cà phê"_s, u"cam"_s};
        QTest::newRow("digits before letters")
            << QStringList{u"-"_s, u"1"_s, u"2"_s, u"a"_s, u"я"_s};
    }

    void sortsTexts()
    {
        QFETCH(QStringList, texts);
        QCOMPARE(sorted(texts, textSortKey), texts);
    }

    void sameKeys_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");

        QTest::newRow("tone placement") << u"Nguyễn Thị Hoà"_s << u"Nguyễn Thị Hòa"_s;
        QTest::newRow("Thuỷ") << u"Thuỷ"_s << u"Thủy"_s;
        QTest::newRow("case") << u"ĐỖ MINH ĐỨC"_s << u"Đỗ Minh Đức"_s;
        QTest::newRow("blanks") << u" Lê  Văn\u00A0Ân "_s << u"Lê Văn Ân"_s;
        QTest::newRow("decomposed") << decomposed(u"Ẩn Ợ"_s) << u"Ẩn Ợ"_s;
    }

    void sameKeys()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(nameSortKey(one), nameSortKey(other));
        QCOMPARE(textSortKey(one), textSortKey(other));
    }

    void keysAreBytesDatabasesKeep()
    {
        const QByteArray key = nameSortKey(u"Nguyễn 1 😀 - K'Pă\u01C7");
        QVERIFY(!key.contains('\0'));
        QVERIFY(nameSortKey(u"").isEmpty());
        QVERIFY(nameSortKey(u" \u200B ").isEmpty());
    }

    void writesDates_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("shortly");
        QTest::addColumn<QString>("officially");
        QTest::addColumn<QString>("weekday");

        QTest::newRow("no zeros") << QDate(2026, 11, 22) << u"22/11/2026"_s
                                  << u"ngày 22 tháng 11 năm 2026"_s << u"Chủ nhật"_s;
        QTest::newRow("January") << QDate(2027, 1, 9) << u"09/01/2027"_s
                                 << u"ngày 09 tháng 01 năm 2027"_s << u"Thứ Bảy"_s;
        QTest::newRow("February") << QDate(2028, 2, 29) << u"29/02/2028"_s
                                  << u"ngày 29 tháng 02 năm 2028"_s << u"Thứ Ba"_s;
        QTest::newRow("March") << QDate(2026, 3, 1) << u"01/03/2026"_s
                               << u"ngày 01 tháng 3 năm 2026"_s << u"Chủ nhật"_s;
        QTest::newRow("September") << QDate(2026, 9, 10) << u"10/09/2026"_s
                                   << u"ngày 10 tháng 9 năm 2026"_s << u"Thứ Năm"_s;
        QTest::newRow("Monday") << QDate(2026, 11, 23) << u"23/11/2026"_s
                                << u"ngày 23 tháng 11 năm 2026"_s << u"Thứ Hai"_s;
        QTest::newRow("Wednesday") << QDate(2026, 11, 25) << u"25/11/2026"_s
                                   << u"ngày 25 tháng 11 năm 2026"_s << u"Thứ Tư"_s;
        QTest::newRow("Friday") << QDate(2026, 11, 27) << u"27/11/2026"_s
                                << u"ngày 27 tháng 11 năm 2026"_s << u"Thứ Sáu"_s;
        QTest::newRow("no date") << QDate() << u""_s << u""_s << u""_s;
    }

    void writesDates()
    {
        QFETCH(QDate, date);
        QFETCH(QString, shortly);
        QFETCH(QString, officially);
        QFETCH(QString, weekday);
        QCOMPARE(shortDate(date), shortly);
        QCOMPARE(officialDate(date), officially);
        QCOMPARE(weekdayName(date), weekday);
    }

    void writesTimes()
    {
        const QDate day(2026, 11, 22);
        QCOMPARE(officialTime(day, QTime(8, 5)), u"08 giờ 05 phút, ngày 22 tháng 11 năm 2026"_s);
        QCOMPARE(officialTime(day, QTime(16, 30, 59)),
                 u"16 giờ 30 phút, ngày 22 tháng 11 năm 2026"_s);
        QCOMPARE(officialTime(QDate(2026, 5, 4), QTime(0, 0)),
                 u"00 giờ 00 phút, ngày 04 tháng 5 năm 2026"_s);
        QCOMPARE(officialTime(day, QTime()), QString());
        QCOMPARE(officialTime(QDate(), QTime(8, 5)), QString());
    }

    void writesMoney_data()
    {
        QTest::addColumn<qint64>("dong");
        QTest::addColumn<QString>("expected");

        QTest::newRow("nothing") << qint64(0) << u"0 đồng"_s;
        QTest::newRow("three digits") << qint64(500) << u"500 đồng"_s;
        QTest::newRow("four digits") << qint64(1000) << u"1.000 đồng"_s;
        QTest::newRow("six digits") << qint64(100000) << u"100.000 đồng"_s;
        QTest::newRow("sample") << qint64(1234567) << u"1.234.567 đồng"_s;
        QTest::newRow("less than nothing") << qint64(-500) << u"-500 đồng"_s;
        QTest::newRow("less, with a point") << qint64(-1000) << u"-1.000 đồng"_s;
        QTest::newRow("most") << std::numeric_limits<qint64>::max()
                              << u"9.223.372.036.854.775.807 đồng"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min()
                               << u"-9.223.372.036.854.775.808 đồng"_s;
    }

    void writesMoney()
    {
        QFETCH(qint64, dong);
        QFETCH(QString, expected);
        QCOMPARE(officialMoney(dong), expected);
    }

    void survivesLongText()
    {
        static constexpr int Length = 5000;
        const QString name = u"Ợ"_s.repeated(Length);
        QCOMPARE(cleaned(decomposed(name)), name);
        QCOMPARE(folded(name), u"o"_s.repeated(Length));
        QCOMPARE(nameSortKey(u"Lê "_s.repeated(Length)).size(), Length * 4);

        // Nothing but marks, in the order normalisation has most to do with.
        const QString marks = u"\u0301\u0323"_s.repeated(Length / 2);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!cleaned(u'a' + marks).isEmpty());
        QCOMPARE(folded(u'a' + marks), u"a"_s);
        QVERIFY(!nameSortKey(u'a' + marks).isEmpty());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void survivesAnything()
    {
        std::mt19937 random(20261122);
        std::uniform_int_distribution<int> unit(0, 0xFFFF);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = 0; i < 24; ++i) {
                text.append(QChar(static_cast<char16_t>(unit(random))));
            }
            const QString clean = cleaned(text);
            QCOMPARE(cleaned(clean), clean);
            QCOMPARE(QString::fromUtf8(clean.toUtf8()), clean);
            QCOMPARE(folded(clean), folded(text));
            QCOMPARE(nameSortKey(clean), nameSortKey(text));
            QVERIFY(!textSortKey(text).contains('\0'));
        }
    }
};

QTEST_GUILESS_MAIN(VietnameseTextTest)

#include "vietnamesetexttest.moc"
