// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/formpaper.h"

#include "core/code128.h"
#include "shared/theme.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString Long = u"Nguyễn"_s.repeated(33); // 198 letters without a space

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

FormFacts facts()
{
    const LocalTime received{QDate(2026, 11, 17), QTime(9, 47)};
    return {.organisation = u"Trung tâm Phục vụ hành chính công thành phố Hà Nội"_s,
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
            .intake = {.applicant = {.name = u"Nguyễn Thị Mai"_s,
                                     .idNumber = u"099191004217"_s,
                                     .sex = Sex::Female,
                                     .phone = u"0912345678"_s,
                                     .address = u"Số 12 phố Hàng Bún"_s,
                                     .unit = u"00004"_s},
                       .procedure = u"1.004873"_s,
                       .documents = {{.name = u"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"_s,
                                      .originals = 1,
                                      .state = DocumentState::Received},
                                     {.name = u"Thẻ căn cước"_s, .state = DocumentState::Returned},
                                     {.name = u"Thông tin ly hôn, khai tử của vợ hoặc chồng"_s,
                                      .state = DocumentState::LookedUp},
                                     {.name = u"Giấy chứng sinh"_s}},
                       .reason = u"Giấy chứng sinh chưa có dấu của cơ sở y tế."_s,
                       .dueReason = u"Cần xác minh tại nơi cư trú cũ."_s,
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
            .staff = u"Nguyễn Thu Hà"_s,
            .dueBefore = LocalTime{QDate(2026, 11, 18), QTime(16, 30)}};
}

/// Where the QR is, without what may say another page number below it.
QImage stripOf(const QImage &page)
{
    return page.copy(0, page.height() * 82 / 100, page.width(), page.height() * 10 / 100);
}

QJsonObject registerOf(int entries)
{
    std::vector<RegisterEntry> all;
    for (int i = 1; i <= entries; ++i) {
        Dossier dossier = facts().dossier;
        dossier.registerNumber = i;
        dossier.code = u"TN1-261117-%1"_s.arg(i, 4, 10, QChar(u'0'));
        all.push_back({.dossier = dossier,
                       .procedure = facts().procedure,
                       .owner = facts().intake.applicant});
    }
    return registerValues(facts().organisation, facts().branch, facts().visited, all);
}

int newest(QStringView form)
{
    return formTemplate(form)->version;
}

} // namespace

class FormPaperTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString written(const FormPaper &form, const QString &name = u"form"_s)
    {
        const auto pdf = formPdf(form);
        const QString keep = qEnvironmentVariable("MOTCUA_KEEP_FORMS", m_folder.path());
        const QString path = keep + u'/' + name + u".pdf"_s;
        QFile file(path);
        const bool isWritten =
            pdf && file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size();
        return isWritten ? path : QString();
    }
    static QString textOf(const QString &pdf, const QStringList &more = {})
    {
        return QString::fromUtf8(output(u"pdftotext"_s, more + QStringList{pdf, u"-"_s}))
            .simplified();
    }
    static int pagesOf(const QString &pdf)
    {
        const QByteArray info = output(u"pdfinfo"_s, {pdf});
        const qsizetype at = info.indexOf("Pages:");
        return info.mid(at + 6, info.indexOf('\n', at) - at - 6).trimmed().toInt();
    }
    /// Every page at 60 dots an inch.
    std::vector<QImage> pictures(const QString &pdf)
    {
        const QDir folder(m_folder.path());
        for (const QString &old : folder.entryList({u"page-*.png"_s})) {
            QFile::remove(folder.filePath(old));
        }
        output(u"pdftoppm"_s,
               {u"-r"_s, u"60"_s, u"-gray"_s, u"-png"_s, pdf, folder.filePath(u"page"_s)});
        std::vector<QImage> pages;
        for (const QString &name : folder.entryList({u"page-*.png"_s}, QDir::Files, QDir::Name)) {
            pages.push_back(
                QImage(folder.filePath(name)).convertToFormat(QImage::Format_Grayscale8));
        }
        return pages;
    }
    /// What a hand scanner reads from a page of a laser printer.
    QStringList codesOf(const QString &pdf)
    {
        const QString picture = m_folder.filePath(u"codes"_s);
        output(u"pdftoppm"_s, {u"-r"_s, u"300"_s, u"-f"_s, u"1"_s, u"-l"_s, u"1"_s,
                               u"-singlefile"_s, u"-gray"_s, u"-png"_s, pdf, picture});
        QStringList read = QString::fromUtf8(output(u"zbarimg"_s, {u"-q"_s, picture + u".png"_s}))
                               .split(u'\n', Qt::SkipEmptyParts);
        read.sort();
        return read;
    }
    /// What is nearest to an edge, in mm: left, top, right, bottom.
    static QMarginsF inkOf(const QImage &page)
    {
        int left = page.width();
        int top = page.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < page.height(); ++y) {
            const uchar *line = page.constScanLine(y);
            for (int x = 0; x < page.width(); ++x) {
                if (line[x] < 160) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                    top = std::min(top, y);
                    bottom = y;
                }
            }
        }
        return QMarginsF(left, top, page.width() - 1 - right, page.height() - 1 - bottom)
               * (25.4 / 60);
    }

private Q_SLOTS:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }
    void initTestCase() { loadFonts(); }

    void everyFormSaysAllOfIt_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("receipt") << u"01"_s
                                 << QStringList{u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s,
                                                u"TN1-261117-0187 (Mã tạm của chi nhánh)"_s,
                                                u"Bà NGUYỄN THỊ MAI"_s,
                                                u"xxxxxxxx4217"_s,
                                                u"16 giờ 30 phút, Thứ Sáu, ngày 20/11/2026"_s,
                                                u"Quầy 12"_s,
                                                u"Số: 0187/TNHS"_s,
                                                u"Quyển số 11/2026, số thứ tự 0187"_s,
                                                u"Cơ quan giải quyết: UBND phường Ba Đình"_s,
                                                u"hôn nhân 01 0 Theo mẫu"_s,
                                                u"(Liên 1: Lưu)"_s,
                                                u"(Liên 2: Giao công dân)"_s,
                                                u"gọi tổng đài 1022"_s};
        QTest::newRow("supplement")
            << u"02"_s
            << QStringList{u"PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"_s, u"Yêu cầu Bà hoàn thiện"_s,
                           u"Giấy chứng sinh"_s, u"Lý do: Giấy chứng sinh chưa có dấu"_s,
                           u"NGƯỜI HƯỚNG DẪN"_s};
        QTest::newRow("refusal") << u"03"_s
                                 << QStringList{u"PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"_s,
                                                u"chưa có dấu của cơ sở y tế"_s};
        QTest::newRow("apology") << u"04"_s
                                 << QStringList{u"VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN"_s,
                                                u"Thứ Tư, ngày 18/11/2026"_s,
                                                u"Cần xác minh tại nơi cư trú cũ."_s};
        QTest::newRow("control slip") << u"06"_s
                                      << QStringList{u"PHIẾU KIỂM SOÁT QUÁ TRÌNH"_s,
                                                     u"UBND phường Ba Đình"_s, u"Người giao:"_s};
    }
    void everyFormSaysAllOfIt()
    {
        QFETCH(QString, form);
        QFETCH(QStringList, said);
        for (const Paper paper : {Paper::A4, Paper::A5}) {
            const QString pdf = written({.form = form,
                                         .version = newest(form),
                                         .paper = paper,
                                         .code = u"TN1-261117-0187"_s,
                                         .values = formValues(facts())},
                                        form + word(paper));
            QVERIFY(!pdf.isEmpty());
            const QString text = textOf(pdf);
            for (const QString &words : said) {
                QVERIFY2(text.contains(words), qPrintable(words + u"\n"_s + text));
            }
            const FormTemplate &one = *formTemplate(form);
            QVERIFY(!one.isOfficial());
            QCOMPARE(text.count(u"Mẫu nội bộ, chưa đối chiếu với "_s + one.source), pagesOf(pdf));
            QVERIFY(!text.contains(u"Theo Mẫu"_s) && !text.contains(u"IN LẠI"_s));
            if (paper == Paper::A4) {
                QCOMPARE(pagesOf(pdf), static_cast<int>(one.copies.size()));
            }
        }
    }

    void barcodeAndQrHoldTheCodeAlone_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QString>("code");
        for (const Paper paper : {Paper::A4, Paper::A5}) {
            for (const QString &code : {u"TN1-261117-0187"_s, u"H26.01.02.03-261117-000187"_s}) {
                QTest::newRow(qPrintable(word(paper) + u' ' + code)) << paper << code;
            }
        }
    }
    void barcodeAndQrHoldTheCodeAlone()
    {
        QFETCH(Paper, paper);
        QFETCH(QString, code);
        const QString pdf = written({.form = u"01"_s,
                                     .version = newest(u"01"_s),
                                     .paper = paper,
                                     .code = code,
                                     .values = formValues(facts())});
        QCOMPARE(codesOf(pdf), QStringList({u"CODE-128:"_s + code, u"QR-Code:"_s + code}));
    }

    /// The counter's forms are painted on its storage thread.
    void anotherThreadPaintsTheSame()
    {
        const FormPaper form{.form = u"01"_s,
                             .version = newest(u"01"_s),
                             .code = u"TN1-261117-0187"_s,
                             .values = formValues(facts())};
        const QString here = written(form);
        QString there;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { there = written(form, u"thread"_s); }));
        thread->start();
        QVERIFY(thread->wait(60'000));
        QCOMPARE(textOf(there), textOf(here));
        QCOMPARE(codesOf(there), codesOf(here));
    }

    void everyCharacterOfCode128IsRead()
    {
        QString all;
        for (char c = ' '; c <= '~'; ++c) {
            all += QLatin1Char(c);
        }
        for (const QString &text : {all.first(48), all.sliced(48), u"0123456789012345678901"_s,
                                    u"A12345B123456C1234"_s, u"98979695949392919089888786"_s}) {
            const std::vector<bool> modules = code128(text.toLatin1());
            constexpr int Dots = 3;
            constexpr int Quiet = 10;
            QImage image((static_cast<int>(modules.size()) + 2 * Quiet) * Dots, 90,
                         QImage::Format_Grayscale8);
            image.fill(255);
            for (int x = 0; x < image.width(); ++x) {
                const int module = x / Dots - Quiet;
                if (module < 0 || module >= static_cast<int>(modules.size())
                    || !modules[static_cast<size_t>(module)]) {
                    continue;
                }
                for (int y = 10; y < 80; ++y) {
                    image.scanLine(y)[x] = 0;
                }
            }
            const QString path = m_folder.filePath(u"bars.png"_s);
            QVERIFY(image.save(path));
            QString read = QString::fromUtf8(output(
                u"zbarimg"_s, {u"-q"_s, u"--raw"_s, u"-Sdisable"_s, u"-Scode128.enable"_s, path}));
            QVERIFY(read.endsWith(u'\n'));
            read.chop(1);
            QCOMPARE(read, text);
        }
    }

    void nothingIsCutHoweverLong_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<Paper>("paper");
        for (const Paper paper : {Paper::A4, Paper::A5}) {
            for (const QString &form : {u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"06"_s}) {
                QTest::newRow(qPrintable(form + u' ' + word(paper))) << form << paper;
            }
        }
    }
    void nothingIsCutHoweverLong()
    {
        QFETCH(QString, form);
        QFETCH(Paper, paper);
        FormFacts wordy = facts();
        wordy.intake.applicant.name = Long;
        wordy.intake.owner = wordy.intake.applicant;
        wordy.intake.authorisation = Long;
        wordy.intake.applicant.address = Long + u' ' + Long;
        wordy.intake.resultPlace = Long;
        wordy.procedure = wordy.procedure + u' ' + Long;
        wordy.staff = Long;
        wordy.intake.reason = QStringList(80, u"Thiếu xác nhận"_s).join(u' ') + u" hết lý do."_s;
        wordy.intake.documents.clear();
        for (int i = 1; i <= 40; ++i) {
            wordy.intake.documents.push_back(
                {.name = u"Giấy tờ kèm theo có tên gọi khá dài, số thứ %1"_s.arg(i),
                 .originals = form == u"02"_s ? 0 : 1,
                 .state = form == u"02"_s ? DocumentState::Missing : DocumentState::Received});
        }
        const QString pdf = written({.form = form,
                                     .version = newest(form),
                                     .paper = paper,
                                     .code = u"TN1-261117-0187"_s,
                                     .values = formValues(wordy)},
                                    u"long"_s + form + word(paper));
        const QString text = textOf(pdf, {u"-raw"_s});
        const int copies = static_cast<int>(formTemplate(form)->copies.size());
        const int pages = pagesOf(pdf);
        if (form == u"01"_s || form == u"02"_s) {
            for (int i = 1; i <= 40; ++i) {
                QCOMPARE(text.count(QRegularExpression(u"số thứ %1(?![0-9])"_s.arg(i))), copies);
            }
            // The head of the table again on each of its pages.
            QVERIFY(pages >= 2 * copies);
            QVERIFY(text.count(u"TT "_s) > copies);
        }
        if (form == u"02"_s || form == u"03"_s) {
            QCOMPARE(text.count(u"hết lý do."_s), copies);
        }
        QCOMPARE(QString(text).remove(u' ').count(Long.toUpper()) > 0, true);
        const FormLayout &layout = formTemplate(form)->layout;
        const QMarginsF least =
            layout.margins * (paper == Paper::A4 ? 1 : layout.a5) - QMarginsF(1, 1, 1, 1);
        const std::vector<QImage> seen = pictures(pdf);
        QCOMPARE(static_cast<int>(seen.size()), pages);
        for (int page = 1; page <= pages; ++page) {
            const QMarginsF ink = inkOf(seen[static_cast<size_t>(page) - 1]);
            QVERIFY2(ink.left() >= least.left() && ink.top() >= least.top()
                         && ink.right() >= least.right() && ink.bottom() >= least.bottom(),
                     qPrintable(u"page %1: %2 %3 %4 %5"_s.arg(page)
                                    .arg(ink.left())
                                    .arg(ink.top())
                                    .arg(ink.right())
                                    .arg(ink.bottom())));
            QVERIFY(text.contains(
                u"Trang %1/%2"_s.arg((page - 1) % (pages / copies) + 1).arg(pages / copies)));
        }
    }

    void theRegisterGoesOverPages()
    {
        const QString pdf = written({.form = u"07"_s,
                                     .version = newest(u"07"_s),
                                     .code = u"11/2026"_s,
                                     .values = registerOf(120)},
                                    u"07"_s);
        const QString text = textOf(pdf, {u"-layout"_s});
        for (int i = 1; i <= 120; ++i) {
            QCOMPARE(text.count(u"TN1-261117-%1"_s.arg(i, 4, 10, QChar(u'0'))), 1);
        }
        QCOMPARE(text.count(u"17/11/2026"_s), 120);
        QCOMPARE(text.count(u"Mã hồ sơ"_s), pagesOf(pdf));
        QVERIFY(pagesOf(pdf) > 2);
        QVERIFY(output(u"pdfinfo"_s, {pdf}).contains("842 x 595"));
        QVERIFY(pagesOf(written({.form = u"07"_s,
                                 .version = newest(u"07"_s),
                                 .code = u"11/2026"_s,
                                 .values = registerOf(0)}))
                == 1);
    }

    void noRowOfTheRegisterIsTorn_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QString>("code");
        for (const Paper paper : {Paper::A4, Paper::A5}) {
            for (const QString &code : {u"TN1-261117-0001"_s, u"H26.01.02.03-261117-000187"_s,
                                        u"000.A0.01.H26.01.02.03-210212-90909090"_s}) {
                QTest::newRow(qPrintable(word(paper) + u' ' + code)) << paper << code;
            }
        }
    }
    /// A busy day: codes stand on one line, rows on one page, and every page has the head.
    void noRowOfTheRegisterIsTorn()
    {
        QFETCH(Paper, paper);
        QFETCH(QString, code);
        QJsonObject values = registerOf(60);
        QJsonArray entries = values[u"entries"_s].toArray();
        for (auto &&entry : entries) {
            QJsonObject line = entry.toObject();
            line[u"code"_s] = code;
            line[u"address"_s] = u"Số 12 phố Hàng Bún, phường Ba Đình, thành phố Hà Nội"_s;
            entry = line;
        }
        values[u"entries"_s] = entries;
        const QString pdf = written({.form = u"07"_s,
                                     .version = newest(u"07"_s),
                                     .paper = paper,
                                     .code = u"11/2026"_s,
                                     .values = values},
                                    u"60rows"_s + word(paper));
        const int pages = pagesOf(pdf);
        QVERIFY(pages > 2);
        int seen = 0;
        for (int page = 1; page <= pages; ++page) {
            const QString number = QString::number(page);
            const QString text = textOf(pdf, {u"-raw"_s, u"-f"_s, number, u"-l"_s, number});
            const auto codes = text.count(code);
            QVERIFY2(codes > 0 && text.count(u"Hà Nội"_s) == codes, qPrintable(text));
            QCOMPARE(text.count(u"Mã hồ sơ"_s), 1);
            seen += static_cast<int>(codes);
        }
        QCOMPARE(seen, 60);
    }

    void aLongNameLeavesTheCodeWhereItIs_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QString>("name");
        for (const Paper paper : {Paper::A4, Paper::A5}) {
            QTest::newRow(qPrintable(word(paper) + u" words"_s))
                << paper << QStringList(40, u"Hồng"_s).join(u' ');
            QTest::newRow(qPrintable(word(paper) + u" one word"_s)) << paper << Long;
        }
    }
    void aLongNameLeavesTheCodeWhereItIs()
    {
        QFETCH(Paper, paper);
        QFETCH(QString, name);
        FormPaper form{.form = u"01"_s,
                       .version = newest(u"01"_s),
                       .paper = paper,
                       .code = u"TN1-261117-0187"_s,
                       .values = formValues(facts())};
        const QImage usual = pictures(written(form)).front();
        FormFacts named = facts();
        named.intake.applicant.name = name;
        form.values = formValues(named);
        const QString pdf = written(form, u"name"_s + word(paper));
        QCOMPARE(pagesOf(pdf), 2); // one for each copy
        QCOMPARE(stripOf(pictures(pdf).front()), stripOf(usual));
    }

    void everyMarkIsOfTheFormsFont()
    {
        FormFacts marked = facts();
        const QString letters = u"ăâđêôơư ằắẳẵặ ầấẩẫậ ềếểễệ ồốổỗộ ờớởỡợ ừứửữự ỳýỷỹỵ"_s;
        marked.intake.applicant.name = letters;
        marked.procedure = letters + letters.toUpper();
        marked.intake.dueReason = letters;
        for (const QString &form : {u"01"_s, u"03"_s, u"04"_s}) {
            const QString pdf = written({.form = form,
                                         .version = newest(form),
                                         .code = u"TN1-261117-0187"_s,
                                         .values = formValues(marked)});
            QVERIFY(textOf(pdf).contains(letters.toUpper()));
            const QByteArray fonts = output(u"pdffonts"_s, {pdf});
            QCOMPARE(fonts.count("\n"), fonts.count("MotCuaSerif") + 2);
        }
    }

    void aVersionNeverChanges_data()
    {
        QTest::addColumn<QString>("sha256");
        QTest::newRow("01-receipt.1")
            << u"99ae030ff37b618151310079ab8902c2c81333472c5800d0da260b75de288964"_s;
        QTest::newRow("02-supplement.1")
            << u"260314d8180f19ad49a47ed01058345178bd9b89e8c5345d412758719d062770"_s;
        QTest::newRow("03-refusal.1")
            << u"857ac0a48b5eca4f0d1e4b9ffb174d8760728736a084b83d8b4f9eb48086fcc4"_s;
        QTest::newRow("04-apology.1")
            << u"077f6f2df37d73876782ddcc0d058ac39f46f24fceadb3368bee488520d225b8"_s;
        QTest::newRow("06-control-slip.1")
            << u"c105573a1cbd5fca228999741b8466ba5cc50d751437ee61b2336f0ece801411"_s;
        QTest::newRow("07-register.1")
            << u"ca163adb1f2aaf648e67da5486558a9f917ac4193b8948d5a3e169cf63a7eabd"_s;
        QTest::newRow("01-receipt.2")
            << u"ea2b12667f269ff7d67fd3f40774abe49f50b0523d6d1e18838bb21b0132ac15"_s;
        QTest::newRow("02-supplement.2")
            << u"364fb7825e4e9bc99e121cd2c14530337c9af4d9808e096c810ee54406ed2a69"_s;
        QTest::newRow("03-refusal.2")
            << u"16a3bae5feef515583f4da927874b0a85ca9524076966800696e0cdc70e205a3"_s;
        QTest::newRow("04-apology.2")
            << u"d58bc876c94d6467a0a61b0e0be9129c4257ac57b4275791b85f5497c75ec600"_s;
        QTest::newRow("06-control-slip.2")
            << u"f068acdbc1b4d8d12fe88a6e462fedf4edd86bb14295bf1b294c4dbaed435232"_s;
        QTest::newRow("07-register.2")
            << u"05f0dbf13d86c73b19065196b8bbddaab0deb8990c757a29659af6cc6cc2bdd7"_s;
    }
    void aVersionNeverChanges()
    {
        QFETCH(QString, sha256);
        QFile file(u":/forms/"_s + QString::fromLatin1(QTest::currentDataTag()) + u".html"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromLatin1(
                     QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()),
                 sha256);
    }

    /// What was issued in version 1 has the values of that time, and its setting.
    void anOlderVersionReprintsAsItWas_data()
    {
        QTest::addColumn<QString>("form");
        for (const QString &form : {u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"06"_s, u"07"_s}) {
            QTest::newRow(qPrintable(form)) << form;
        }
    }
    void anOlderVersionReprintsAsItWas()
    {
        QFETCH(QString, form);
        QFile file(u"" TEST_DATA "/form_values_1.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
        const QString pdf =
            written({.form = form,
                     .version = 1,
                     .code = u"TN1-261117-0187"_s,
                     .values = kept[form == u"07"_s ? u"register"_s : u"dossier"_s].toObject()},
                    u"old"_s + form);
        QVERIFY(!pdf.isEmpty());
        QVERIFY(textOf(pdf).contains(u"BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"_s));
        const QByteArray fonts = output(u"pdffonts"_s, {pdf});
        QCOMPARE(fonts.count("\n"), fonts.count("MotCuaSans") + 2);
        const QMarginsF ink = inkOf(pictures(pdf).front());
        QVERIFY2(ink.left() > 24 && ink.left() < 27, qPrintable(QString::number(ink.left())));
    }

    void valuesPrintAsTheyAre()
    {
        FormFacts tricky = facts();
        tricky.intake.applicant.name = u"<b>{{code}}</b> & {{x}}"_s;
        tricky.intake.documents[0].name = u"{{#documents}}<img src=\"qr\">"_s;
        const QString text = textOf(written({.form = u"01"_s,
                                             .version = newest(u"01"_s),
                                             .code = u"TN1-261117-0187"_s,
                                             .values = formValues(tricky)}));
        QVERIFY2(text.contains(u"<b>{{code}}</b> & {{x}}"_s), qPrintable(text));
        QVERIFY2(text.contains(u"{{#documents}}<img src=\"qr\">"_s), qPrintable(text));
    }

    void aReprintSaysSo()
    {
        const QString text = textOf(written({.form = u"01"_s,
                                             .version = newest(u"01"_s),
                                             .code = u"TN1-261117-0187"_s,
                                             .reprint = 2,
                                             .values = formValues(facts())}));
        QCOMPARE(text.count(u"IN LẠI, LẦN 2"_s), 2);
    }

    void metadataIsNotPersonal()
    {
        const QString pdf = written({.form = u"01"_s,
                                     .version = newest(u"01"_s),
                                     .code = u"TN1-261117-0187"_s,
                                     .values = formValues(facts())});
        const QByteArray info =
            output(u"pdfinfo"_s, {pdf}) + output(u"pdfinfo"_s, {u"-meta"_s, pdf});
        QVERIFY(info.contains("TN1-261117-0187"));
        QVERIFY(!info.contains("Mai") && !info.contains("4217") && !info.contains("345"));
        const QByteArray fonts = output(u"pdffonts"_s, {pdf});
        QVERIFY2(fonts.contains("MotCua"), fonts);
        QCOMPARE(fonts.count("\n"), fonts.count("MotCua") + 2);
    }

    void wordsThatAreGoneAreAnError()
    {
        const auto gone =
            formPdf({.form = u"01"_s, .version = 99, .code = u"TN1-261117-0187"_s, .values = {}});
        QVERIFY(!gone);
        QCOMPARE(gone.error(), (Error{ErrorCode::FormVersionGone, u"01.99"_s, {}}));
        const auto strange = formPdf({.form = u"01"_s,
                                      .version = newest(u"01"_s),
                                      .code = u"TN1-261117-0187"_s,
                                      .values = {}});
        QVERIFY(!strange);
        QCOMPARE(strange.error().code, ErrorCode::FormVersionGone);
    }
};

QTEST_MAIN(FormPaperTest)
#include "formpapertest.moc"
