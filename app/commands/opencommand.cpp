// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commandline.h"
#include "commands/texts.h"
#include "printing/ticketpaper.h"
#include "roles/boardrole.h"
#include "roles/cityrole.h"
#include "roles/counterrole.h"
#include "roles/kioskrole.h"
#include "roles/managerrole.h"
#include "roles/ratingrole.h"
#include "shared/errortext.h"
#include "shared/eventloopwatch.h"
#include "shared/theme.h"
#include "shared/translation.h"
#include "sync/city.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

/// What an option says, else what the settings file of this PC does, else nothing.
QString valueOf(const Invocation &invocation, const QString &face, const QString &name)
{
    return invocation.has(name) ? invocation.text(name) : invocation.setting(face + u'/' + name);
}

/// The same as a number from 1.
Result<int> numberOf(const Invocation &invocation, const QString &face, const QString &name,
                     int fallback)
{
    const QString value = valueOf(invocation, face, name);
    if (value.isEmpty()) {
        return fallback;
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    constexpr int Largest = 999;
    if (!isNumber || number < 1 || number > Largest) {
        return failure(ErrorCode::Usage, u"--"_s + name);
    }
    return number;
}

template <typename T>
const Error *errorOf(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

/// What the settings file says of @p key as a number.
Result<int> settingNumber(const Invocation &invocation, const QString &key, int smallest,
                          int largest, int fallback)
{
    const QString value = invocation.setting(key);
    if (value.isEmpty()) {
        return fallback;
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < smallest || number > largest) {
        return failure(ErrorCode::Usage, key + u'=' + value);
    }
    return number;
}

/// The same as yes or no.
Result<bool> settingSwitch(const Invocation &invocation, const QString &key, bool fallback)
{
    static const QStringList yes{u"true"_s, u"yes"_s, u"on"_s, u"1"_s};
    static const QStringList no{u"false"_s, u"no"_s, u"off"_s, u"0"_s};
    const QString value = invocation.setting(key).toLower();
    if (!value.isEmpty() && !yes.contains(value) && !no.contains(value)) {
        return failure(ErrorCode::Usage, key + u'=' + value);
    }
    return value.isEmpty() ? fallback : yes.contains(value);
}

/// Where a @p face of a branch on a server keeps what it does without it: beside the keys it joined
/// with, unless the settings file says otherwise. Empty on SQLite, where there is no link to lose.
QString journalFolder(const Invocation &invocation, const QString &face)
{
    const auto place = invocation.databasePlace();
    if (!place || !Database::isOnServer(*place)) {
        return {};
    }
    const QString own = invocation.setting(face + u"/journal"_s);
    const QFileInfo key(Database::keyFileOf(*place)); // kiosk-1.branch.key
    return own.isEmpty() ? key.dir().filePath(key.baseName() + u".journal"_s) : own;
}

/// The languages on a board, the leading one first.
Result<std::vector<Language>> boardLanguages(const Invocation &invocation)
{
    using enum Language;
    if (invocation.isLanguageGiven()) {
        return invocation.language() == English ? std::vector{English, Vietnamese}
                                                : std::vector{Vietnamese, English};
    }
    std::vector<Language> languages;
    for (const QString &code : invocation.settingList(u"board/languages"_s)) {
        if (code != "vi"_L1 && code != "en"_L1) {
            return failure(ErrorCode::Usage, u"board/languages="_s + code);
        }
        languages.push_back(code == "vi"_L1 ? Vietnamese : English);
    }
    return languages.empty() ? std::vector{Vietnamese, English} : languages;
}

/// "Vietnamese | English", each in turn; one without a second half stands for both.
std::vector<Bilingual> boardTicker(const Invocation &invocation)
{
    std::vector<Bilingual> texts;
    for (const QString &text : invocation.settingList(u"board/ticker"_s)) {
        const QString vi = text.section(u'|', 0, 0).trimmed();
        const QString en = text.section(u'|', 1).trimmed();
        texts.push_back({.vi = vi, .en = en.isEmpty() ? vi : en});
    }
    return texts;
}

/// A JSON list: [{"title": {"vi": "…", "en": "…"}, "text": {…}, "link": "https://…"}, …].
Result<std::vector<BoardNotice>> boardNotices(const Invocation &invocation)
{
    const QString path = invocation.setting(u"board/notices"_s);
    if (path.isEmpty()) {
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    const auto bilingual = [](const QJsonValue &text) {
        return Bilingual{.vi = text["vi"_L1].toString(), .en = text["en"_L1].toString()};
    };
    std::vector<BoardNotice> notices;
    for (const QJsonValue &entry : json.array()) {
        notices.push_back({.title = bilingual(entry["title"_L1]),
                           .text = bilingual(entry["text"_L1]),
                           .link = entry["link"_L1].toString()});
        if (notices.back().title.vi.isEmpty()) {
            return failure(ErrorCode::InvalidInput, path, u"title.vi"_s);
        }
    }
    if (notices.empty()) {
        return failure(ErrorCode::InvalidInput, path, u"no list of notices"_s);
    }
    return notices;
}

/// What the clerks of this PC chose at its counter; everybody who uses the PC may change it.
QSettings counterFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"motcua"_s, u"counter"_s);
}

CounterSettings rememberedCounterSettings()
{
    const QSettings file = counterFile();
    CounterSettings settings;
    settings.counter = file.value(u"counter"_s, settings.counter).toInt();
    settings.staff = file.value(u"staff"_s).toString();
    settings.language =
        file.value(u"language"_s).toString() == "en"_L1 ? Language::English : Language::Vietnamese;
    constexpr double Largest = 2;
    settings.textScale =
        qBound(1.0, file.value(u"text_scale"_s, settings.textScale).toDouble(), Largest);
    settings.highContrast = file.value(u"high_contrast"_s, settings.highContrast).toBool();
    settings.lockMinutes = qMax(0, file.value(u"lock_minutes"_s, settings.lockMinutes).toInt());
    settings.pingEnabled = file.value(u"ping"_s, settings.pingEnabled).toBool();
    settings.strip = file.value(u"strip"_s, settings.strip).toBool();
    if (file.contains(u"strip_place"_s)) {
        settings.stripPlace = file.value(u"strip_place"_s).toPoint();
    }
    return settings;
}

void rememberCounterSettings(const CounterSettings &settings)
{
    QSettings file = counterFile();
    file.setValue(u"counter"_s, settings.counter);
    file.setValue(u"staff"_s, settings.staff);
    file.setValue(u"language"_s, settings.language == Language::English ? u"en"_s : u"vi"_s);
    file.setValue(u"text_scale"_s, settings.textScale);
    file.setValue(u"high_contrast"_s, settings.highContrast);
    file.setValue(u"lock_minutes"_s, settings.lockMinutes);
    file.setValue(u"ping"_s, settings.pingEnabled);
    file.setValue(u"strip"_s, settings.strip);
    if (settings.stripPlace) {
        file.setValue(u"strip_place"_s, *settings.stripPlace);
    }
}

/// Whether a screen waits for its branch rather than not to be there: a server that does not answer
/// now.
bool isLinkLost(const Error &error)
{
    return error.code == ErrorCode::ServerUnreachable || error.code == ErrorCode::ConnectionLost;
}

/// Opens the branch once, so that a wrong path or a damaged file is told at once and not by a
/// screen, then runs a face until it ends. @p makeFace gets the storage and gives the role.
template <typename MakeFace>
int open(const Invocation &invocation, MakeFace makeFace)
{
    if (!qobject_cast<QApplication *>(QCoreApplication::instance())) {
        return invocation.refuse({ErrorCode::NoScreen, {}, {}});
    }
    if (const auto database = invocation.openDatabase();
        !database && !isLinkLost(database.error())) {
        return invocation.refuse(database.error());
    }
    const auto place = invocation.databasePlace();
    if (!place) {
        return invocation.refuse(place.error());
    }
    loadFonts();
    StorageThread storage(*place, invocation.expectedBranch());
    const auto face = makeFace(storage);
    watchEventLoop(face.get());
    return QApplication::exec();
}

} // namespace

int runOpenKiosk(const Invocation &invocation)
{
    const QString face = u"kiosk"_s;
    KioskSettings settings;
    const auto number = numberOf(invocation, face, u"number"_s, settings.number);
    if (!number) {
        return invocation.refuse(number.error());
    }
    settings.number = *number;
    if (const QString printer = valueOf(invocation, face, u"printer"_s); !printer.isEmpty()) {
        settings.printer = printer;
    }
    if (const auto printer = makePrinter(settings.printer); !printer) {
        return invocation.refuse({ErrorCode::Usage, u"--printer"_s, printer.error().subject});
    }
    settings.scanner = valueOf(invocation, face, u"scanner"_s);
    settings.followUrl = invocation.setting(u"kiosk/follow_url"_s);
    settings.exitPin = invocation.setting(u"kiosk/exit_pin"_s);
    constexpr int TokenLength = 16;
    if (settings.followUrl.toUtf8().size() > PaperLayout::LongestFollowUrl - TokenLength) {
        return invocation.refuse(
            {ErrorCode::Usage,
             u"kiosk/follow_url > %1 B"_s.arg(PaperLayout::LongestFollowUrl - TokenLength),
             {}});
    }
    settings.behaviour.portalUrl = invocation.setting(u"kiosk/portal_url"_s);
    const auto readsAloud = settingSwitch(invocation, u"kiosk/read_aloud"_s, settings.readsAloud);
    if (!readsAloud) {
        return invocation.refuse(readsAloud.error());
    }
    settings.readsAloud = *readsAloud;
    settings.behaviour.fullScreen = !invocation.has(u"window"_s);
    settings.journal = journalFolder(invocation, u"kiosk"_s);
    settings.branch = invocation.expectedBranch();
    const auto makeFace = [&settings](StorageThread &storage) {
        auto role = std::make_unique<KioskRole>(storage, settings);
        QObject::connect(role.get(), &KioskRole::left, qApp, &QApplication::quit);
        if (settings.behaviour.fullScreen) {
            // Said too, because a kiosk may well run without a window manager.
            role->window().setGeometry(QGuiApplication::primaryScreen()->geometry());
        }
        role->window().start();
        role->window().activateWindow();
        return role;
    };
    return open(invocation, makeFace);
}

int runOpenBoard(const Invocation &invocation)
{
    const QString face = u"board"_s;
    BoardSettings settings;
    const auto number = numberOf(invocation, face, u"number"_s, settings.number);
    if (!number) {
        return invocation.refuse(number.error());
    }
    settings.number = *number;
    if (!invocation.has(u"window"_s)) {
        settings.screen = valueOf(invocation, face, u"screen"_s);
    }
    settings.media = invocation.has(u"media"_s) ? invocation.filePath(u"media"_s)
                                                : invocation.setting(u"board/media"_s);
    constexpr int Percent = 100;
    constexpr int LongestImage = 3600;
    const auto languages = boardLanguages(invocation);
    const auto notices = boardNotices(invocation);
    const auto imageTime = settingNumber(invocation, u"board/image_time"_s, 1, LongestImage,
                                         int(settings.imageTime.count()));
    const auto isStill =
        settingSwitch(invocation, u"board/reduced_motion"_s, settings.reducedMotion);
    const auto speaks = settingSwitch(invocation, u"board/speaks"_s, settings.speaks);
    const auto volume = settingNumber(invocation, u"board/volume"_s, 0, Percent, Percent);
    for (const Error *error : {errorOf(languages), errorOf(notices), errorOf(imageTime),
                               errorOf(isStill), errorOf(speaks), errorOf(volume)}) {
        if (error) {
            return invocation.refuse(*error);
        }
    }
    settings.languages = *languages;
    settings.notices = *notices;
    settings.ticker = boardTicker(invocation);
    settings.imageTime = std::chrono::seconds(*imageTime);
    settings.reducedMotion = *isStill;
    settings.speaks = *speaks;
    settings.volume = *volume / double{Percent};
    settings.packs = invocation.setting(u"board/voice_packs"_s);
    settings.letterNames = invocation.setting(u"board/letter_names"_s);
    settings.device = invocation.setting(u"board/audio_device"_s).toUtf8();
    const auto makeFace = [&settings](StorageThread &storage) {
        auto role = std::make_unique<BoardRole>(storage, settings);
        role->show();
        return role;
    };
    return open(invocation, makeFace);
}

int runOpenCounter(const Invocation &invocation)
{
    CounterSettings settings = rememberedCounterSettings();
    settings.language = invocation.isLanguageGiven() ? invocation.language() : settings.language;
    setProgramLanguage(settings.language);
    const auto counter = numberOf(invocation, u"counter"_s, u"counter"_s, 0);
    if (!counter) {
        return invocation.refuse(counter.error());
    }
    settings.counter = *counter != 0 ? *counter : settings.counter;
    if (invocation.has(u"staff"_s)) {
        settings.staff = invocation.text(u"staff"_s);
    }
    settings.printer = invocation.setting(u"desk/printer"_s);
    const CounterPc pc{.scanner = valueOf(invocation, u"counter"_s, u"scanner"_s),
                       .journal = journalFolder(invocation, u"counter"_s)};
    const auto makeFace = [&settings, &pc](StorageThread &storage) {
        auto role = std::make_unique<CounterRole>(storage, settings, pc);
        QObject::connect(role.get(), &CounterRole::settingsChanged, role.get(),
                         &rememberCounterSettings);
        if (!settings.strip) {
            role->window().setGeometry(QGuiApplication::primaryScreen()->availableGeometry());
        }
        role->window().show();
        role->window().activateWindow();
        return role;
    };
    return open(invocation, makeFace);
}

int runOpenRating(const Invocation &invocation)
{
    constexpr int Percent = 100;
    constexpr int Largest = 125;
    const QString face = u"rating"_s;
    const auto counter = numberOf(invocation, face, u"counter"_s, 0);
    const auto scale = settingNumber(invocation, u"rating/text_scale"_s, Percent, Largest, Percent);
    const auto contrast = settingSwitch(invocation, u"rating/high_contrast"_s, false);
    for (const Error *error : {errorOf(counter), errorOf(scale), errorOf(contrast)}) {
        if (error) {
            return invocation.refuse(*error);
        }
    }
    if (*counter == 0) {
        return invocation.refuse({ErrorCode::Usage, u"--counter"_s, {}});
    }
    RatingSettings settings{.counter = *counter,
                            .look = {.language = invocation.language(),
                                     .highContrast = *contrast,
                                     .textScale = *scale / double{Percent}}};
    if (!invocation.has(u"window"_s)) {
        settings.screen = valueOf(invocation, face, u"screen"_s);
    }
    return open(invocation, [&settings](StorageThread &storage) {
        auto role = std::make_unique<RatingRole>(storage, settings);
        // No larger than the screen with a title bar above it.
        constexpr QSize TitleBar(0, 40);
        role->window().resize(QSize(1280, 800).boundedTo(
            QGuiApplication::primaryScreen()->availableSize() - TitleBar));
        role->show();
        return role;
    });
}

/// How the screens of a branch head or of the city look on this PC.
static Result<ManagerSettings> managerSettings(const Invocation &invocation)
{
    constexpr int Percent = 100;
    constexpr int Largest = 200;
    const auto scale =
        settingNumber(invocation, u"manager/text_scale"_s, Percent, Largest, Percent);
    const auto contrast = settingSwitch(invocation, u"manager/high_contrast"_s, false);
    for (const Error *error : {errorOf(scale), errorOf(contrast)}) {
        if (error) {
            return std::unexpected(*error);
        }
    }
    return ManagerSettings{.language = invocation.language(),
                           .textScale = *scale / double{Percent},
                           .highContrast = *contrast,
                           .printer = invocation.setting(u"desk/printer"_s)};
}

static int openCity(const Invocation &invocation, const QString &url)
{
    const auto settings = managerSettings(invocation);
    if (!settings) {
        return invocation.refuse(settings.error());
    }
    if (!qobject_cast<QApplication *>(QCoreApplication::instance())) {
        return invocation.refuse({ErrorCode::NoScreen, {}, {}});
    }
    // A wrong password is told at once and not by a screen; a centre that is away is waited for.
    if (const auto link = CentreLink::open(url);
        !link && link.error().code != ErrorCode::CentreUnreachable) {
        return invocation.refuse(link.error());
    }
    loadFonts();
    setProgramLanguage(settings->language);
    CityRole role(url, *settings,
                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    CityWindow &window = role.window();
    window.setGeometry(QGuiApplication::primaryScreen()->availableGeometry());
    window.show();
    window.activateWindow();
    watchEventLoop(&role);
    return QApplication::exec();
}

int runOpenCity(const Invocation &invocation)
{
    const auto url = centreUrl(invocation);
    return url ? openCity(invocation, *url) : invocation.refuse(url.error());
}

int runOpenManager(const Invocation &invocation)
{
    const auto settings = managerSettings(invocation);
    if (!settings) {
        return invocation.refuse(settings.error());
    }
    // The same screens on the centre's database are those of the city.
    if (const auto place = invocation.databasePlace(); place && Database::isOnServer(*place)) {
        const auto database = invocation.openDatabase();
        if (!database && !isLinkLost(database.error()) && isCentre(*place)) {
            return openCity(invocation, *place);
        }
    }
    setProgramLanguage(settings->language);
    std::optional<StorageThread> archive;
    return open(invocation, [&](StorageThread &storage) {
        // Readable by now, or waited for.
        archive.emplace(invocation.databasePlace().value_or(QString()),
                        invocation.expectedBranch());
        const auto centre = centreUrl(invocation);
        const bool isNamed = centre || centre.error().code != ErrorCode::Usage;
        auto role = std::make_unique<ManagerRole>(
            storage, *archive, *settings,
            QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
            CentreAccess{.place = invocation.databasePlace().value_or(QString()),
                         .branch = invocation.expectedBranch(),
                         .url = centre.value_or(QString()),
                         .trouble = isNamed && !centre ? errorText(centre.error()) : QString()});
        ManagerWindow &window = role->window();
        window.setGeometry(QGuiApplication::primaryScreen()->availableGeometry());
        window.show();
        window.activateWindow();
        return role;
    });
}

} // namespace motcua
