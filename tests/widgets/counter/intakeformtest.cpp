// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counter/intakeform.h"

#include "counter/counteractions.h"
#include "counter/counterwindow.h"
#include "counter/deskparts.h"
#include "counter/documenttable.h"
#include "counter/keyscanner.h"
#include "counter/layers.h"
#include "shared/paragraphlabel.h"
#include "support/catalogues.h"
#include "support/samplecounter.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace motcua::test;
using Kind = CounterIntent::Kind;

static const QString Marital = u"1.004873"_s;

/// A counter's window with somebody at it who came for a marital status certificate, in English.
class Form
{
public:
    explicit Form(bool shown = true)
        : asked(&window, &CounterWindow::asked)
        , edited(&window, &CounterWindow::draftEdited)
        , wanted(&window, &CounterWindow::personWanted)
    {
        window.setCatalogue(catalogue());
        window.setOverview(SampleCounter::serving());
        window.resize(1366, 768);
        if (shown) {
            show();
        }
    }
    void show()
    {
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    static const Catalogue &catalogue()
    {
        static const Catalogue made = [] {
            Catalogue catalogue = shippedCatalogue().catalogue;
            Procedure withCases{.code = u"2.999999"_s,
                                .name = {u"Việc có hai trường hợp"_s, u"Two cases"_s},
                                .group = u"H"_s,
                                .field = {},
                                .referral = {},
                                .flags = {},
                                .cases = {}};
            for (const char *name : {"Trong nước", "Có yếu tố nước ngoài"}) {
                ProcedureCase one{
                    .name = QString::fromUtf8(name),
                    .limit = Limit{LimitKind::WorkingDays, withCases.cases.empty() ? 3 : 10},
                    .limitBasis = {},
                    .feeDirect = withCases.cases.empty() ? 1000 : 2000,
                    .feeOnline = 500,
                    .feeNote = {},
                    .documents = {{u"Tờ khai"_s, 1, 0, true}}};
                if (!withCases.cases.empty()) {
                    one.documents.push_back({u"Hộ chiếu"_s, 0, 1, true});
                }
                withCases.cases.push_back(one);
            }
            catalogue.procedures.push_back(withCases);
            Procedure elsewhere = withCases;
            elsewhere.code = u"2.888888"_s;
            elsewhere.name = {u"Cấp hộ chiếu phổ thông"_s, u"Passport"_s};
            elsewhere.group.clear();
            elsewhere.referral = u"Công an thành phố"_s;
            elsewhere.cases.resize(1);
            catalogue.procedures.push_back(elsewhere);
            return catalogue;
        }();
        return made;
    }

    [[nodiscard]] IntakeForm &form() { return *window.findChild<IntakeForm *>(); }
    [[nodiscard]] Intake intake() { return form().intake(); }
    template <typename T = QWidget>
    [[nodiscard]] T &part(const QString &name)
    {
        return *window.findChild<T *>(name);
    }
    [[nodiscard]] QString text(const QString &name) { return part<QLineEdit>(name).text(); }
    void focus(const QString &name)
    {
        pause();
        part(name).setFocus();
    }
    /// As a hand that goes elsewhere; a scanner does not.
    void pause()
    {
        const auto *scanner = window.findChild<KeyScanner *>();
        [[maybe_unused]] const bool idle = QTest::qWaitFor([scanner] { return scanner->isIdle(); });
        pressedAt += 1000;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focused(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(c));
            press.setTimestamp(++pressedAt); // as quick as a scanner, however busy the machine is
            QApplication::sendEvent(focused(), &press);
        }
    }
    void scan(const QByteArray &payload = SampleCounter::card())
    {
        type(QString::fromUtf8(payload));
        press(Qt::Key_Return);
    }
    [[nodiscard]] QWidget *focused()
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : &window;
    }
    [[nodiscard]] bool hasResults()
    {
        const auto lists = window.findChildren<QWidget *>(u"results"_s);
        return std::ranges::any_of(lists, &QWidget::isVisible);
    }
    /// The states of the papers, e.g. "R1 S M N": received with its counts, shown, missing, not
    /// applicable, looked up.
    [[nodiscard]] QString papers()
    {
        QStringList told;
        for (const IntakeDocument &document : intake().documents) {
            const int sheets = document.originals + document.certified + document.copies;
            told.append(QString(u"RSLMN"_s[static_cast<int>(document.state)])
                        + (sheets > 0 ? QString::number(sheets) : QString()));
        }
        return told.join(u' ');
    }

    CounterWindow window{
        CounterSettings{.counter = 3, .staff = u"CB03"_s, .language = Language::English}};
    quint64 pressedAt = 1; ///< the display's milliseconds
    QSignalSpy asked;
    QSignalSpy edited;
    QSignalSpy wanted;
};

class IntakeFormTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray otherCard()
    {
        return u"001088012345||TRẦN VĂN AN|01021988|Nam|Hà Nội|20082021"_s.toUtf8();
    }
    static Intake everything()
    {
        return {
            .applicant = {.name = u"Nguyễn Thị Mai"_s,
                          .idNumber = u"099191004217"_s,
                          .birthDate = QDate(1991, 5, 12),
                          .sex = Sex::Female,
                          .phone = u"0912345678"_s,
                          .email = u"mai@example.vn"_s,
                          .address = u"Số 12 Hàng Bún"_s,
                          .unit = u"00004"_s},
            .owner = Person{.isOrganisation = true,
                            .name = u"Công ty A"_s,
                            .address = u"Huế"_s,
                            .unit = u"46"_s,
                            .taxCode = u"0101234567-001"_s},
            .authorisation = u"Giấy ủy quyền 12"_s,
            .procedure = u"2.999999"_s,
            .caseIndex = 1,
            .channel = IntakeChannel::Post,
            .documents = {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received},
                          {.name = u"Hộ chiếu"_s, .state = DocumentState::LookedUp},
                          {.name = u"Ảnh"_s,
                           .required = false,
                           .extra = true,
                           .copies = 2,
                           .state = DocumentState::Received}},
            .outcome = Outcome::Refused,
            .reason = u"Không thuộc thẩm quyền"_s,
            .officialCode = u"H15.50.05.13-261008-0975"_s,
            .dossier = u"TN1-261112-0007"_s,
            .due = LocalTime{QDate(2026, 12, 1), QTime(16, 30)},
            .dueReason = u"Chờ liên thông"_s,
            .resultChannel = ResultChannel::Post,
            .resultPlace = u"Quầy 12"_s,
            .fee = 2500,
            .feeExemption = u"Hộ nghèo"_s,
            .sets = 2,
            .unit = u"00008"_s};
    }

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        Form form;
        QVERIFY(form.form().isEmpty());
        form.form().setIntake(everything());
        QCOMPARE(toJson(form.intake()), toJson(everything()));
        QVERIFY(!form.form().isEmpty());
        QVERIFY(form.form().unreadable().empty());
        form.form().setIntake({});
        QCOMPARE(toJson(form.intake()), toJson(Intake{}));
    }

    void everyPaperIsSeen_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("shown first") << false;
        QTest::newRow("filled in first") << true;
    }
    void everyPaperIsSeen()
    {
        QFETCH(bool, before);
        Form form(!before);
        form.window.findChild<QAction *>(u"allDocuments"_s)->trigger();
        form.show();
        auto &table = form.part<DocumentTable>(u"documents"_s);
        const int last = static_cast<int>(form.intake().documents.size()) - 1;
        QTRY_COMPARE(table.rowViewportPosition(last) + table.rowHeight(last),
                     table.viewport()->height());
        QTRY_COMPARE(table.parentWidget()->height(), table.height() + 2);
    }

    void theTicketsProcedureIsThere()
    {
        Form form;
        QCOMPARE(form.intake().procedure, Marital);
        QCOMPARE(form.papers(), u"M M N N N N"_s);
        QVERIFY(form.form().isEmpty());
        QVERIFY(form.part(u"idNumber"_s).hasFocus());
    }

    void anotherLookKeepsEverything()
    {
        Form form;
        form.scan();
        form.type(u"0912"_s);
        const QJsonObject before = toJson(form.intake());
        CounterSettings settings = form.window.settings();
        settings.highContrast = true;
        settings.language = Language::Vietnamese;
        form.window.setSettings(settings);
        QCOMPARE(toJson(form.intake()), before);
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
        QVERIFY(form.part(u"cardTag"_s).isVisible());
        settings.language = Language::English;
        form.window.setSettings(settings);
    }

    void aCardFillsAndLocks()
    {
        Form form;
        form.scan();
        const Person person = form.intake().applicant;
        QCOMPARE(person.name, u"NGUYỄN THỊ MAI"_s);
        QCOMPARE(person.idNumber, u"099191004217"_s);
        QCOMPARE(person.birthDate, QDate(1991, 5, 12));
        QCOMPARE(person.sex, Sex::Female);
        QVERIFY(form.part(u"phone"_s).hasFocus());
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
        QCOMPARE(form.wanted.size(), 1);
        QVERIFY(!form.form().draft().typedOver);
        // Typing over it is told.
        QTest::mouseClick(&form.part(u"byHand"_s), Qt::LeftButton);
        QVERIFY(!form.part<QLineEdit>(u"name"_s).isReadOnly());
        QVERIFY(form.form().draft().typedOver);
        QCOMPARE(form.text(u"name"_s), u"NGUYỄN THỊ MAI"_s);
    }

    void aScanIntoAnotherFieldGoesToTheApplicant_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"idNumber", "name", "phone", "unit", "procedure", "documents",
                                  "onBehalf", "resultChannel", "due", "sets"}) {
            QTest::newRow(field) << QString::fromLatin1(field);
        }
    }
    void aScanIntoAnotherFieldGoesToTheApplicant()
    {
        QFETCH(QString, field);
        Form form;
        form.focus(field);
        const Intake before = form.intake();
        form.scan();
        Intake after = form.intake();
        QCOMPARE(after.applicant.idNumber, u"099191004217"_s);
        after.applicant = before.applicant;
        QCOMPARE(toJson(after), toJson(before));
        QVERIFY(form.form().unreadable().empty());
    }

    void aScanWithoutEnterIsTakenToo()
    {
        Form form;
        form.focus(u"address"_s);
        form.type(u"Hàng "_s);
        form.pause();
        form.type(QString::fromUtf8(SampleCounter::card()));
        QTRY_COMPARE(form.intake().applicant.idNumber, u"099191004217"_s);
    }

    void anInputMethodSpraysACard()
    {
        Form form;
        form.focus(u"phone"_s);
        for (const QChar c : QString::fromUtf8(SampleCounter::card())) {
            QInputMethodEvent commit;
            commit.setCommitString(QString(c));
            QApplication::sendEvent(form.focused(), &commit);
        }
        QTRY_COMPARE(form.intake().applicant.idNumber, u"099191004217"_s);
        QCOMPARE(form.text(u"phone"_s), QString());
    }

    void cardsThatAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("two glued together") << SampleCounter::card() + SampleCounter::card();
        QTest::newRow("a health insurance card") << "HN4010123456789|4e67|1|2|3|4"_ba;
        QTest::newRow("cut off") << "099191004217||NGUY|1"_ba;
        QTest::newRow("cut off in the name") << "001199000017||NGUY"_ba;
        QTest::newRow("a foreign card") << "P1234567|SMITH JOHN|GBR|M|19800101"_ba;
    }
    void cardsThatAreNotTaken()
    {
        QFETCH(QByteArray, payload);
        Form form;
        form.focus(u"phone"_s);
        form.type(u"0912"_s);
        form.pause();
        form.scan(payload);
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.text(u"phone"_s), u"0912"_s);
        QCOMPARE(form.intake().applicant.name, QString());
        QCOMPARE(form.intake().applicant.idNumber, QString());
    }

    void aSecondCardDoesNotReplaceTheFirst()
    {
        const QByteArray other = otherCard();
        Form form;
        form.scan();
        form.type(u"0912345678"_s);
        form.pause();
        form.scan(other);
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
        QCOMPARE(form.text(u"phone"_s), u"0912345678"_s);
        // F8 says that it is meant; the phone is not the other's.
        form.press(Qt::Key_F8);
        form.scan(other);
        QCOMPARE(form.intake().applicant.name, u"TRẦN VĂN AN"_s);
        QCOMPARE(form.intake().applicant.phone, QString());
        // On somebody's behalf it is the owner's.
        form.part<QAbstractButton>(u"onBehalf"_s).click();
        form.scan();
        QCOMPARE(form.intake().applicant.name, u"TRẦN VĂN AN"_s);
        QCOMPARE(form.intake().owner->name, u"NGUYỄN THỊ MAI"_s);
    }

    void aCardPastItsAgeIsToldAndTaken()
    {
        Form form;
        form.scan(u"099191004217||NGUYỄN THỊ MAI|12051991|Nữ|Hà Nội|20082012"_s.toUtf8());
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
    }

    void namesOfEveryLength_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("one word") << u"Ỷ"_s;
        QTest::newRow("200 characters") << QString(u"Nguyễn "_s).repeated(28) + u"Ánh"_s;
    }
    void namesOfEveryLength()
    {
        QFETCH(QString, name);
        Form form;
        form.focus(u"name"_s);
        form.type(name);
        QCOMPARE(form.intake().applicant.name, name);
    }

    void numbersThatAreNoIdAreKeptAsTheyStand_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("other");
        QTest::newRow("grouped") << u"099 191 004 217"_s << u"099191004217"_s << QString();
        QTest::newRow("a digit short, to be complained about")
            << u"09919100421"_s << u"09919100421"_s << QString();
        QTest::newRow("CMND") << u"012345678"_s << QString() << u"012345678"_s;
        QTest::newRow("passport") << u"B1234567"_s << QString() << u"B1234567"_s;
    }
    void numbersThatAreNoIdAreKeptAsTheyStand()
    {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        QFETCH(QString, other);
        Form form;
        form.type(typed);
        QCOMPARE(form.intake().applicant.idNumber, id);
        QCOMPARE(form.intake().applicant.otherId, other);
        QTest::qWait(100); // as long as a scanner might go on
        QCOMPARE(form.wanted.size(), id.size() == 12 ? 1 : 0);
    }

    void anOrganisationHasATaxCode()
    {
        Form form;
        form.part<QAbstractButton>(u"organisation"_s).click();
        form.focus(u"idNumber"_s);
        form.type(u"0101234567-001"_s);
        QCOMPARE(form.intake().applicant.taxCode, u"0101234567-001"_s);
        QVERIFY(form.intake().applicant.isOrganisation);
        QVERIFY(!form.part(u"birthDate"_s).isVisible());
    }

    void oneKeyTakesWhatIsKnown()
    {
        Form form;
        form.scan();
        form.window.offerKnown(u"001088012345"_s, SampleCounter::known()); // too late, of another
        QVERIFY(!form.part(u"knownStrip"_s).isVisible());
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        QVERIFY(form.part(u"knownStrip"_s).isVisible());
        QVERIFY(form.form().draft().knownPerson.isNull());
        form.press(Qt::Key_F5);
        const Person person = form.intake().applicant;
        QCOMPARE(person.phone, u"0912345678"_s);
        QCOMPARE(person.email, u"mai@example.vn"_s);
        QCOMPARE(person.unit, u"00004"_s);
        // What the card said is newer.
        QCOMPARE(person.address, u"Số 12 Hàng Bún, phường Ba Đình, Hà Nội"_s);
        QCOMPARE(form.form().draft().knownPerson, SampleCounter::known().id);
        QVERIFY(!form.part(u"knownStrip"_s).isVisible());
        // Another number is another person.
        QTest::mouseClick(&form.part(u"byHand"_s), Qt::LeftButton);
        form.focus(u"idNumber"_s);
        form.part<QLineEdit>(u"idNumber"_s).selectAll();
        form.type(u"1"_s);
        QTRY_VERIFY(form.form().draft().knownPerson.isNull());
    }

    void anOpenDossierGoesOn()
    {
        Form form;
        form.scan();
        form.press(Qt::Key_5, Qt::AltModifier); // nothing to hand over yet
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Down);
        QCOMPARE(form.intake().dossier, u"TN1-261112-0007"_s);
        // Its day has not come: nothing is handed over by Enter and F9 alone.
        QCOMPARE(form.intake().outcome, Outcome::Advised);
        QCOMPARE(form.intake().procedure, u"1.001193"_s);
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Up);
        QCOMPARE(form.intake().dossier, QString());
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
    }

    void anotherApplicantGoesOnWithNothingOfTheFirst_data()
    {
        QTest::addColumn<bool>("scanned");
        QTest::newRow("F8 and a second card") << true;
        QTest::newRow("the number typed over") << false;
    }
    void anotherApplicantGoesOnWithNothingOfTheFirst()
    {
        QFETCH(bool, scanned);
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Down);
        form.window.goOnWith(u"TN1-261112-0007"_s,
                             DossierAtHand{SampleCounter::known().open.front(), {}});
        QCOMPARE(form.intake().dossier, u"TN1-261112-0007"_s);
        if (scanned) {
            form.press(Qt::Key_F8);
            form.scan(otherCard());
        } else {
            QTest::mouseClick(&form.part(u"byHand"_s), Qt::LeftButton);
            form.focus(u"idNumber"_s);
            form.part<QLineEdit>(u"idNumber"_s).selectAll();
            form.type(u"001088012345"_s);
            form.pause();
        }
        QCOMPARE(form.intake().applicant.idNumber, u"001088012345"_s);
        QCOMPARE(form.intake().dossier, QString());
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
        QVERIFY(!form.part(u"dossier"_s).isVisible());
        form.window.offerKnown(u"001088012345"_s, {});
        QCOMPARE(form.intake().dossier, QString());
        QVERIFY(!form.part(u"dossier"_s).isVisible());
    }

    void aNumberTypedOverTakesBackWhatWasKnown()
    {
        Form form;
        form.type(u"099191004217"_s);
        form.pause();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        QVERIFY(form.part(u"knownStrip"_s).isVisible());
        form.press(Qt::Key_F5);
        QCOMPARE(form.intake().applicant.email, u"mai@example.vn"_s);
        form.focus(u"name"_s);
        form.part<QLineEdit>(u"name"_s).selectAll();
        form.type(u"Trần Văn An"_s);
        form.focus(u"idNumber"_s);
        form.part<QLineEdit>(u"idNumber"_s).selectAll();
        form.type(u"001088012345"_s);
        form.pause();
        // What was typed stays; nothing of the first person does.
        const Person expected{.name = u"Trần Văn An"_s, .idNumber = u"001088012345"_s};
        QCOMPARE(toJson(form.intake().applicant), toJson(expected));
    }

    void theStripHintsAtThePhoneOnly()
    {
        Form form;
        QSignalSpy taken(&form.window, &CounterWindow::personTaken);
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        const QString told = form.part(u"knownStrip"_s).accessibleName();
        QVERIFY2(told.contains(u"091***5678"_s), qPrintable(told));
        QVERIFY(taken.isEmpty());
        form.press(Qt::Key_F5);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.front().at(1).toUuid(), SampleCounter::known().id);
    }

    void aFailedLookUpIsAskedAgain()
    {
        Form form;
        form.scan();
        QCOMPARE(form.wanted.size(), 1);
        form.type(u"0912"_s);
        form.focus(u"address"_s);
        QCOMPARE(form.wanted.size(), 1);
        form.window.forgetLookUp();
        form.focus(u"phone"_s);
        form.type(u"3"_s);
        form.focus(u"sets"_s);
        QCOMPARE(form.wanted.size(), 2);
    }

    void aSecondOwnersCardReplacesTheFirst()
    {
        const QByteArray bare = "034088012345"_ba;
        Form form;
        form.scan();
        form.part<QAbstractButton>(u"onBehalf"_s).click();
        form.scan(otherCard());
        QCOMPARE(form.intake().owner->name, u"TRẦN VĂN AN"_s);
        QVERIFY(form.part<QLineEdit>(u"ownerName"_s).isReadOnly());
        form.part<SearchField>(u"ownerUnit"_s).setChosen({.id = u"00004"_s, .text = u"Ba Đình"_s});
        form.window.takeScan(bare); // only its number can be read
        QCOMPARE(toJson(*form.intake().owner), toJson(Person{.idNumber = u"034088012345"_s}));
        QVERIFY(!form.part<QLineEdit>(u"ownerName"_s).isReadOnly());
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
    }

    void aDossierGoesOnAsAgreed()
    {
        KnownPerson known = SampleCounter::known();
        Dossier &dossier = known.open.front();
        dossier.procedure = u"2.999999"_s;
        dossier.caseIndex = 1;
        dossier.officialCode = u"H15.50.05.13-261008-0975"_s;
        dossier.channel = IntakeChannel::Online;
        dossier.resultChannel = ResultChannel::Post;
        dossier.unit = u"00008"_s;
        dossier.sets = 3;
        dossier.fee = 700;
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, known);
        const Intake before = form.intake();
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Down);
        const Intake intake = form.intake();
        QCOMPARE(intake.caseIndex, 1);
        QCOMPARE(intake.officialCode, dossier.officialCode);
        QCOMPARE(intake.channel, IntakeChannel::Online);
        QCOMPARE(intake.resultChannel, ResultChannel::Post);
        QCOMPARE(intake.unit, u"00008"_s);
        QCOMPARE(intake.sets, 3);
        QCOMPARE(intake.fee, 700);
        // A new one begins with nothing of it.
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Up);
        QCOMPARE(toJson(form.intake()), toJson(before));
    }

    void aReceiptsCodeOpensItsDossier_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("typed");
        QTest::newRow("scanned into the ID number") << u"idNumber"_s << false;
        QTest::newRow("scanned into the papers") << u"documents"_s << false;
        QTest::newRow("scanned into a search") << u"procedure"_s << false;
        QTest::newRow("typed") << u"idNumber"_s << true;
    }
    void aReceiptsCodeOpensItsDossier()
    {
        QFETCH(QString, field);
        QFETCH(bool, typed);
        Form form;
        QSignalSpy wanted(&form.window, &CounterWindow::dossierWanted);
        const Dossier dossier = SampleCounter::known().open.front();
        const Intake before = form.intake();
        form.focus(field);
        if (typed) {
            form.type(u"tn1-261112-000"_s);
            form.pause();
            form.type(u"7"_s);
            form.press(Qt::Key_Return);
        } else {
            form.scan("TN1-261112-0007"_ba);
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), u"TN1-261112-0007"_s);
        QCOMPARE(toJson(form.intake()), toJson(before));
        form.window.goOnWith(u"TN1-261112-0007"_s, {});
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        form.window.goOnWith(u"TN1-261112-0007"_s, DossierAtHand{dossier, {}});
        QVERIFY(!form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.intake().dossier, u"TN1-261112-0007"_s);
        QCOMPARE(form.intake().outcome, Outcome::Advised);
        // It stays with whoever brings it: an authorised person's card comes now.
        form.focus(u"phone"_s);
        form.scan();
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
        QCOMPARE(form.intake().dossier, u"TN1-261112-0007"_s);
    }

    void aDossierThatIsDoneIsNotGoneOnWith()
    {
        Form form;
        Dossier dossier = SampleCounter::known().open.front();
        dossier.state = DossierState::Returned;
        form.window.goOnWith(dossier.code, DossierAtHand{dossier, {}});
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.intake().dossier, QString());
    }

    void anOfficialCodeIsScannedIntoItsField()
    {
        Form form;
        QSignalSpy wanted(&form.window, &CounterWindow::dossierWanted);
        QTest::mouseClick(&form.part(u"more"_s), Qt::LeftButton);
        form.focus(u"officialCode"_s);
        form.scan("H15.50.05.13-261008-0975"_ba);
        QVERIFY(wanted.isEmpty());
        QCOMPARE(form.intake().officialCode, u"H15.50.05.13-261008-0975"_s);
    }

    void somebodyElsesDossierIsSaid_data()
    {
        QTest::addColumn<bool>("cardFirst");
        QTest::newRow("card, then receipt") << true;
        QTest::newRow("receipt, then card") << false;
    }
    void somebodyElsesDossierIsSaid()
    {
        QFETCH(bool, cardFirst);
        Form form;
        const Dossier dossier = SampleCounter::known().open.front();
        const DossierAtHand found{dossier, {}, u"Hộ nghèo"_s, u"Quầy 7"_s};
        if (!cardFirst) {
            form.window.goOnWith(dossier.code, found);
        }
        form.window.takeScan(otherCard());
        form.window.offerKnown(u"001088012345"_s, {});
        if (cardFirst) {
            QVERIFY(!form.part(u"scanStrip"_s).isVisible());
            form.window.goOnWith(dossier.code, found);
        }
        QVERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.intake().feeExemption, u"Hộ nghèo"_s);
        QCOMPARE(form.intake().resultPlace, u"Quầy 7"_s);
    }

    void onesOwnDossierNeedsNoWord()
    {
        Form form;
        const Dossier dossier = SampleCounter::known().open.front();
        form.window.goOnWith(dossier.code, DossierAtHand{dossier, {}});
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        QVERIFY(!form.part(u"scanStrip"_s).isVisible());
    }

    void aPassportIsLookedUpWhenItsFieldIsLeft()
    {
        Form form;
        form.type(u"B1234567"_s);
        form.pause();
        QVERIFY(form.wanted.isEmpty());
        form.focus(u"name"_s);
        QCOMPARE(form.wanted.size(), 1);
        form.window.offerKnown(u"B1234567"_s, SampleCounter::known());
        QVERIFY(form.part(u"knownStrip"_s).isVisible());
    }

    void whatIsPutRightIsNotWrongAnyMore()
    {
        Form form;
        const IntakeFault phone{u"applicant.phone"_s, u"missing"_s};
        form.window.showFaults({{u"applicant.name"_s, u"missing"_s}, phone});
        form.window.showRules({}, {}); // of before
        QVERIFY(form.part<QWidget>(u"faultSummary"_s).isVisible());
        form.focus(u"address"_s);
        form.type(u"5"_s);
        form.window.showRules({.faults = {phone}}, {});
        QVERIFY(!form.part<DeskField>(u"name"_s).isWrong());
        QVERIFY(form.part<DeskField>(u"phone"_s).isWrong());
        QVERIFY(form.part(u"address"_s).hasFocus());
        form.type(u"6"_s);
        form.window.showRules({}, {});
        QVERIFY(!form.part<QWidget>(u"faultSummary"_s).isVisible());
        form.window.showRules({.faults = {phone}}, {}); // nothing is said before F9
        QVERIFY(!form.part<QWidget>(u"faultSummary"_s).isVisible());
    }

    void aSmallScreenKeepsItsForm()
    {
        Form form;
        std::vector<IntakeFault> faults;
        for (const char *field : {"name", "id_number", "address", "phone", "unit", "birth_date"}) {
            faults.push_back({u"applicant."_s + QString::fromLatin1(field), u"missing"_s});
        }
        form.window.showFaults(faults);
        const auto lines = form.window.findChildren<QWidget *>(QRegularExpression(u"^fault-"_s));
        QCOMPARE(lines.size(), 4);
    }

    void aBarcodeAmongThePapersChangesNone()
    {
        Form form;
        form.press(Qt::Key_D, Qt::ControlModifier);
        form.press(Qt::Key_Space);
        form.pause();
        const QString before = form.papers();
        form.scan("034088012345"_ba);
        QCOMPARE(form.papers(), before);
        QCOMPARE(form.intake().applicant.idNumber, u"034088012345"_s);
    }

    void aCardReadWhileNobodyIsHereCallsNobody()
    {
        Form form;
        form.window.setOverview(SampleCounter::idle());
        QTRY_VERIFY(!form.part(u"idNumber"_s).isVisible());
        form.scan("034088012345||NGUYEN THI MAI|12051991|Nam|Ba Dinh, Ha Noi|20082021"_ba);
        QVERIFY(form.asked.isEmpty());
        QVERIFY(form.part(u"errorStrip"_s).isVisible());
        // Slowly, the keys still are what they were.
        form.pause();
        form.press(Qt::Key_F2);
        QCOMPARE(form.asked.size(), 1);
    }

    void aCardReadWhileAListHasTheKeysOpensNothing()
    {
        Form form;
        form.focus(u"recorded"_s);
        form.scan();
        QVERIFY(form.asked.isEmpty());
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
    }

    void whatWasHereBeforeIsNotAskedForAgain()
    {
        Form form;
        Dossier dossier = SampleCounter::known().open.front();
        dossier.procedure = u"2.999999"_s;
        dossier.caseIndex = 1;
        dossier.state = DossierState::Supplement;
        form.window.goOnWith(
            dossier.code,
            DossierAtHand{dossier,
                          {{.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received},
                           {.name = u"Hộ chiếu"_s}}});
        QCOMPARE(form.intake().procedure, u"2.999999"_s);
        QCOMPARE(form.papers(), u"R1 M"_s);
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
    }

    void aDossierDoesNotChooseTheOutcomeAgain()
    {
        Form form;
        form.press(Qt::Key_2, Qt::AltModifier);
        Dossier dossier = SampleCounter::known().open.front();
        dossier.state = DossierState::Supplement;
        form.window.goOnWith(dossier.code, DossierAtHand{dossier, {}});
        QCOMPARE(form.intake().outcome, Outcome::Supplement);
    }

    void aDossierThatIsDueIsHandedOver()
    {
        Form form;
        Dossier dossier = SampleCounter::known().open.front();
        dossier.due = LocalTime{QDate(2026, 11, 17), QTime(16, 30)}; // today
        form.window.goOnWith(dossier.code, DossierAtHand{dossier, {}});
        QCOMPARE(form.intake().outcome, Outcome::HandedOver);
    }

    /// What stood there comes back, and nothing of the dossier stays.
    void aDossierChosenByMistakeLeavesNothing()
    {
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.part<QLineEdit>(u"phone"_s).setText(u"0987654321"_s);
        form.press(Qt::Key_E, Qt::ControlModifier);
        const Intake before = form.intake();
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Down);
        Dossier dossier = SampleCounter::known().open.front();
        form.window.goOnWith(dossier.code, DossierAtHand{dossier,
                                                         {{.name = u"Giấy chứng sinh"_s,
                                                           .originals = 1,
                                                           .state = DocumentState::Received}}});
        QVERIFY(form.intake().procedure != before.procedure);
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Up);
        QCOMPARE(toJson(form.intake()), toJson(before));
    }

    void theKeysOfTheFormWorkInACorrection()
    {
        Form form;
        correct(form, {.applicant = SampleCounter::known().person});
        form.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(correction(form).findChild<QWidget *>(u"procedure"_s)->hasFocus());
        form.press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(correction(form).findChild<QWidget *>(u"otherPaper"_s)->hasFocus());
        form.press(Qt::Key_Escape);
        form.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!form.part(u"procedure"_s).hasFocus()); // nobody is there
    }

    void aPhoneTakesTheTickAway()
    {
        Form form;
        QTest::mouseClick(&form.part(u"noPhone"_s), Qt::LeftButton);
        form.focus(u"phone"_s);
        form.type(u"0"_s);
        QVERIFY(!form.intake().applicant.hasNoPhone);
    }

    /// Nobody would miss a receipt of which nothing is said any more.
    void whatIsStillToBePrintedStaysToldWhenTheBranchIsBack()
    {
        Form form;
        form.window.showUnprinted({.kind = Kind::Print, .dossier = u"TN1-261117-0012"_s},
                                  {ErrorCode::ConnectionLost, {}, {}});
        form.window.forgetTrouble();
        QVERIFY(form.part(u"errorStrip"_s).isVisible());
        form.window.showError({ErrorCode::ConnectionLost, {}, {}});
        form.window.forgetTrouble();
        QVERIFY(!form.part(u"errorStrip"_s).isVisible());
    }

    void theOnlyDossierIsHandedOverByOneKey()
    {
        Form form;
        form.press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(form.part(u"scanStrip"_s).isVisible()); // there is none yet
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
        form.scan();
        KnownPerson known = SampleCounter::known();
        known.open.resize(1);
        form.window.offerKnown(u"099191004217"_s, known);
        form.press(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(form.intake().outcome, Outcome::HandedOver);
        QCOMPARE(form.intake().dossier, known.open.front().code);
    }

    void oneMoreIsForTheSameCitizen()
    {
        Form form;
        form.scan();
        form.type(u"0912345678"_s);
        form.pause();
        const Person before = form.intake().applicant;
        QSignalSpy reused(&form.window, &CounterWindow::personTaken);
        const QUuid person = QUuid::createUuid();
        form.window.showRecorded(
            {.code = u"TN1-261117-0012"_s, .person = person, .staysHere = true});
        QCOMPARE(form.form().draft().knownPerson, person);
        QCOMPARE(reused.size(), 1);
        QCOMPARE(form.intake().applicant, before);
        QCOMPARE(form.intake().procedure, QString());
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
        QVERIFY(form.part(u"procedure"_s).hasFocus());
        QVERIFY(form.form().isEmpty()); // F9 finishes
        form.window.showRecorded({.code = u"TN1-261117-0013"_s});
        QCOMPARE(form.intake().applicant, Person());
    }

    void whatWasRecordedOfSomebodyElseLeavesTheFormAlone()
    {
        Form form;
        form.scan();
        const Person here = form.intake().applicant;
        form.window.showRecorded(
            {.code = u"TN1-261117-0012"_s, .isEarlier = true, .isElsewhere = true});
        QCOMPARE(form.intake().applicant, here);
        QVERIFY(form.part(u"recordedStrip"_s).isVisible()
                || !form.window.findChildren<QWidget *>(u"recordedStrip"_s).isEmpty());
    }

    void aCompanyHasNotTheNameOfACard()
    {
        Form form;
        form.scan();
        QTest::mouseClick(&form.part(u"organisation"_s), Qt::LeftButton);
        const Person company = form.intake().applicant;
        QVERIFY(company.isOrganisation);
        QCOMPARE(company.name, QString());
        QCOMPARE(company.taxCode, QString());
        QVERIFY(!company.sex);
        QVERIFY(!form.part<QLineEdit>(u"name"_s).isReadOnly());
    }

    void aTickByMistakeLosesNobody_data()
    {
        QTest::addColumn<bool>("owner");
        QTest::newRow("applicant") << false;
        QTest::newRow("owner") << true;
    }
    void aTickByMistakeLosesNobody()
    {
        QFETCH(bool, owner);
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.press(Qt::Key_F5);
        if (owner) {
            form.pause();
            form.part<QAbstractButton>(u"onBehalf"_s).click();
            form.scan(otherCard());
            form.pause();
        }
        const Draft before = form.form().draft();
        auto &box = form.part<QAbstractButton>(owner ? u"ownerOrganisation"_s : u"organisation"_s);
        box.click();
        QCOMPARE(form.text(owner ? u"ownerName"_s : u"name"_s), QString());
        box.click();
        QCOMPARE(toJson(form.form().draft().intake), toJson(before.intake));
        QCOMPARE(form.form().draft().locked, before.locked);
        QCOMPARE(form.form().draft().knownPerson, before.knownPerson);
        QCOMPARE(form.part(u"cardTag"_s).isVisible(), true);
        // The next card is somebody else's; nobody comes back from before it.
        if (!owner) {
            form.press(Qt::Key_F8);
            form.scan(otherCard());
            box.click();
            box.click();
            QCOMPARE(form.text(u"name"_s), u"TRẦN VĂN AN"_s);
        }
    }

    void aTickByMistakeKeepsTheDossier()
    {
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.press(Qt::Key_F5);
        auto &dossier = form.part<QComboBox>(u"dossier"_s);
        dossier.setCurrentIndex(1);
        Q_EMIT dossier.activated(1);
        form.press(Qt::Key_5, Qt::AltModifier);
        const Draft before = form.form().draft();
        QCOMPARE(before.intake.outcome, Outcome::HandedOver);
        auto &box = form.part<QAbstractButton>(u"organisation"_s);
        box.click();
        QCOMPARE(form.text(u"phone"_s), QString()); // on record of a citizen, not of a company
        box.click();
        QCOMPARE(toJson(form.form().draft().intake), toJson(before.intake));
        QCOMPARE(form.form().draft().intake.dossier, before.intake.dossier);
        QCOMPARE(form.form().draft().intake.outcome, Outcome::HandedOver);
    }

    void aTickByMistakeLeavesTheOwnersCardAlone()
    {
        Form form;
        form.scan();
        form.part<QAbstractButton>(u"onBehalf"_s).click();
        form.part<QAbstractButton>(u"organisation"_s).click();
        form.focus(u"idNumber"_s);
        form.type(u"0101234567"_s);
        form.pause();
        form.scan(otherCard()); // another number than the company's: the owner's
        QVERIFY(form.part<QLineEdit>(u"ownerName"_s).isReadOnly());
        QVERIFY(form.part(u"byHand"_s).isVisible());
        form.part<QAbstractButton>(u"organisation"_s).click();
        QCOMPARE(form.text(u"name"_s), u"NGUYỄN THỊ MAI"_s);
        QCOMPARE(form.text(u"ownerName"_s), u"TRẦN VĂN AN"_s);
        QVERIFY(form.part<QLineEdit>(u"ownerName"_s).isReadOnly());
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
    }

    void aComplaintIsSeenFromThePapers()
    {
        Form form;
        form.press(Qt::Key_D, Qt::ControlModifier);
        form.press(Qt::Key_Down);
        form.press(Qt::Key_5, Qt::AltModifier); // of nobody yet
        const QWidget &strip = form.part(u"scanStrip"_s);
        QTRY_COMPARE(strip.visibleRegion().boundingRect(), strip.rect());
    }

    void theDetailsComeIntoSight()
    {
        Form form;
        QTest::mouseClick(&form.part(u"more"_s), Qt::LeftButton);
        const QWidget &fee = form.part(u"fee"_s);
        QVERIFY(fee.hasFocus());
        QTRY_COMPARE(fee.visibleRegion().boundingRect(), fee.rect());
    }

    void typingOverACardIsAnswered()
    {
        Form form;
        form.scan();
        form.pause();
        form.part(u"name"_s).setFocus();
        form.type(u"x"_s);
        QTRY_VERIFY(form.part(u"scanStrip"_s).isVisible());
        QCOMPARE(form.text(u"name"_s), u"NGUYỄN THỊ MAI"_s);
        form.press(Qt::Key_Escape);
        QVERIFY(!form.part(u"scanStrip"_s).isVisible());
        // A scanner is no hand: the same card once more says nothing.
        form.part(u"name"_s).setFocus();
        form.scan();
        QVERIFY(!form.part(u"scanStrip"_s).isVisible());
    }

    void theOutcomeIsAlwaysSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("reference") << QSize(1366, 768) << 1.0;
        QTest::newRow("low") << QSize(1280, 720) << 1.0;
        QTest::newRow("larger text") << QSize(1366, 768) << 1.25;
    }
    void theOutcomeIsAlwaysSeen()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        Form form;
        CounterSettings settings = form.window.settings();
        settings.textScale = scale;
        form.window.setSettings(settings);
        form.window.resize(size);
        QCoreApplication::processEvents();
        QVERIFY(form.intake().documents.size() >= 6);
        for (const char *name : {"outcome-accepted", "outcome-advised", "due", "sets"}) {
            const QWidget &part = form.part(QString::fromLatin1(name));
            QTRY_COMPARE(part.visibleRegion().boundingRect(), part.rect());
        }
        // Going down the papers shows each.
        form.press(Qt::Key_D, Qt::ControlModifier);
        auto &table = form.part<DocumentTable>(u"documents"_s);
        QTRY_COMPARE(table.parentWidget()->height(), table.height() + 2);
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const QRect line = table.visualRect(table.currentIndex());
            QVERIFY2(table.viewport()->visibleRegion().contains(line.center()),
                     qPrintable(QString::number(row)));
            form.press(Qt::Key_Down);
        }
    }

    void todaysIntakesAreATabOnANarrowScreen()
    {
        Form form;
        form.window.resize(1270, 720);
        QTRY_VERIFY(form.part(u"todayTab"_s).isVisible());
        QVERIFY(!form.part(u"recorded"_s).isVisible());
        QTest::mouseClick(&form.part(u"todayTab"_s), Qt::LeftButton);
        QVERIFY(form.part(u"recorded"_s).isVisible());
        form.window.resize(1366, 768);
        QTRY_VERIFY(!form.part(u"todayTab"_s).isVisible());
        QVERIFY(form.part(u"recorded"_s).isVisible());
    }

    void wrongFieldsAreRightAgainForTheNext()
    {
        Form form;
        form.window.showFaults({{u"applicant.name"_s, u"missing"_s}});
        QVERIFY(form.part<DeskField>(u"name"_s).isWrong());
        form.window.showFaults({{u"applicant.phone"_s, u"missing"_s}});
        QVERIFY(!form.part<DeskField>(u"name"_s).isWrong());
        form.form().begin({});
        QVERIFY(!form.part<DeskField>(u"phone"_s).isWrong());
        QVERIFY(!form.part<QWidget>(u"faultSummary"_s).isVisible());
    }

    void dossiersAreSearchedAndGoneOnWith()
    {
        Form form;
        QSignalSpy asked(&form.window, &CounterWindow::dossiersWanted);
        QSignalSpy wanted(&form.window, &CounterWindow::dossierWanted);
        const Dossier dossier = SampleCounter::known().open.front();
        const std::vector<DossierListing> found{
            {.dossier = dossier, .name = u"N. T. Mai"_s, .idNumber = u"099*****4217"_s}};
        form.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1); // the latest
        form.type(u"nguyen thi mai"_s);
        form.press(Qt::Key_Return); // at once, and takes nothing yet
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.back().at(0).toString(), u"nguyen thi mai"_s);
        form.window.showFound({}, false, std::vector<DossierListing>()); // of the first search
        QVERIFY(!form.part(u"answer"_s).isEnabled());
        form.window.showFound(u"nguyen thi mai"_s, false,
                              Result<std::vector<DossierListing>>(
                                  std::unexpected(Error{ErrorCode::StorageFailed, u"x"_s, {}})));
        QVERIFY(!form.part(u"answer"_s).isEnabled());
        form.window.showFound(u"nguyen thi mai"_s, false, found);
        QVERIFY(form.part(u"answer"_s).isEnabled());
        const auto choices = form.window.findChildren<ChoiceButton *>();
        QVERIFY(std::ranges::any_of(choices, [](const ChoiceButton *choice) {
            return choice->text().endsWith(u"N. T. Mai · 099*****4217 · Birth"_s);
        }));
        form.press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), dossier.code);
        QVERIFY(!form.window.findChild<QWidget *>(u"find"_s)->isVisible());
    }

    void aRecordTellsItsHistory()
    {
        Form form;
        form.window.setOverview(SampleCounter::idle());
        Intake intake{.applicant = SampleCounter::known().person};
        intake.documents = {{.name = u"Tờ khai"_s}};
        Intake corrected = intake;
        corrected.applicant.phone = u"0987654321"_s;
        corrected.documents.front().state = DocumentState::Received;
        corrected.documents.front().originals = 1;
        corrected.channel = IntakeChannel::Online;
        corrected.correction = u"Gõ nhầm"_s;
        form.window.showRecord({.dossier = SampleCounter::known().open.front(),
                                .onRecord = intake,
                                .entries = {{.at = SampleCounter::at(9, 38),
                                             .counter = 3,
                                             .staff = u"CB03"_s,
                                             .outcome = Outcome::Supplement,
                                             .who = u"Trần Văn An"_s},
                                            {.at = SampleCounter::at(9, 52),
                                             .counter = 5,
                                             .staff = u"CB07"_s,
                                             .corrected = {{intake, corrected}}}},
                                .papers = {{.form = u"02"_s, .prints = 2}}});
        QStringList told;
        for (const auto *text : form.window.findChildren<ParagraphLabel *>()) {
            told.append(text->accessibleName());
        }
        QVERIFY(told.contains(u"17/11/2026 09:38 · counter 3 · CB03: To supplement (Trần Văn An) "
                              "17/11/2026 09:52 · counter 5 · CB07: corrected: Gõ nhầm "
                              "Phone: "_s
                              + intake.applicant.phone
                              + u" → 0987654321; It came: at the counter → online; "
                                "Tờ khai: missing → received, 1 original"_s));
        QCOMPARE(told.filter(u"form 02, printed 2 time"_s).size(), 1);
    }

    /// The form of a correction that is in front.
    static IntakeForm &correction(Form &form)
    {
        return *form.window.findChild<CorrectLayer *>()->findChild<IntakeForm *>();
    }
    static void correct(Form &form, const Intake &onRecord)
    {
        form.window.setOverview(SampleCounter::idle());
        form.window.showRecord(
            {.dossier = SampleCounter::known().open.front(), .onRecord = onRecord});
        QTest::mouseClick(&form.part(u"correct"_s), Qt::LeftButton);
    }

    void aCorrectionNeedsAChangeAndAReason()
    {
        Form form;
        Intake intake{.applicant = SampleCounter::known().person};
        intake.applicant.email = u"mai@example.org"_s; // has no field
        correct(form, intake);
        const auto line = [&form](const QString &name) {
            return correction(form).findChild<DeskField *>(name);
        };
        QVERIFY(line(u"name"_s)->hasFocus());
        form.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(form.part(u"correctComplaint"_s).isVisible()); // nothing was changed
        line(u"name"_s)->setText(u"Nguyễn Thị May"_s);
        line(u"birthDate"_s)->setText(u"1991"_s);
        line(u"correction"_s)->setText(u"Gõ nhầm họ tên"_s);
        form.press(Qt::Key_F9);
        QVERIFY(line(u"birthDate"_s)->hasFocus());
        line(u"birthDate"_s)->setText(u"12/5/1991"_s);
        line(u"correction"_s)->clear();
        form.press(Qt::Key_F9);
        QVERIFY(line(u"correction"_s)->hasFocus());
        QCOMPARE(form.asked.size(), 0);
        form.type(u"Gõ nhầm họ tên"_s);
        form.press(Qt::Key_F9);
        QCOMPARE(form.asked.size(), 1);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Correct);
        QCOMPARE(intent.dossier, SampleCounter::known().open.front().code);
        intake.applicant.name = u"Nguyễn Thị May"_s;
        intake.applicant.birthDate = QDate(1991, 5, 12);
        intake.correction = u"Gõ nhầm họ tên"_s;
        QCOMPARE(toJson(*intent.corrected), toJson(intake));
        // It stays until the branch has it, and any other trouble is told on the page.
        form.window.refuseCorrection(
            {ErrorCode::InvalidIntake, u"  applicant.phone: bad_phone"_s, {}});
        QVERIFY(line(u"phone"_s)->isWrong());
        QVERIFY(line(u"phone"_s)->hasFocus());
        form.window.refuseCorrection({ErrorCode::DossierState, intent.dossier, {}});
        QVERIFY(form.part(u"correctComplaint"_s).isVisible());
        form.window.showError({ErrorCode::DiskFull, {}, {}});
        QVERIFY(form.part(u"correctComplaint"_s).isVisible());
        form.press(Qt::Key_Escape); // says that it would be lost
        QVERIFY(form.window.findChild<CorrectLayer *>()->isVisible());
        form.window.showCorrected(intent.dossier);
        QVERIFY(!form.window.findChild<CorrectLayer *>()->isVisible());
        QVERIFY(form.part(u"recordedStrip"_s).isVisible());
    }

    void whatHasNoFaultStaysAsItWasRecorded()
    {
        Form form;
        const Intake recorded = everything();
        correct(form, recorded);
        Intake shown = correction(form).intake();
        QCOMPARE(toJson(shown), toJson(recorded));
        correction(form).findChild<DeskField *>(u"sets"_s)->setText(u"3"_s);
        shown = correction(form).intake();
        QCOMPARE(shown.due, recorded.due); // its reason too
        QCOMPARE(shown.dueReason, recorded.dueReason);
    }

    void papersAndDateAreCorrectedToo()
    {
        Form form;
        Intake recorded{.applicant = SampleCounter::known().person, .procedure = Marital};
        const Procedure &marital =
            *std::ranges::find(form.catalogue().procedures, Marital, &Procedure::code);
        recorded.documents = checklistOf(marital.cases.front());
        recorded.due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)};
        correct(form, recorded);
        correction(form).findChild<DocumentTable *>()->setFocus();
        form.press(Qt::Key_2);
        auto *due = correction(form).findChild<DeskField *>(u"due"_s);
        due->setText(u"24/11/2026 11:00"_s);
        Q_EMIT due->textEdited(due->text());
        correction(form).findChild<DeskField *>(u"dueReason"_s)->setText(u"Chờ xác minh"_s);
        correction(form).findChild<DeskField *>(u"correction"_s)->setText(u"Gia hạn"_s);
        form.press(Qt::Key_F9);
        QCOMPARE(form.asked.size(), 1);
        const auto corrected = *form.asked.front().front().value<CounterIntent>().corrected;
        QCOMPARE(corrected.documents.front().state, DocumentState::Returned);
        QCOMPARE(corrected.due, (LocalTime{QDate(2026, 11, 24), QTime(11, 0)}));
        QCOMPARE(corrected.dueReason, u"Chờ xác minh"_s);
    }

    /// Another procedure is due when its rule says so.
    void anotherProcedureHasAnotherDate()
    {
        Form form;
        Intake recorded{.applicant = SampleCounter::known().person, .procedure = Marital};
        recorded.due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)};
        correct(form, recorded);
        auto *procedure = correction(form).findChild<SearchField *>(u"procedure"_s);
        procedure->setFocus();
        procedure->selectAll();
        form.type(u"2.999999"_s);
        form.press(Qt::Key_Return);
        const Intake corrected = correction(form).intake();
        QCOMPARE(corrected.procedure, u"2.999999"_s);
        QVERIFY(!corrected.due);
    }

    /// As it was recorded, whatever the catalogue says by now.
    void aCorrectionHasThePapersOfItsVersion()
    {
        Form form;
        Procedure older =
            *std::ranges::find(form.catalogue().procedures, u"2.999999"_s, &Procedure::code);
        std::swap(older.cases.front(), older.cases.back());
        older.cases.back().name = u"Trong nước, bản cũ"_s;
        Intake recorded{.applicant = SampleCounter::known().person, .procedure = older.code};
        recorded.caseIndex = 1;
        recorded.fee = 0;
        recorded.feeExemption = u"Hộ nghèo"_s;
        recorded.due = LocalTime{QDate(2026, 11, 20), QTime(16, 30)};
        recorded.dueReason = u"Chờ xác minh"_s;
        Dossier dossier = SampleCounter::known().open.front();
        dossier.procedure = older.code;
        form.window.setOverview(SampleCounter::idle());
        form.window.showRecord({.dossier = dossier, .procedure = older, .onRecord = recorded});
        QTest::mouseClick(&form.part(u"correct"_s), Qt::LeftButton);
        auto *which = correction(form).findChild<QComboBox *>(u"case"_s);
        QCOMPARE(which->currentText(), u"Trong nước, bản cũ"_s);
        // Another case keeps the fee that was agreed on; back again, it is as before.
        QTest::keyClick(which, Qt::Key_Up);
        QCOMPARE(correction(form).intake().caseIndex, 0);
        QCOMPARE(correction(form).intake().fee, 0);
        QVERIFY(!correction(form).intake().due);
        QTest::keyClick(which, Qt::Key_Down);
        Intake back = correction(form).intake();
        back.documents.clear(); // its list is complete now
        QCOMPARE(toJson(back), toJson(recorded));
    }

    void aScanIntoACorrectionChangesNothing()
    {
        Form form;
        Intake recorded{.applicant = SampleCounter::known().person};
        recorded.documents = {
            {.name = u"Tờ khai"_s, .originals = 1, .state = DocumentState::Received}};
        correct(form, recorded);
        auto *table = correction(form).findChild<DocumentTable *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, DocumentTable::Originals));
        form.scan();
        QCOMPARE(toJson(correction(form).intake()), toJson(recorded));
    }

    void aPaperThatWasOnlyTypedIsNotLostByEsc()
    {
        Form form;
        correct(form, {.applicant = SampleCounter::known().person});
        QTest::mouseClick(correction(form).findChild<QWidget *>(u"otherPaper"_s), Qt::LeftButton);
        form.type(u"Giấy khác"_s);
        form.pause();
        form.press(Qt::Key_Escape);
        QVERIFY(form.window.findChild<CorrectLayer *>()->isVisible());
        QCOMPARE(correction(form).intake().documents.size(), 1);
    }

    void anOrganisationHasNothingOfACitizen()
    {
        Form form;
        Person citizen = SampleCounter::known().person;
        citizen.birthDate = QDate(1991, 5, 12);
        citizen.sex = Sex::Female;
        correct(form, {.applicant = citizen});
        QTest::mouseClick(correction(form).findChild<QWidget *>(u"organisation"_s), Qt::LeftButton);
        const Person now = correction(form).intake().applicant;
        QVERIFY(now.isOrganisation && !now.birthDate && !now.sex && now.idNumber.isEmpty());
    }

    void aPaperIsChosenAndSaidWhyOnlyIfItMayBeOut()
    {
        Form form;
        CounterSettings settings = form.window.settings();
        settings.printer = u"van-phong"_s;
        form.window.setSettings(settings);
        form.window.setOverview(SampleCounter::idle());
        const Dossier dossier = SampleCounter::known().open.front();
        const ShownRecord record{
            .dossier = dossier,
            .onRecord = {.applicant = SampleCounter::known().person},
            .papers = {{.form = u"01"_s, .prints = 1, .isOut = true}, {.form = u"06"_s}}};
        const auto choose = [&](int which) {
            form.window.showRecord(record);
            QTest::mouseClick(&form.part(u"print"_s), Qt::LeftButton);
            for (int i = 0; i < which; ++i) {
                form.press(Qt::Key_Down);
            }
            form.press(Qt::Key_Return);
        };
        choose(1); // the control slip was never printed
        QCOMPARE(form.asked.size(), 1);
        auto intent = form.asked.takeFirst().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Print);
        QCOMPARE(intent.dossier, dossier.code);
        QCOMPARE(intent.paper, u"06"_s);
        QVERIFY(intent.reason.isEmpty());
        choose(0);
        QCOMPARE(form.asked.size(), 0); // why?
        form.press(Qt::Key_Return);
        QCOMPARE(form.asked.size(), 1);
        intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.paper, u"01"_s);
        QCOMPARE(intent.reason, u"lost"_s);
    }

    void todaysRegisterIsPrinted()
    {
        Form form;
        CounterOverview overview = SampleCounter::idle();
        overview.hall.branch.settings.deskPrinter.clear();
        form.window.setOverview(overview);
        form.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(!form.window.findChild<QWidget *>(u"printRegister"_s)); // nowhere to print
        form.press(Qt::Key_Escape);
        CounterSettings settings = form.window.settings();
        settings.printer = u"van-phong"_s;
        form.window.setSettings(settings);
        form.press(Qt::Key_F, Qt::ControlModifier);
        QTest::mouseClick(&form.part(u"printRegister"_s), Qt::LeftButton);
        QCOMPARE(form.asked.size(), 1);
        QCOMPARE(form.asked.front().front().value<CounterIntent>().kind, Kind::PrintRegister);
    }

    void anAddressProposesItsUnit()
    {
        Form form;
        form.scan();
        QCOMPARE(form.intake().applicant.unit, u"00004"_s); // phường Ba Đình, Hà Nội
        // Another address, another unit.
        QTest::mouseClick(&form.part(u"byHand"_s), Qt::LeftButton);
        form.part<QLineEdit>(u"address"_s).setText(u"Phường Ngọc Hà, Hà Nội"_s);
        form.focus(u"address"_s);
        form.press(Qt::Key_Return);
        QCOMPARE(form.intake().applicant.unit, u"00008"_s);
        // What was chosen stays, whatever the address says.
        form.part<SearchField>(u"unit"_s).setChosen({.id = u"04"_s, .text = u"Cao Bằng"_s});
        form.focus(u"address"_s);
        form.press(Qt::Key_Return);
        QCOMPARE(form.intake().applicant.unit, u"04"_s);
    }

    void theCompetentUnitIsProposed()
    {
        Form form;
        form.scan();
        QVERIFY(form.intake().unit.isEmpty()); // never by itself: it stands on paper
        QTest::mouseClick(&form.part(u"more"_s), Qt::LeftButton);
        form.focus(u"competent"_s);
        form.press(Qt::Key_Down);
        form.press(Qt::Key_Return);
        QCOMPARE(form.intake().unit, u"00004"_s);
    }

    void theResultIsCollectedWhereTheBranchHandsItOver()
    {
        Form form;
        QCOMPARE(form.part<QComboBox>(u"resultChannel"_s).itemText(0), u"At the counter"_s);
        CounterOverview overview = SampleCounter::serving();
        overview.hall.branch.settings.resultsCounter = 12;
        form.window.setOverview(overview);
        QCOMPARE(form.part<QComboBox>(u"resultChannel"_s).itemText(0), u"At counter 12"_s);
    }

    void aPassportBecomesAnIdNumber_data()
    {
        QTest::addColumn<Person>("person");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("idNumber");
        QTest::addColumn<QString>("otherId");
        const Person citizen{.name = u"An"_s, .idNumber = u"001088012345"_s};
        const Person guest{.name = u"An"_s, .otherId = u"C1234567"_s};
        QTest::newRow("a card after all")
            << guest << u"001 088 012 346"_s << u"001088012346"_s << QString();
        QTest::newRow("a passport after all")
            << citizen << u"C7654321"_s << QString() << u"C7654321"_s;
        QTest::newRow("a CMND after all")
            << citizen << u"012345678"_s << QString() << u"012345678"_s;
    }
    void aPassportBecomesAnIdNumber()
    {
        QFETCH(Person, person);
        QFETCH(QString, typed);
        QFETCH(QString, idNumber);
        QFETCH(QString, otherId);
        Form form;
        correct(form, {.applicant = person});
        correction(form).findChild<DeskField *>(u"idNumber"_s)->setText(typed);
        correction(form).findChild<DeskField *>(u"correction"_s)->setText(u"Nhầm giấy tờ"_s);
        form.press(Qt::Key_F9);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.corrected->applicant.idNumber, idNumber);
        QCOMPARE(intent.corrected->applicant.otherId, otherId);
    }

    void whatDidNotComeOutIsPrintedFromItsStrip()
    {
        Form form;
        const QString code = u"TN1-261117-0012"_s;
        form.window.showUnprinted({.kind = Kind::Print, .dossier = code, .paper = u"04"_s},
                                  {ErrorCode::FormNotPrinted, u"van-phong"_s, {}});
        auto *again = form.part(u"errorStrip"_s).findChild<QAbstractButton *>();
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(form.asked.size(), 1);
        // It stays told while work goes on.
        form.asked.clear();
        form.window.showUnprinted({.kind = Kind::Print, .dossier = code, .paper = u"04"_s},
                                  {ErrorCode::FormNotPrinted, u"van-phong"_s, {}});
        form.press(Qt::Key_F3);
        QCOMPARE(form.asked.size(), 1);
        QVERIFY(form.part(u"errorStrip"_s).isVisible());
        form.asked.clear();
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(form.asked.size(), 1);
        auto intent = form.asked.takeFirst().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Print);
        QCOMPARE(intent.dossier, code);
        QCOMPARE(intent.paper, u"04"_s);
        QVERIFY(!form.part(u"errorStrip"_s).isVisible());
        // A colleague has printed it meanwhile: why once more?
        form.window.showUnprinted({.kind = Kind::Print, .dossier = code, .paper = u"04"_s},
                                  {ErrorCode::FormIssued, code, {}});
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(form.asked.size(), 0);
        form.press(Qt::Key_Return);
        QCOMPARE(form.asked.size(), 1);
        intent = form.asked.takeFirst().front().value<CounterIntent>();
        QCOMPARE(intent.paper, u"04"_s);
        QCOMPARE(intent.reason, u"lost"_s);
        // Another trouble is only closed.
        form.window.showUnprinted({.kind = Kind::Print, .dossier = code, .paper = u"04"_s},
                                  {ErrorCode::FormNotPrinted, u"van-phong"_s, {}});
        form.window.showError({ErrorCode::DiskFull, {}, {}});
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(form.asked.size(), 0);
        // What was corrected says the old words on paper.
        form.window.showCorrected(code);
        QTest::mouseClick(form.part(u"recordedStrip"_s).findChild<QAbstractButton *>(),
                          Qt::LeftButton);
        QCOMPARE(form.asked.size(), 1);
        intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Print);
        form.window.showPrinted(code, u"Giấy tiếp nhận"_s, 1);
        QVERIFY(form.part(u"recordedStrip"_s).accessibleName().contains(u"Giấy tiếp nhận"_s));
    }

    void theLateOnesAreListed()
    {
        Form form;
        form.window.setOverview(SampleCounter::idle());
        QSignalSpy asked(&form.window, &CounterWindow::dossiersWanted);
        Dossier dossier = SampleCounter::known().open.front();
        dossier.due = LocalTime{QDate(2026, 11, 2), QTime(16, 30)};
        form.press(Qt::Key_F, Qt::ControlModifier);
        form.part<QAbstractButton>(u"late"_s).click();
        QCOMPARE(asked.back().at(1).toBool(), true);
        form.window.showFound(
            {}, true,
            std::vector<DossierListing>{
                {.dossier = dossier, .name = {}, .idNumber = {}, .isOverdue = true}});
        form.press(Qt::Key_Down);
        form.press(Qt::Key_Return);
        // Nobody is there: what is on record is opened, for a reason that is kept.
        form.press(Qt::Key_Return);
        QCOMPARE(form.asked.size(), 1);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::OpenRecord);
        QCOMPARE(intent.dossier, dossier.code);
        QCOMPARE(intent.reason, u"asked"_s);
    }

    void aProcedureIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("down");
        QTest::addColumn<QString>("code");
        QTest::newRow("code") << u"2.000635"_s << 0 << u"2.000635"_s;
        QTest::newRow("name without accents") << u"xac nhan hon nhan"_s << 0 << Marital;
        QTest::newRow("the second") << u"hai truong hop"_s << 0 << u"2.999999"_s;
        QTest::newRow("not taken here") << u"ho chieu pho thong"_s << 0 << u"2.888888"_s;
    }
    void aProcedureIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(int, down);
        QFETCH(QString, code);
        Form form;
        form.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(form.part(u"procedure"_s).hasFocus());
        form.type(typed);
        QVERIFY(form.hasResults());
        for (int i = 0; i < down; ++i) {
            form.press(Qt::Key_Down);
        }
        form.press(Qt::Key_Return);
        QVERIFY(!form.hasResults());
        QCOMPARE(form.intake().procedure, code);
        const bool isTaken = code != u"2.888888";
        QCOMPARE(form.part(u"procedureNote"_s).isVisible(), !isTaken);
    }

    void aSearchThatFindsNothingIsKept()
    {
        Form form;
        form.press(Qt::Key_K, Qt::ControlModifier);
        form.type(u"zzzz"_s);
        QVERIFY(!form.hasResults());
        form.focus(u"documents"_s);
        QCOMPARE(form.text(u"procedure"_s), u"zzzz"_s);
        QCOMPARE(form.intake().procedure, QString());
        form.press(Qt::Key_F9);
        QVERIFY(form.part(u"faultSummary"_s).isVisible());
        QVERIFY(form.part(u"procedure"_s).hasFocus());
        QVERIFY(form.asked.isEmpty());
        // Esc takes a search back.
        form.window.setOverview(SampleCounter::idle());
        form.window.setOverview(SampleCounter::serving());
        form.press(Qt::Key_K, Qt::ControlModifier);
        form.type(u"khai sinh"_s);
        form.press(Qt::Key_Escape);
        QCOMPARE(form.intake().procedure, Marital);
    }

    void aSearchThatIsNotEndedRecordsNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("procedure") << u"procedure"_s << u"khai sinh"_s;
        QTest::newRow("residence") << u"unit"_s << u"hoan"_s;
        QTest::newRow("competent unit") << u"competent"_s << u"hoan"_s;
    }
    void aSearchThatIsNotEndedRecordsNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        Form form;
        Intake intake = everything();
        intake.outcome = Outcome::Accepted;
        form.form().setIntake(intake);
        const QJsonObject before = toJson(form.intake());
        QTest::mouseClick(&form.part(u"more"_s), Qt::LeftButton);
        form.focus(field);
        form.part<QLineEdit>(field).selectAll();
        form.type(typed);
        QTest::qWait(100);
        form.press(Qt::Key_F9);
        QVERIFY(form.asked.isEmpty());
        QVERIFY(form.part(u"faultSummary"_s).isVisible());
        // Esc takes it back.
        form.focus(field);
        form.press(Qt::Key_Escape);
        QCOMPARE(toJson(form.intake()), before);
    }

    void theCaseDecidesPapersAndFee()
    {
        Form form;
        form.press(Qt::Key_E, Qt::ControlModifier);
        form.press(Qt::Key_K, Qt::ControlModifier);
        form.type(u"2.999999"_s);
        form.press(Qt::Key_Return);
        QVERIFY(form.part(u"case"_s).isVisible());
        QCOMPARE(form.intake().fee, 1000);
        QCOMPARE(form.papers(), u"M"_s); // the papers of the other procedure go
        form.press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(form.papers(), u"R1"_s);
        form.focus(u"case"_s);
        form.press(Qt::Key_Down);
        QCOMPARE(form.intake().caseIndex, 1);
        QCOMPARE(form.intake().fee, 2000);
        QCOMPARE(form.papers(), u"R1 M"_s); // the same paper lies there for this case
    }

    void papersByKeys_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<QString>("papers");
        const auto row = [](const char *name, const QList<int> &keys, const QString &papers) {
            QTest::newRow(name) << keys << papers;
        };
        row("Space ticks", {Qt::Key_Space}, u"R1 M N N N N"_s);
        row("and takes back", {Qt::Key_Space, Qt::Key_Space}, u"M M N N N N"_s);
        row("only shown", {Qt::Key_Down, Qt::Key_Space}, u"M S N N N N"_s);
        row("Enter goes on", {Qt::Key_Space, Qt::Key_Return, Qt::Key_Space}, u"R1 S N N N N"_s);
        row("3 is looked up", {Qt::Key_3}, u"L M N N N N"_s);
        row("5 is not applicable", {Qt::Key_5}, u"N M N N N N"_s);
        row("a count", {Qt::Key_Right, Qt::Key_Right, Qt::Key_1, Qt::Key_2}, u"R12 M N N N N"_s);
        row("two counts",
            {Qt::Key_Right, Qt::Key_Right, Qt::Key_2, Qt::Key_Right, Qt::Key_Right, Qt::Key_3},
            u"R5 M N N N N"_s);
    }
    void papersByKeys()
    {
        QFETCH(QList<int>, keys);
        QFETCH(QString, papers);
        Form form;
        form.press(Qt::Key_D, Qt::ControlModifier);
        for (const int key : keys) {
            form.press(static_cast<Qt::Key>(key));
        }
        QCOMPARE(form.papers(), papers);
        QVERIFY(!form.form().isEmpty() || papers == u"M M N N N N");
    }

    void anotherPaper()
    {
        Form form;
        QTest::mouseClick(&form.part(u"otherPaper"_s), Qt::LeftButton);
        form.type(u"Đơn  trình bày"_s);
        form.press(Qt::Key_Return);
        QCOMPARE(form.intake().documents.back().name, u"Đơn trình bày"_s);
        QVERIFY(form.intake().documents.back().extra);
        QCOMPARE(form.papers(), u"M M N N N N R1"_s);
        form.press(Qt::Key_D, Qt::ControlModifier);
        form.part<DocumentTable>(u"documents"_s).selectLine(6);
        form.press(Qt::Key_Delete);
        QCOMPARE(form.papers(), u"M M N N N N"_s);
    }

    void anotherPaperWithoutEnterIsRecorded()
    {
        Form form;
        form.scan();
        QTest::mouseClick(&form.part(u"otherPaper"_s), Qt::LeftButton);
        form.type(u"Đơn trình bày"_s);
        QTest::qWait(100);
        form.press(Qt::Key_F9);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.form->intake.documents.back().name, u"Đơn trình bày"_s);
    }

    void whatCannotBeReadYetIsKeptToo_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("another size") << false;
        QTest::newRow("kept and restored") << true;
    }
    void whatCannotBeReadYetIsKeptToo()
    {
        QFETCH(bool, another);
        const QList<std::pair<QString, QString>> typed{{u"birthDate"_s, u"12/5"_s},
                                                       {u"unit"_s, u"Hoàn"_s},
                                                       {u"procedure"_s, u"khai sinh"_s},
                                                       {u"due"_s, u"20/11"_s},
                                                       {u"extra"_s, u"Đơn"_s}};
        Form form;
        QTest::mouseClick(&form.part(u"otherPaper"_s), Qt::LeftButton);
        for (const auto &[field, text] : typed) {
            form.focus(field);
            form.part<QLineEdit>(field).selectAll();
            form.type(text);
            form.pause();
        }
        const Draft draft = draftFromJson(toJson(form.form().draft()));
        if (another) {
            form.window.setOverview(SampleCounter::idle());
            form.window.setOverview(SampleCounter::serving());
            QVERIFY(form.form().isEmpty());
            form.window.restoreDraft(draft);
        } else {
            CounterSettings settings = form.window.settings();
            settings.textScale = 1.25;
            form.window.setSettings(settings);
        }
        for (const auto &[field, text] : typed) {
            QCOMPARE(form.text(field), text);
        }
        QCOMPARE(form.form().draft(), draft);
    }

    void aRestoredFormIsWhole()
    {
        Form form;
        form.scan();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.press(Qt::Key_F5);
        const Draft draft = form.form().draft();
        QVERIFY(!draft.knownPerson.isNull());
        form.window.setOverview(SampleCounter::idle());
        form.window.setOverview(SampleCounter::serving());
        const qsizetype asked = form.wanted.size();
        form.window.restoreDraft(draft);
        QCOMPARE(form.form().draft(), draft);
        QVERIFY(form.part<QLineEdit>(u"name"_s).isReadOnly());
        QVERIFY(form.part(u"cardTag"_s).isVisible());
        // Whose open dossiers there are is asked again; the data are not offered again.
        QCOMPARE(form.wanted.size(), asked + 1);
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        QVERIFY(form.part(u"dossier"_s).isVisible());
        QVERIFY(!form.part(u"knownStrip"_s).isVisible());
    }

    void nothingIsTypedBeforeTheDraftIsThere()
    {
        Form form;
        form.window.awaitDraft();
        form.type(u"0"_s);
        QVERIFY(!form.part(u"idNumber"_s).isEnabled());
        Draft draft;
        draft.intake.applicant.address = u"Số 5 phố Huế"_s;
        form.window.restoreDraft(draft);
        QVERIFY(form.part(u"idNumber"_s).hasFocus());
        QCOMPARE(form.intake().applicant, draft.intake.applicant);
    }

    void aCardReadBeforeTheDraftIsThereIsTaken_data()
    {
        QTest::addColumn<bool>("isTyped");
        QTest::newRow("by a scanner that types") << true;
        QTest::newRow("by another") << false;
    }
    void aCardReadBeforeTheDraftIsThereIsTaken()
    {
        QFETCH(bool, isTyped);
        Form form;
        form.window.setOverview(SampleCounter::idle());
        form.window.setBusy(Kind::CallNext);
        if (isTyped) {
            form.scan();
        } else {
            form.window.takeScan(SampleCounter::card());
        }
        form.window.setOverview(SampleCounter::serving());
        form.window.awaitDraft();
        form.window.setBusy({});
        QCOMPARE(form.intake().applicant.name, QString());
        Draft draft;
        draft.intake.procedure = u"2.999999"_s;
        form.window.restoreDraft(draft);
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
        QCOMPARE(form.intake().procedure, u"2.999999"_s);
        QVERIFY(!form.part(u"errorStrip"_s).isVisible());
    }

    void aPageThatComesMeanwhileCutsNoCardInTwo()
    {
        const QString card = QString::fromUtf8(SampleCounter::card());
        Form form;
        form.window.setOverview(SampleCounter::idle());
        form.type(card.first(20));
        form.window.setOverview(SampleCounter::serving());
        form.type(card.mid(20));
        form.press(Qt::Key_Return);
        QCOMPARE(form.intake().applicant.idNumber, u"099191004217"_s);
        QCOMPARE(form.text(u"phone"_s), QString());
        QVERIFY(form.asked.isEmpty());
    }

    void aScanNeverGoesBehindALayer()
    {
        Form form;
        form.press(Qt::Key_F9); // empty: it asks
        QVERIFY(form.asked.isEmpty());
        form.scan();
        QCOMPARE(form.intake().applicant.name, QString());
        form.press(Qt::Key_Escape); // it still has the keys
        QVERIFY(form.part(u"idNumber"_s).hasFocus());
    }

    void aScannedCardIsLookedFor()
    {
        Form form;
        QSignalSpy asked(&form.window, &CounterWindow::dossiersWanted);
        form.press(Qt::Key_F, Qt::ControlModifier);
        form.scan();
        QCOMPARE(asked.back().at(0).toString(), u"099191004217"_s);
        QCOMPARE(form.text(u"find"_s), u"099191004217"_s);
        form.scan("HN4010123456789|4e67|1|2|3|4"_ba);
        QCOMPARE(form.text(u"find"_s), u"099191004217"_s);
        QVERIFY(!form.part<ParagraphLabel>(u"findNote"_s).text().isEmpty());
        QCOMPARE(form.intake().applicant.name, QString());
    }

    void aCardIsNoPin()
    {
        Form form;
        form.window.showSignIn();
        form.focus(u"pin"_s);
        form.type(u"48"_s);
        form.pause();
        form.scan();
        QCOMPARE(form.text(u"pin"_s), u"48"_s);
        QVERIFY(form.asked.isEmpty());
    }

    void theSameCardAgainForgetsNothing()
    {
        Form form;
        form.type(u"099191004217"_s);
        form.pause();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.press(Qt::Key_F5);
        form.focus(u"dossier"_s);
        form.press(Qt::Key_Down);
        form.press(Qt::Key_F8);
        form.scan();
        QCOMPARE(form.intake().applicant.phone, u"0912345678"_s);
        QCOMPARE(form.intake().dossier, u"TN1-261112-0007"_s);
        QCOMPARE(form.form().draft().knownPerson, SampleCounter::known().id);
    }

    void f8IsForTheNextCardOnly()
    {
        Form form;
        form.scan();
        form.press(Qt::Key_F8);
        form.focus(u"phone"_s);
        form.type(u"0912345678"_s);
        form.pause();
        form.scan(otherCard());
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
        // It is for the applicant, also on somebody's behalf.
        form.part<QAbstractButton>(u"onBehalf"_s).click();
        form.press(Qt::Key_F8);
        form.scan(otherCard());
        QCOMPARE(form.intake().applicant.name, u"TRẦN VĂN AN"_s);
        QCOMPARE(form.intake().owner->name, QString());
    }

    void anotherNumberIsAnotherPersonsSex()
    {
        Form form;
        form.scan();
        QCOMPARE(form.intake().applicant.sex, Sex::Female);
        QTest::mouseClick(&form.part(u"byHand"_s), Qt::LeftButton);
        form.focus(u"idNumber"_s);
        form.part<QLineEdit>(u"idNumber"_s).selectAll();
        form.type(u"001088012345"_s);
        QTRY_VERIFY(!form.intake().applicant.sex);
    }

    void aCompanyHasNotTheDataOfWhomIsKnown()
    {
        Form form;
        form.type(u"099191004217"_s);
        form.pause();
        form.window.offerKnown(u"099191004217"_s, SampleCounter::known());
        form.press(Qt::Key_F5);
        QTest::mouseClick(&form.part(u"organisation"_s), Qt::LeftButton);
        const Person company = form.intake().applicant;
        QCOMPARE(company.email, QString());
        QCOMPARE(company.name, QString());
        QVERIFY(form.form().draft().knownPerson.isNull());
    }

    void enterGoesThroughTheFields()
    {
        Form form;
        form.scan();
        QStringList way;
        for (int i = 0; i < 30 && form.focused()->objectName() != u"sets"; ++i) {
            way.append(form.focused()->objectName());
            form.press(Qt::Key_Return);
        }
        const QStringList expected{u"phone"_s,     u"procedure"_s,
                                   u"documents"_s, u"outcome-accepted"_s,
                                   u"due"_s,       u"resultChannel"_s};
        qsizetype at = -1;
        for (const QString &name : expected) {
            const qsizetype next = way.indexOf(name);
            QVERIFY2(next > at, qPrintable(name + u" in "_s + way.join(u' ')));
            at = next;
        }
        QVERIFY(!way.contains(u"name"_s)); // read from the card
        QVERIFY(form.asked.isEmpty());
    }

    void outcomesByKeys_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("reason");
        QTest::addColumn<bool>("due");
        QTest::addColumn<QString>("finish");
        QTest::newRow("accept") << Qt::Key_1 << Outcome::Accepted << false << true
                                << u"Finish, print receipt"_s;
        QTest::newRow("supplement")
            << Qt::Key_2 << Outcome::Supplement << true << false << u"Finish, print request"_s;
        QTest::newRow("refuse") << Qt::Key_3 << Outcome::Refused << true << false
                                << u"Finish, print refusal"_s;
        QTest::newRow("advise") << Qt::Key_4 << Outcome::Advised << false << false
                                << u"Finish visit"_s;
    }
    void outcomesByKeys()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Outcome, outcome);
        QFETCH(bool, reason);
        QFETCH(bool, due);
        QFETCH(QString, finish);
        Form form;
        form.scan();
        form.press(key, Qt::AltModifier);
        QCOMPARE(form.part<QAction>(u"finish"_s).text(), finish);
        QCOMPARE(form.intake().outcome, outcome);
        QCOMPARE(form.part(u"reason"_s).isVisible(), reason);
        QCOMPARE(form.part(u"due"_s).isVisible(), due);
    }

    void theDueDateCanOnlyBeChangedWithAReason()
    {
        Form form;
        const LocalTime computed{QDate(2026, 11, 20), QTime(16, 30)};
        form.window.showRules({}, computed);
        QCOMPARE(form.text(u"due"_s), u"Fri 20/11/2026, 16:30"_s);
        QVERIFY(!form.intake().due);
        QVERIFY(form.form().isEmpty());
        QVERIFY(!form.part(u"dueReason"_s).isVisible());
        form.focus(u"due"_s);
        form.part<QLineEdit>(u"due"_s).selectAll();
        form.type(u"24/11/2026 10:00"_s);
        QVERIFY(form.part(u"dueReason"_s).isVisible());
        QCOMPARE(form.intake().due, (LocalTime{QDate(2026, 11, 24), QTime(10, 0)}));
        form.focus(u"dueReason"_s);
        form.type(u"Chờ liên thông"_s);
        QCOMPARE(form.intake().dueReason, u"Chờ liên thông"_s);
        // A newer computation leaves it; a day that cannot be read is said, and stays.
        form.window.showRules({}, LocalTime{QDate(2026, 11, 24), QTime(10, 0)});
        QCOMPARE(form.text(u"due"_s), u"24/11/2026 10:00"_s);
        form.focus(u"due"_s);
        form.type(u"x"_s);
        form.press(Qt::Key_F9);
        QVERIFY(form.asked.isEmpty());
        QVERIFY(form.part(u"faultSummary"_s).isVisible());
        QCOMPARE(form.text(u"due"_s), u"24/11/2026 10:00x"_s);
        QVERIFY(form.part(u"due"_s).hasFocus());
    }

    void aNewerComputationReachesTheFieldInUse()
    {
        Form form;
        form.window.showRules({}, LocalTime{QDate(2026, 11, 20), QTime(9, 41)});
        form.focus(u"due"_s);
        form.window.showRules({}, LocalTime{QDate(2026, 11, 20), QTime(9, 42)});
        QCOMPARE(form.text(u"due"_s), u"Fri 20/11/2026, 09:42"_s);
        QVERIFY(!form.intake().due);
        // Emptied, another is about to be typed.
        form.part<QLineEdit>(u"due"_s).selectAll();
        form.press(Qt::Key_Delete);
        form.window.showRules({}, LocalTime{QDate(2026, 11, 20), QTime(9, 43)});
        QCOMPARE(form.text(u"due"_s), QString());
    }

    void everythingThatMovedTheDateIsSaid()
    {
        Form form;
        const LocalTime due{QDate(2026, 11, 23), QTime(9, 0)};
        const IntakeRules rules{.due = DueDate{.due = due,
                                               .received = {QDate(2026, 11, 17), QTime(9, 41)},
                                               .limit = {LimitKind::WorkingDays, 3},
                                               .movedOffDay = true,
                                               .skipped = {{QDate(2026, 11, 22), {}}},
                                               .makeUpDays = {QDate(2026, 11, 21)}}};
        form.window.showRules(rules, due);
        const QString told = form.part(u"explanation"_s).accessibleName();
        for (const QString &part :
             {u"3 working days"_s, u"Sunday 22/11/2026"_s,
              u"make-up working days: Saturday 21/11/2026"_s, u"last day is no working day"_s}) {
            QVERIFY2(told.contains(part), qPrintable(told));
        }
    }

    void faultsAreSaidAndLedTo()
    {
        Form form;
        form.scan();
        form.window.showFaults({{u"documents[1].state"_s, u"missing"_s},
                                {u"applicant.phone"_s, u"missing"_s},
                                {u"fee"_s, u"out_of_range"_s}});
        QVERIFY(form.part(u"faultSummary"_s).isVisible());
        QVERIFY(form.part(u"documents"_s).hasFocus());
        QCOMPARE(form.part<DocumentTable>(u"documents"_s).currentIndex().row(), 1);
        QTest::mouseClick(&form.part(u"fault-applicant.phone"_s), Qt::LeftButton);
        QVERIFY(form.part(u"phone"_s).hasFocus());
        // What is folded away is opened.
        QTest::mouseClick(&form.part(u"fault-fee"_s), Qt::LeftButton);
        QVERIFY(form.part(u"fee"_s).isVisible());
        QVERIFY(form.part(u"fee"_s).hasFocus());
    }

    void whatWasTypedIsToldAfterAPauseOrInAnotherField()
    {
        Form form;
        form.focus(u"name"_s);
        form.type(u"Mai"_s);
        QVERIFY(form.edited.isEmpty());
        form.focus(u"address"_s);
        QCOMPARE(form.edited.size(), 1);
        QCOMPARE(form.edited.back().at(1).value<Draft>().intake.applicant.name, u"Mai"_s);
        form.type(u"Huế"_s);
        QTRY_COMPARE(form.edited.size(), 2);
        // Before the ticket goes elsewhere too.
        CounterOverview overview = SampleCounter::serving();
        overview.current->ticket.calls = 2;
        form.window.setOverview(overview);
        form.type(u"!"_s);
        form.press(Qt::Key_F4);
        QCOMPARE(form.edited.size(), 3);
        QCOMPARE(form.asked.size(), 1);
    }

    void f9RecordsWhatStandsThere()
    {
        Form form;
        form.scan();
        form.press(Qt::Key_F9);
        QCOMPARE(form.asked.size(), 1);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Record);
        QCOMPARE(toJson(intent.form->intake), toJson(form.intake()));
        form.window.showRecorded({.code = u"TN1-261117-0012"_s});
        QVERIFY(form.form().isEmpty());
        QVERIFY(!form.part<QLineEdit>(u"name"_s).isReadOnly());
        QVERIFY(form.part(u"recordedStrip"_s).isVisible());
    }

    void nothingIsTypedWhileItIsRecorded()
    {
        Form form;
        form.scan();
        form.press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(form.asked.size(), 1);
        form.window.setBusy(Kind::RecordAnother);
        form.type(u"0912345678"_s);
        QCOMPARE(form.text(u"phone"_s), QString());
        QVERIFY(!form.part(u"phone"_s).isEnabled());
        form.press(Qt::Key_2, Qt::AltModifier);
        form.window.takeScan(otherCard());
        QCOMPARE(form.intake().outcome, Outcome::Accepted);
        QCOMPARE(form.intake().applicant.name, u"NGUYỄN THỊ MAI"_s);
        QVERIFY(!form.part(u"scanStrip"_s).isVisible());
        form.window.showFaults({{u"applicant.phone"_s, u"missing"_s}});
        form.window.setBusy({});
        form.focus(u"phone"_s);
        form.type(u"0912345678"_s);
        QCOMPARE(form.text(u"phone"_s), u"0912345678"_s);
        form.pause();
        // One more begins where a form begins, and nothing of the first is kept any more.
        form.press(Qt::Key_N, Qt::ControlModifier);
        form.window.setBusy(Kind::RecordAnother);
        form.window.setDraftSaved(false);
        form.window.showRecorded({.code = u"TN1-261117-0012"_s});
        form.window.setBusy({});
        QVERIFY(form.part(u"idNumber"_s).hasFocus());
        const qsizetype told = form.edited.size();
        QTest::qWait(2'500); // longer than until it would be kept again
        QCOMPARE(form.edited.size(), told);
    }

    void theFormGoesAlongWithWhoeverLeaves()
    {
        Form form;
        form.scan();
        form.press(Qt::Key_F7);
        form.press(Qt::Key_Return);
        QCOMPARE(form.asked.size(), 1);
        const auto intent = form.asked.front().front().value<CounterIntent>();
        QCOMPARE(intent.kind, Kind::Transfer);
        QVERIFY(intent.form);
        QCOMPARE(*intent.form, form.form().draft());
    }

    void theSignInPageKeepsNothingOfTheCitizen()
    {
        Form form;
        form.window.showRecorded({.code = u"TN1-261117-0012"_s});
        form.scan();
        form.window.setDraftSaved(false);
        form.window.showSignIn();
        QVERIFY(form.form().isEmpty());
        QCOMPARE(form.text(u"name"_s), QString());
        form.window.setOverview(SampleCounter::idle());
        QVERIFY(!form.part(u"recordedStrip"_s).isVisible());
    }

    void whatIsRecordedAlreadyIsSaidAfterAnUndo()
    {
        Form form;
        QVERIFY(!form.part(u"recordedStrip"_s).isVisible());
        CounterOverview overview = SampleCounter::serving();
        overview.intakes.insert(
            overview.intakes.begin(),
            {.ticket = overview.current->ticket.ticket, .code = u"TN1-261117-0012"_s});
        form.window.setOverview(overview);
        QVERIFY(form.part(u"recordedStrip"_s).isVisible());
    }

    void somebodyElseHasAnEmptyForm()
    {
        Form form;
        form.scan();
        CounterOverview overview = SampleCounter::serving();
        overview.current->ticket.ticket.number = 99;
        overview.current->ticket.procedure.clear();
        form.window.setOverview(overview);
        QVERIFY(form.form().isEmpty());
        QCOMPARE(form.text(u"name"_s), QString());
        QCOMPARE(form.intake().procedure, QString());
        QVERIFY(!form.window.windowTitle().contains(u"MAI"_s));
    }
};

QTEST_MAIN(IntakeFormTest)
#include "intakeformtest.moc"
