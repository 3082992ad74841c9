// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/form.h"

#include <QJsonArray>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

FormFacts receipt()
{
    const Person mai{.name = u"Nguyễn Thị Mai"_s,
                     .idNumber = u"099191004217"_s,
                     .sex = Sex::Female,
                     .phone = u"0912345678"_s,
                     .address = u"Số 12 phố Hàng Bún"_s,
                     .unit = u"00004"_s};
    const LocalTime received{QDate(2026, 11, 17), QTime(9, 47)};
    return {
        .organisation = u"Trung tâm Phục vụ hành chính công thành phố Hà Nội"_s,
        .branch = u"Chi nhánh số 1"_s,
        .hotline = u"1022"_s,
        .dossier = {.id = {},
                    .code = u"TN1-261117-0187"_s,
                    .businessDate = received.date,
                    .number = 187,
                    .book = u"11/2026"_s,
                    .registerNumber = 187,
                    .procedure = u"1.004873"_s,
                    .received = received,
                    .due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)},
                    .applicant = {}},
        .intake =
            {.applicant = mai,
             .procedure = u"1.004873"_s,
             .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received},
                           {.name = u"Thẻ căn cước"_s, .state = DocumentState::Returned},
                           {.name = u"Thông tin ly hôn"_s, .state = DocumentState::LookedUp},
                           {.name = u"Văn bản ủy quyền"_s,
                            .required = false,
                            .state = DocumentState::NotApplicable}},
             .resultPlace = u"Quầy 12"_s,
             .unit = u"00004"_s},
        .visited = received.date,
        .procedure = u"Cấp Giấy xác nhận tình trạng hôn nhân"_s,
        .which = {.name = {},
                  .limit = Limit{LimitKind::WorkingDays, 3},
                  .limitBasis = {},
                  .feeDirect = {},
                  .feeOnline = {},
                  .feeNote = {},
                  .documents = {}},
        .staff = u"Nguyễn Thu Hà"_s};
}

using Change = std::function<void(FormFacts &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholders_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("filled"); // null: refused
        QTest::newRow("none") << u"<p>a</p>"_s << u"<p>a</p>"_s;
        QTest::newRow("value") << u"<p>{{name}}</p>"_s << u"<p>Mai</p>"_s;
        QTest::newRow("markup is text") << u"{{markup}}"_s << u"&lt;b&gt;&amp;&quot;"_s;
        QTest::newRow("a placeholder in a value is text")
            << u"{{tricky}} {{name}}"_s << u"{{name}} {{#list}} Mai"_s;
        QTest::newRow("lines") << u"{{lines}}"_s << u"a<br/>b"_s;
        QTest::newRow("list") << u"[{{#list}}({{n}} {{name}}){{/list}}]"_s
                              << u"[(1 Mai)(2 {{x}})]"_s;
        QTest::newRow("no list") << u"[{{#nothing}}{{n}}{{/nothing}}]"_s << u"[]"_s;
        QTest::newRow("there") << u"{{?name}}so: {{name}}{{/name}}!"_s << u"so: Mai!"_s;
        QTest::newRow("not there") << u"{{?empty}}so: {{empty}}{{/empty}}!"_s << u"!"_s;
        QTest::newRow("a list is there once") << u"{{?list}}head{{/list}}"_s << u"head"_s;
        QTest::newRow("nested")
            << u"{{?name}}{{#list}}{{?empty}}x{{/empty}}{{n}}{{/list}}{{/name}}"_s << u"12"_s;
        QTest::newRow("unknown") << u"{{nobody}}"_s << QString();
        QTest::newRow("open section") << u"{{?name}}x"_s << QString();
        QTest::newRow("open section that is skipped") << u"{{?empty}}x"_s << QString();
        QTest::newRow("crossed") << u"{{?name}}{{?lines}}{{/name}}{{/lines}}"_s << QString();
        QTest::newRow("closed without begin") << u"{{/name}}"_s << QString();
        QTest::newRow("not closed") << u"{{name"_s << QString();
    }
    void placeholders()
    {
        QFETCH(QString, html);
        QFETCH(QString, filled);
        const QJsonObject values{
            {u"name"_s, u"Mai"_s},
            {u"markup"_s, u"<b>&\""_s},
            {u"tricky"_s, u"{{name}} {{#list}}"_s},
            {u"lines"_s, u"a\nb"_s},
            {u"empty"_s, QString()},
            {u"nothing"_s, QJsonArray()},
            {u"list"_s, QJsonArray{QJsonObject{{u"n"_s, u"1"_s}},
                                   QJsonObject{{u"n"_s, u"2"_s}, {u"name"_s, u"{{x}}"_s}}}}};
        const auto result = filledForm(html, values);
        QCOMPARE(result.value_or(QString()), filled);
        QCOMPARE(result.has_value(), !filled.isNull());
    }

    void everyFormSaysWhereItsWordsComeFrom()
    {
        std::set<std::pair<QString, int>> seen;
        for (const FormTemplate &one : formTemplates()) {
            QVERIFY2(seen.insert({one.form, one.version}).second, qPrintable(one.form));
            QVERIFY2(QStringList({u"L"_s, u"N"_s, u"C"_s, u"X"_s, u"O"_s}).contains(one.trust),
                     qPrintable(one.form));
            QVERIFY(!one.source.isEmpty() && !one.title.isEmpty() && !one.copies.isEmpty());
            QCOMPARE(one.isOfficial(), one.trust == u"L"_s);
            const FormLayout &layout = one.layout;
            QVERIFY2(!layout.font.isEmpty() && layout.size > 0 && layout.a5 > 0
                         && layout.smallest > 0 && layout.smallest <= layout.size
                         && layout.margins.left() > 0,
                     qPrintable(one.form));
        }
        for (const QString &form : {u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"06"_s, u"07"_s}) {
            QVERIFY(formTemplate(form));
            QCOMPARE(formTemplate(form, 1)->version, 1);
        }
        QVERIFY(!formTemplate(u"01"_s, 99));
        QVERIFY(!formTemplate(u"99"_s));
    }

    void valuesOfAReceipt_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](
                             const char *name, const QString &key, const QString &value,
                             const Change &change = [](FormFacts &) {}) {
            QTest::newRow(name) << change << key << value;
        };
        row("name", u"applicant"_s, u"Bà NGUYỄN THỊ MAI"_s);
        row("sex not known", u"applicant"_s, u"Ông/Bà NGUYỄN THỊ MAI"_s,
            [](FormFacts &facts) { facts.intake.applicant.sex.reset(); });
        row("organisation", u"applicant"_s, u"CÔNG TY A"_s, [](FormFacts &facts) {
            facts.intake.applicant = {.isOrganisation = true, .name = u"Công ty A"_s};
        });
        row("signature", u"applicant_signs"_s, u"Nguyễn Thị Mai"_s);
        row("ID number", u"applicant_id"_s, u"xxxxxxxx4217"_s);
        row("ID number in full", u"applicant_id"_s, u"099191004217"_s,
            [](FormFacts &facts) { facts.fullId = true; });
        row("passport", u"applicant_id"_s, u"xxxx5678"_s, [](FormFacts &facts) {
            facts.intake.applicant.idNumber.clear();
            facts.intake.applicant.otherId = u"B1235678"_s;
        });
        row("tax code", u"applicant_id"_s, u"0101234567"_s, [](FormFacts &facts) {
            facts.intake.applicant = {
                .isOrganisation = true, .name = u"Công ty A"_s, .taxCode = u"0101234567"_s};
        });
        row("phone", u"applicant_phone"_s, u"0912 345 678"_s);
        row("address", u"applicant_address"_s,
            u"Số 12 phố Hàng Bún, phường Ba Đình, thành phố Hà Nội"_s);
        row("address that names its ward", u"applicant_address"_s, u"12 Hàng Bún, P. ba đình"_s,
            [](FormFacts &facts) {
                facts.intake.applicant.address = u"12 Hàng Bún, P. ba đình"_s;
                facts.intake.applicant.unit.clear();
            });
        row("address elsewhere", u"applicant_address"_s, u"Tổ 3, Cao Bằng"_s, [](FormFacts &facts) {
            facts.intake.applicant.address = u"Tổ 3"_s;
            facts.intake.applicant.unit = u"04"_s;
        });
        row("agency", u"agency"_s, u"UBND phường Ba Đình"_s);
        row("limit", u"limit"_s, u"03 ngày làm việc"_s);
        row("no limit", u"limit"_s, u"theo ngày hẹn trả kết quả"_s,
            [](FormFacts &facts) { facts.which.limit.reset(); });
        row("same day", u"limit"_s, u"trong ngày làm việc"_s, [](FormFacts &facts) {
            facts.which.limit = Limit{LimitKind::SameDay, 0};
        });
        row("received", u"received"_s, u"09 giờ 47 phút, ngày 17 tháng 11 năm 2026"_s);
        row("due", u"due"_s, u"16 giờ 30 phút, Thứ Sáu, ngày 20/11/2026"_s);
        row("temporary code", u"code"_s, u"TN1-261117-0187"_s);
        row("temporary code is named so", u"code_note"_s, u"Mã tạm của chi nhánh"_s);
        row("official code", u"code"_s, u"H26.01-261117-0187"_s,
            [](FormFacts &facts) { facts.dossier.officialCode = u"H26.01-261117-0187"_s; });
        row("official code alone", u"code_note"_s, QString(),
            [](FormFacts &facts) { facts.dossier.officialCode = u"H26.01-261117-0187"_s; });
        row("fee", u"fee"_s, u"15.000 đồng"_s, [](FormFacts &facts) { facts.intake.fee = 15'000; });
        row("no fee", u"fee"_s, u"không thu"_s, [](FormFacts &facts) { facts.intake.fee = 0; });
        row("fee not known", u"fee"_s, QString());
        row("exempt", u"fee"_s, u"miễn, giảm: hộ nghèo"_s,
            [](FormFacts &facts) { facts.intake.feeExemption = u"hộ nghèo"_s; });
        row("entry", u"entry"_s, u"0187"_s);
        const auto elsewhere = [](FormFacts &facts) {
            facts.dossier.number = 11;
            facts.dossier.code = u"TN1-261117-0011"_s;
            facts.dossier.registerNumber = 10;
        };
        row("its number is the entry", u"number"_s, u"0010"_s, elsewhere);
        row("the entry is its number", u"entry"_s, u"0010"_s, elsewhere);
        row("a number without entry looks different", u"number"_s, u"261117-0011"_s,
            [elsewhere](FormFacts &facts) {
                elsewhere(facts);
                facts.dossier.registerNumber = 0;
            });
        row("at that counter", u"place"_s, u"Quầy 12"_s);
        row("where it was taken in", u"place"_s, u"Quầy 3"_s, [](FormFacts &facts) {
            facts.intake.resultPlace.clear();
            facts.counter = 3;
        });
        row("no counter sends it", u"place"_s, QString(), [](FormFacts &facts) {
            facts.intake.resultChannel = ResultChannel::Post;
            facts.counter = 3;
        });
        row("said to a woman", u"salutation"_s, u"Bà"_s);
        row("said to a man", u"salutation"_s, u"Ông"_s,
            [](FormFacts &facts) { facts.intake.applicant.sex = Sex::Male; });
        row("said to somebody", u"salutation"_s, u"Ông/Bà"_s,
            [](FormFacts &facts) { facts.intake.applicant.sex.reset(); });
        row("said to an organisation", u"salutation"_s, u"Ông/Bà"_s,
            [](FormFacts &facts) { facts.intake.applicant.isOrganisation = true; });
        row("reason", u"reason"_s, u"chưa ký"_s, [](FormFacts &facts) {
            facts.intake.reason = u"chưa ký"_s;
            facts.intake.documents = {{.name = u"Tờ khai"_s}};
        });
        row("missing papers are a reason", u"reason"_s, u"Hồ sơ còn thiếu giấy tờ nêu trên."_s,
            [](FormFacts &facts) { facts.intake.documents = {{.name = u"Tờ khai"_s}}; });
        row("no reason", u"reason"_s, QString());
        row("the branch within a sentence", u"branch_name"_s, u"Chi nhánh số 1"_s);
        row("whose dossier", u"whose"_s, u"Bà NGUYỄN THỊ MAI"_s);
        row("the owner's dossier", u"whose"_s, u"Ông/Bà TRẦN VĂN BẢO"_s,
            [](FormFacts &facts) { facts.intake.owner = Person{.name = u"Trần Văn Bảo"_s}; });
        row("result here", u"result"_s, u"Chi nhánh số 1"_s);
        row("by post", u"result"_s, u"Qua dịch vụ bưu chính, địa chỉ 5 phố Huế"_s,
            [](FormFacts &facts) {
                facts.intake.resultChannel = ResultChannel::Post;
                facts.intake.resultPlace = u"5 phố Huế"_s;
            });
        row("nobody else's", u"owner"_s, QString());
        row("owner", u"owner"_s, u"Ông/Bà TRẦN VĂN BẢO"_s,
            [](FormFacts &facts) { facts.intake.owner = Person{.name = u"Trần Văn Bảo"_s}; });
    }
    void valuesOfAReceipt()
    {
        QFETCH(Change, change);
        QFETCH(QString, key);
        QFETCH(QString, value);
        FormFacts facts = receipt();
        change(facts);
        QCOMPARE(formValues(facts)[key].toString(), value);
    }

    void notesOnAPaper_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("certified");
        QTest::addColumn<QString>("note");
        QTest::newRow("declaration") << u"TỜ KHAI đăng ký"_s << 0 << u"Theo mẫu"_s;
        QTest::newRow("says it is on a form") << u"Đơn đề nghị (theo mẫu)"_s << 0 << u"Theo mẫu"_s;
        QTest::newRow("any paper") << u"Giấy chứng sinh"_s << 0 << QString();
        QTest::newRow("certified") << u"Giấy chứng sinh"_s << 2 << u"02 bản chứng thực"_s;
        QTest::newRow("both") << u"Tờ khai"_s << 1 << u"Theo mẫu; 01 bản chứng thực"_s;
    }
    void notesOnAPaper()
    {
        QFETCH(QString, name);
        QFETCH(int, certified);
        QFETCH(QString, note);
        FormFacts facts = receipt();
        facts.intake.documents = {
            {.name = name, .certified = certified, .state = DocumentState::Received}};
        QCOMPARE(formValues(facts)[u"documents"_s][0][u"note"_s].toString(), note);
    }

    void papersThatCame()
    {
        QStringList lines;
        for (const QJsonValue &line : formValues(receipt())[u"documents"_s].toArray()) {
            lines.append(QStringList({line[u"n"_s].toString(), line[u"name"_s].toString(),
                                      line[u"originals"_s].toString(), line[u"copies"_s].toString(),
                                      line[u"note"_s].toString()})
                             .join(u'|'));
        }
        QCOMPARE(lines, QStringList({u"1|Tờ khai|01|0|Theo mẫu"_s,
                                     u"2|Thẻ căn cước|–|–|Xuất trình, đã trả lại"_s,
                                     u"3|Thông tin ly hôn|–|–|Tra cứu cơ sở dữ liệu"_s}));
    }

    void everythingMissingStandsInOneNotice()
    {
        FormFacts facts = receipt();
        facts.intake.documents[0] = {.name = u"Tờ khai"_s};
        facts.intake.documents[1] = {.name = u"Ảnh 3 × 4"_s, .extra = true};
        facts.intake.documents[2] = {.name = u"Thẻ căn cước (xuất trình)"_s};
        facts.intake.documents[3] = {.name = u"Giấy chứng sinh"_s};
        facts.which.documents = {{u"Tờ khai"_s, 1, 2, true},
                                 {u"Thẻ căn cước (xuất trình)"_s, 1, 0, true},
                                 {u"Giấy chứng sinh"_s, 0, 1, true}};
        QStringList lines;
        for (const QJsonValue &line : formValues(facts)[u"missing"_s].toArray()) {
            lines.append(QStringList({line[u"n"_s].toString(), line[u"name"_s].toString(),
                                      line[u"count"_s].toString()})
                             .join(u'|'));
        }
        QCOMPARE(lines, QStringList({u"1|Tờ khai|01 bản chính, 02 bản sao"_s, u"2|Ảnh 3 × 4|–"_s,
                                     u"3|Thẻ căn cước (xuất trình)|xuất trình"_s,
                                     u"4|Giấy chứng sinh|01 bản sao"_s}));
    }

    /// A column of which nothing is known is not printed.
    void sheetsAreCountedWhereSomebodyKnows()
    {
        FormFacts facts = receipt();
        facts.intake.documents = {{.name = u"Ảnh 3 × 4"_s, .extra = true}};
        QCOMPARE(formValues(facts)[u"counted"_s].toString(), QString());
        facts.which.documents = {{u"Ảnh 3 × 4"_s, 2, 0, true}};
        QVERIFY(!formValues(facts)[u"counted"_s].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(FormTest)
#include "formtest.moc"
