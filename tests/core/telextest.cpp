// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/telex.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

class TelexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesWords_data();
    void typesWords();
    void leavesUnaccentedVietnameseAlone_data();
    void leavesUnaccentedVietnameseAlone();
};

static QString typed(const QString &keys)
{
    QString text;
    for (const QChar key : keys) {
        text = telexTyped(text, key);
    }
    return text;
}

void TelexTest::typesWords_data()
{
    QTest::addColumn<QString>("expected");
    const std::pair<const char *, const char16_t *> rows[] = {
        {"vieejt", u"việt"},
        {"vietej", u"việt"},
        {"tieengs", u"tiếng"},
        {"dduowngf", u"đường"},
        {"dduwowngf", u"đường"},
        {"hoaf", u"hòa"},
        {"hoafn", u"hoàn"},
        {"uyr", u"ủy"},
        {"huyr", u"hủy"},
        {"hoas", u"hóa"},
        {"quys", u"quý"},
        {"quaans", u"quấn"},
        {"giaays", u"giấy"},
        {"gif", u"gì"},
        {"mias", u"mía"},
        {"cuar", u"của"},
        {"khuyru", u"khuỷu"},
        {"ngoafi", u"ngoài"},
        {"suwar", u"sửa"},
        {"huwu", u"hưu"},
        {"huuw", u"hưu"},
        {"ddaats", u"đất"},
        {"datsd", u"đát"},
        {"chuwngs thuwcj", u"chứng thực"},
        {"ddawng kys", u"đăng ký"},
        {"ass", u"as"},
        {"aaa", u"aa"},
        {"aww", u"aw"},
        {"ddd", u"dd"},
        {"uoww", u"uow"},
        {"asz", u"a"},
        {"was", u"ứa"},
        {"sowr ddor", u"sở đỏ"},
        {"HOAS", u"HÓA"},
        {"DDaif", u"Đài"},
        {"tuyeenr", u"tuyển"},
        {"nghieenj", u"nghiện"},
        {"7.1", u"7.1"},
        {"ss", u"ss"},
        {"hoof sow", u"hồ sơ"},
        {"thuwowngf", u"thường"},
        {"asf", u"à"},
    };
    for (const auto &[keys, expected] : rows) {
        QTest::newRow(keys) << QString::fromUtf16(expected);
    }
}

void TelexTest::typesWords()
{
    QFETCH(QString, expected);
    QCOMPARE(typed(QString::fromLatin1(QTest::currentDataTag())), expected);
    QVERIFY(expected == expected.normalized(QString::NormalizationForm_C));
}

void TelexTest::leavesUnaccentedVietnameseAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"khai sinh", "ket hon", "so do", "giay khai sinh", "ho khau",
                             "trich luc", "xay dung", "chung thuc", "tam tru", "ban sao"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TelexTest::leavesUnaccentedVietnameseAlone()
{
    QFETCH(QString, text);
    QCOMPARE(typed(text), text);
}

} // namespace motcua

QTEST_APPLESS_MAIN(motcua::TelexTest)
#include "telextest.moc"
