// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/textdamage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

/// What a program shows that takes UTF-8 for Latin-1.
static QString misread(QStringView text)
{
    return QString::fromLatin1(text.toUtf8());
}

class TextDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesSoundTextAlone_data()
    {
        QTest::addColumn<QString>("text");

        for (const QString &text : {
                 u"Nguyễn Thị Ánh Tuyết"_s,
                 u"NGUYỄN THỊ ÁNH TUYẾT"_s,
                 u"Quyền"_s,
                 u"Trần Văn Quyền"_s,
                 u"LÃ THỊ HÀ"_s,
                 u"Lã Đình Ưng"_s,
                 u"THÌ VĂN BÌ"_s,
                 u"Hoà"_s,
                 u"Phạm Xuân Ẩn"_s,
                 u"Đỗ Ỷ Ưu"_s,
                 u"Hoàng Hiệp Xoong"_s,
                 u"Vừ A Dơ"_s,
                 u"Giàng Seo Phử"_s,
                 u"HOANG VAN AN"_s,
                 u"Nguyen Van Toan"_s,
                 u"LE THI MAI LINH"_s,
                 u"Y Bhiu Niê"_s,
                 u"K'Pă H'Lan"_s,
                 u"H’Hen Niê"_s,
                 u"Y Wang Mlô"_s,
                 u"Rơ Châm H'Yéo"_s,
                 u"Čil Múp Ha Jrang"_s,
                 u"Siu Black"_s,
                 u"Ksor Phước"_s,
                 u"Lâm Es"_s,
                 u"Thạch Sor Phép"_s,
                 u"Chau Kim Sor"_s,
                 u"Djruêng Ñoan"_s,
                 u"Alexander Smith"_s,
                 u"Jürgen Müller"_s,
                 u"Max Weber"_s,
                 u"Hans Becker"_s,
                 u"Hélène Dubois"_s,
                 u"Joseph Nguyen"_s,
                 u"Y"_s,
                 u"An"_s,
                 u"Hà Nội"_s,
                 u"Tổ 5, Xuân La, Tây Hồ, Hà Nội"_s,
                 u"Số 1 Đường Ví Dụ, Dịch Vọng Hậu, Cầu Giấy, Hà Nội"_s,
                 u"P301-CT2, KĐT Mới & Cũ (khu B), Q. 1, TP. Hồ Chí Minh"_s,
                 u"TDP 5, TT. Ea Drăng, Ea H'leo, Đắk Lắk"_s,
                 u"Số 12A/3 ngõ 45, Yersin, Pleiku, Gia Lai"_s,
                 u"Tòa S2.05 Times City Tower, Hai Bà Trưng, Hà Nội"_s,
                 u"Thôn Plei Ốp, Kon Tum"_s,
                 u"KP 3, P.5, Q.10"_s,
             }) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void leavesSoundTextAlone()
    {
        QFETCH(QString, text);
        QVERIFY(!isDamaged(text));
        QVERIFY(!isDamaged(text.normalized(QString::NormalizationForm_D)));
    }

    void findsDamage_data()
    {
        QTest::addColumn<QString>("text");

        QTest::newRow("question marks") << u"Nguy?n Th? ?nh Tuy?t"_s;
        QTest::newRow("replacement character") << u"Nguy\uFFFDn Thi"_s;
        QTest::newRow("lone surrogate") << (u"Nguy"_s + QChar(0xD83D) + u'n');
        QTest::newRow("Windows-1252") << u"Nguyá»…n Thá»‹ Ã\u0081nh Tuyáº¿t"_s;
        QTest::newRow("Windows-1252, small marks") << u"Tráº§n"_s;
        QTest::newRow("Windows-1252, đ") << u"Ä‘inh"_s;
        QTest::newRow("Windows-1252, ơ") << u"TÆ¡"_s;
        QTest::newRow("Windows-1252, à") << u"HÃ\u00A0 Nam"_s;
        QTest::newRow("Latin-1") << misread(u"Đỗ Minh Đức");
        QTest::newRow("Latin-1, NFD") << misread(u"Nguye\u0302\u0303n");
        QTest::newRow("Windows-1258 as 1252") << u"NguyêÞn Vãn"_s;
        QTest::newRow("Windows-1251") << u"Nguyб»…n"_s;
        QTest::newRow("accents beside letters") << u"Nguye^~n Thi."_s;
        QTest::newRow("acute beside a letter") << u"Tuye´t"_s;
        QTest::newRow("emoji") << u"Nguyễn 😀"_s;
        QTest::newRow("private use") << u"Nguy\uE001n"_s;
        QTest::newRow("Telex") << u"Nguyeenx Thij Anhs"_s;
        QTest::newRow("Telex capitals") << u"NGUYEENX THIJ ANHS"_s;
        QTest::newRow("Telex, tone inside") << u"Nguyeexn Thij Tuyeest"_s;
        QTest::newRow("Telex, one clear word") << u"Hoangf Van An"_s;
        QTest::newRow("Telex, shapes only") << u"Lee Vawn Aan"_s;
        QTest::newRow("Telex, weak words") << u"Lyr Mos"_s;
        QTest::newRow("Telex, đ") << u"DDoox Minh DDuwcs"_s;
        QTest::newRow("Telex, half composed") << u"Nguyênx Thị Lan"_s;
        QTest::newRow("Telex sex") << u"Nuwx"_s;
        QTest::newRow("Telex address")
            << u"Soos 1 DDuwowngf Vis Duj, Dichj Vongj Haauj, Caauf Giaays, Haf Nooij"_s;
        QTest::newRow("Telex address with a foreign word") << u"Phoos Yersin, Haf Nooij"_s;
        QTest::newRow("tone on a consonant") << u"Trâǹ Văn"_s;
        QTest::newRow("tone on a consonant, NFD") << u"Tra\u0302n\u0300"_s;
        QTest::newRow("tone on nothing") << u"\u0301Anh"_s;
        QTest::newRow("two tones on a letter") << u"Ta\u0301\u0300n"_s;
        QTest::newRow("VNI") << u"Nguye6n4 Thi5 A1nh"_s;
        QTest::newRow("VNI, digit inside") << u"D9uong2"_s;
        QTest::newRow("VNI capitals") << u"TRA6N2 VA8N"_s;
    }

    void findsDamage()
    {
        QFETCH(QString, text);
        QVERIFY(isDamaged(text));
    }
};

QTEST_GUILESS_MAIN(TextDamageTest)

#include "textdamagetest.moc"
