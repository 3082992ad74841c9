// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls through a real sound server whose loudspeaker is recorded, sample by sample.

#include "support/soundserver.h"
#include "voice/announcer.h"
#include "voice/voicepack.h"
#include "voice/voicerenderer.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace motcua;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using enum Language;

namespace {

/// Where @p part stands in @p all, sample for sample; -1 when it does not.
qint64 find(const Recording &part, const Recording &all, qint64 from = 0)
{
    const auto found = std::search(all.begin() + from, all.end(), part.begin(), part.end());
    return found == all.end() ? -1 : found - all.begin();
}

bool isSilent(const Recording &all, qint64 from, qint64 to)
{
    return std::all_of(all.begin() + from, all.begin() + to,
                       [](qint16 sample) { return sample == 0; });
}

VoiceSettings branch()
{
    return {
        .languages = {Vietnamese},
        .letters = u"HC"_s,
        .groupNames = {{u"Hộ tịch"_s, u"Civil status"_s}, {u"Chứng thực"_s, u"Certified copies"_s}},
        .largestCounter = 12,
        .repetitions = 1};
}

const Announcement First{.id = 1,
                         .ticket = {.series = u'H', .number = 42},
                         .group = {u"Hộ tịch"_s, u"Civil status"_s},
                         .counter = 3};
const Announcement Second{.id = 2,
                          .ticket = {.series = u'C', .number = 187},
                          .group = {u"Chứng thực"_s, u"Certified copies"_s},
                          .counter = 12};

SpokenCall spokenCall(const Announcement &announcement)
{
    return {.ticket = announcement.ticket,
            .group = announcement.group,
            .counter = announcement.counter};
}

/// Each unit a short chord nobody can mistake for another, so that what is heard can be named.
void makePack(const QString &packs)
{
    const VoiceSettings settings = branch();
    const QString folder = packs + u"/vi"_s;
    QVERIFY(QDir().mkpath(folder));
    std::vector<std::pair<QString, QString>> files;
    int index = 0;
    for (const QString &unit :
         unitsNeeded(settings.letters, settings.groupNames, settings.largestCounter, Vietnamese)) {
        Sound sound = silence(160ms);
        const double low = 250.0 + 37.0 * ++index;
        for (size_t i = 0; i < sound.size(); ++i) {
            const double turn = 2 * std::numbers::pi * static_cast<double>(i) / SampleRate;
            sound[i] = static_cast<float>(
                0.1 * (std::sin(low * turn) + std::sin((2000.0 - 13.0 * index) * turn)));
        }
        files.emplace_back(unit, u"%1.wav"_s.arg(index));
        QVERIFY(writeSound(folder + u'/' + files.back().second, sound));
    }
    QVERIFY(VoicePack::writeManifest(folder, Vietnamese, files));
}

/// Everything an announcer tells, in order.
class Diary : public QObject
{
public:
    explicit Diary(const Announcer &announcer)
    {
        connect(&announcer, &Announcer::started, this,
                [this](qint64 id) { lines.append(u"%1 started"_s.arg(id)); });
        connect(&announcer, &Announcer::spoken, this, [this](qint64 id, int repetition) {
            lines.append(u"%1 spoken %2"_s.arg(id).arg(repetition));
        });
        connect(&announcer, &Announcer::finished, this, [this](qint64 id, AnnouncementState state) {
            lines.append(u"%1 %2"_s.arg(id).arg(word(state)));
        });
        connect(&announcer, &Announcer::playingChanged, this,
                [this](bool isPlaying) { lines.append(isPlaying ? u"playing"_s : u"quiet"_s); });
        connect(&announcer, &Announcer::readingFinished, this, [this] { lines.append(u"read"_s); });
    }
    QStringList lines;

    [[nodiscard]] bool has(const QString &line) const { return lines.contains(line); }
};

/// Waits for @p line; calls are as long as they are.
bool waitFor(const Diary &diary, const QString &line, int most = 60'000)
{
    const bool has = QTest::qWaitFor([&diary, &line] { return diary.has(line); }, most);
    if (!has) {
        qWarning().noquote() << "no" << line << "in" << diary.lines.join(u", "_s);
    }
    return has;
}

/// All of @p call behind the chime and its pause.
Recording wordsOf(VoiceRenderer &renderer, const Announcement &call)
{
    const auto speech = renderer.speech(spokenCall(call));
    return toPcm(std::span(speech->sound).subspan(static_cast<size_t>(speech->voices[0])));
}

/// The process id of the one announcer's program.
qint64 helper()
{
    QFile children(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    if (!children.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &child : children.readAll().split(' ')) {
        QFile name(u"/proc/%1/comm"_s.arg(QString::fromLatin1(child)));
        if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "motcua-voice") {
            return child.toLongLong();
        }
    }
    return 0;
}

const QString Program = QStringLiteral(MOTCUA_VOICE);

} // namespace

class VoiceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_packs;
    VoiceSettings m_chords = branch(); ///< the pack of chords speaks

private Q_SLOTS:
    void initTestCase()
    {
        makePack(m_packs.path());
        m_chords.packs = m_packs.path();
    }

    void everyClipIsHeardWholeInOrderWithItsPauses()
    {
        VoiceSettings settings = m_chords;
        settings.repetitions = 2;
        const SoundServer server;
        Announcer announcer(settings, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        Recorder recorder(u"hall"_s);
        announcer.announce(First);
        announcer.announce(Second);
        announcer.announce(First); // queued already
        QVERIFY(waitFor(diary, u"2 done"_s));
        const QStringList expected{u"1 started"_s,  u"playing"_s, u"1 spoken 1"_s,
                                   u"1 spoken 2"_s, u"quiet"_s,   u"1 done"_s,
                                   u"2 started"_s,  u"playing"_s, u"2 spoken 1"_s,
                                   u"2 spoken 2"_s, u"quiet"_s,   u"2 done"_s};
        QCOMPARE(diary.lines, expected);

        const Recording heard = recorder.heard();
        VoiceRenderer renderer(settings);
        const auto pack = VoicePack::load(m_packs.filePath(u"vi"_s), Vietnamese);
        QVERIFY(pack);
        qint64 at = 0;
        for (const Announcement &call : {First, Second}) {
            const qint64 began = find(toPcm(chime()), heard, at);
            QVERIFY2(began >= 0, "no chime");
            QVERIFY(isSilent(heard, at, began));
            QVERIFY(at == 0 || began - at >= samplesIn(settings.gap)); // least silence between
            at = began + qint64(chime().size());
            qint64 words = -1;
            for (int repetition = 1; repetition <= 2; ++repetition) {
                const qint64 pause = at;
                for (const SpokenUnit &unit :
                     callUnits(call.ticket, call.group, call.counter, Vietnamese)) {
                    const Recording clip = toPcm(*(*pack)->clip(unit.text));
                    const qint64 found = find(clip, heard, at);
                    QVERIFY2(found >= 0, qPrintable(unit.text));
                    QVERIFY(isSilent(heard, at, found));
                    if (at == pause) {
                        // The first sentence may be late on a busy PC, never early.
                        const qint64 length = found - pause;
                        QVERIFY(repetition == 1 ? length >= samplesIn(200ms)
                                                : length == samplesIn(1500ms));
                    } else {
                        QVERIFY(found - at <= samplesIn(300ms));
                    }
                    words = words < 0 ? found : words;
                    at = found + qint64(clip.size());
                }
            }
            // Gapless: from the first word on, not a sample more or less than was rendered.
            QCOMPARE(find(wordsOf(renderer, call), heard, began), words);
        }
        QVERIFY(isSilent(heard, at, qint64(heard.size())));
    }

    void speechIsLoudEnoughAndNeverClips()
    {
        VoiceSettings settings = branch(); // the synthesisers speak
        settings.languages = {Vietnamese, English};
        const SoundServer server;
        Announcer announcer(settings, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        Recorder recorder(u"hall"_s);
        const qint64 called = recorder.position();
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 done"_s));
        const Recording heard = recorder.heard();
        const qint64 began = find(toPcm(chime()), heard);
        QVERIFY(began >= 0);
        // The recorder is fed in steps of 50 ms, so this is up to 50 ms too long.
        qInfo() << "chime" << timeOf(began - called).count() << "ms behind the call";
        Sound speech;
        for (qint64 i = began + qint64(chime().size()); i < qint64(heard.size()); ++i) {
            speech.push_back(static_cast<float>(heard[i]) / 32'767.0F);
        }
        const double level = speechLevel(speech);
        qInfo("speech %.1f dBFS RMS, peak %.1f dBFS", level, peakLevel(speech));
        QVERIFY(std::abs(level - -18.0) <= 2.0);
        QVERIFY(peakLevel(speech) <= -0.9);
    }

    void callGoesOnSilentlyWhenItsDeviceVanishes()
    {
        SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 spoken 1"_s));
        server.unplug(u"hall"_s);
        QVERIFY(waitFor(diary, u"1 silent"_s));
        QTRY_VERIFY(!announcer.hasOutput());

        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 silent"_s));
        QVERIFY(diary.has(u"2 spoken 1"_s)); // the board pulses all the same

        server.plugIn(u"hall"_s);
        QTRY_VERIFY(announcer.hasOutput());
        Recorder recorder(u"hall"_s);
        Announcement third = First;
        third.id = 3;
        announcer.announce(third);
        QVERIFY(waitFor(diary, u"3 done"_s));
        VoiceRenderer renderer(m_chords);
        QVERIFY(find(wordsOf(renderer, third), recorder.heard()) >= 0);
    }

    void chosenDeviceIsTakenAgainWhenItIsBack()
    {
        SoundServer server;
        server.plugIn(u"other"_s);
        VoiceSettings settings = m_chords;
        settings.device = "other";
        Announcer announcer(settings, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 spoken 1"_s));
        Recorder hall(u"hall"_s);
        server.unplug(u"other"_s);
        QVERIFY(waitFor(diary, u"1 done"_s)); // the rest came out of the other loudspeaker
        const auto pack = VoicePack::load(m_packs.filePath(u"vi"_s), Vietnamese);
        const QString last =
            callUnits(First.ticket, First.group, First.counter, Vietnamese).back().text;
        QVERIFY(find(toPcm(*(*pack)->clip(last)), hall.heard()) >= 0);

        server.plugIn(u"other"_s);
        Recorder other(u"other"_s);
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 done"_s));
        VoiceRenderer renderer(m_chords);
        QVERIFY(find(wordsOf(renderer, Second), other.heard()) >= 0);
    }

    void hungOutputIsCutAndTheNextCallSpoken()
    {
        const SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 spoken 1"_s));
        server.signal(SIGSTOP);
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"1 failed"_s));
        server.signal(SIGCONT);
        QVERIFY(waitFor(diary, u"2 done"_s));
        QCOMPARE(diary.lines.count(u"2 started"_s), 1);
    }

    void hungServerAtTheStartDelaysNobody()
    {
        const SoundServer server;
        server.signal(SIGSTOP);
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        announcer.announce(First);
        QVERIFY(diary.has(u"1 started"_s));
        QVERIFY(waitFor(diary, u"1 failed"_s));
        server.signal(SIGCONT);
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 done"_s));
    }

    void restartedServerIsFoundAgain()
    {
        SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        server.stop();
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 silent"_s));
        QVERIFY(diary.has(u"1 spoken 1"_s));
        server.start();
        QTRY_VERIFY_WITH_TIMEOUT(announcer.hasOutput(), 30'000);
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 done"_s));
    }

    void killedVoiceIsStartedAgain()
    {
        const SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 spoken 1"_s));
        ::kill(static_cast<pid_t>(helper()), SIGKILL);
        QVERIFY(waitFor(diary, u"1 failed"_s));
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 done"_s));
    }

    void callWhoseVoiceEndsBeforeAWordIsSaidAllTheSame()
    {
        const SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.announce(First);
        ::kill(static_cast<pid_t>(helper()), SIGKILL);
        QVERIFY(waitFor(diary, u"1 done"_s));
        QCOMPARE(diary.lines.count(u"1 started"_s), 1);
        QCOMPARE(diary.lines.count(u"1 spoken 1"_s), 1);
    }

    void voiceThatStartsSlowlyIsNotCut()
    {
        QTemporaryDir folder;
        QFile program(folder.filePath(u"slowvoice"_s));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\nsleep 4\n"
                      "echo '{\"event\":\"planned\",\"token\":1,\"voices\":[100],\"length\":500}'\n"
                      "sleep 1\necho '{\"event\":\"done\",\"token\":1}'\ncat\n");
        program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        program.close();
        Announcer announcer(m_chords, program.fileName());
        Diary diary(announcer);
        announcer.announce(First);
        QTRY_VERIFY_WITH_TIMEOUT(
            diary.lines.contains(u"1 done"_s) || diary.lines.contains(u"1 failed"_s), 20'000);
        QVERIFY(diary.has(u"1 done"_s));
    }

    void withoutSoundCallsTakeTheirTime()
    {
        qputenv("PULSE_SERVER", "unix:/nowhere");
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        announcer.announce(First);
        announcer.announce(Second);
        QVERIFY(waitFor(diary, u"2 silent"_s));
        const QStringList expected{u"1 started"_s, u"playing"_s,   u"1 spoken 1"_s, u"quiet"_s,
                                   u"1 silent"_s,  u"2 started"_s, u"playing"_s,    u"2 spoken 1"_s,
                                   u"quiet"_s,     u"2 silent"_s};
        QCOMPARE(diary.lines, expected);
        QVERIFY(!announcer.hasOutput());
    }

    void withoutItsProgramCallsAreShown()
    {
        Announcer announcer(m_chords, u"/nowhere/motcua-voice"_s);
        Diary diary(announcer);
        announcer.announce(First);
        QVERIFY(waitFor(diary, u"1 failed"_s));
        QVERIFY(diary.has(u"1 spoken 1"_s));
    }

    void readingGivesWayToACall()
    {
        const SoundServer server;
        Announcer announcer(m_chords, Program);
        Diary diary(announcer);
        QTRY_VERIFY(announcer.hasOutput());
        announcer.readAloud(u"Chạm vào nhóm thủ tục để lấy số"_s, Vietnamese);
        announcer.readAloud(u"Chọn thủ tục"_s, Vietnamese); // another screen
        QVERIFY(waitFor(diary, u"read"_s));
        QCOMPARE(diary.lines.count(u"read"_s), 1);
        diary.lines.clear();
        announcer.readAloud(u"Chạm vào nhóm thủ tục để lấy số"_s, Vietnamese);
        announcer.announce(First);
        QCOMPARE(diary.lines,
                 (QStringList{u"playing"_s, u"quiet"_s, u"read"_s, u"1 started"_s, u"playing"_s}));
        diary.lines.clear();
        announcer.readAloud(u"Chọn thủ tục"_s, Vietnamese); // never into a call
        QCOMPARE(diary.lines, QStringList{u"read"_s});
        QVERIFY(waitFor(diary, u"1 done"_s));
    }
};

QTEST_GUILESS_MAIN(VoiceTest)

#include "voicetest.moc"
