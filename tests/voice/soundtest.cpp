// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/sound.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace motcua;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Sound tone(double hertz, double loudness, std::chrono::milliseconds length, int rate = SampleRate)
{
    Sound sound(static_cast<size_t>(length.count() * rate / 1000));
    for (size_t i = 0; i < sound.size(); ++i) {
        sound[i] = static_cast<float>(loudness
                                      * std::sin(2 * std::numbers::pi * hertz * double(i) / rate));
    }
    return sound;
}

/// How strong @p hertz is in @p sound, as the loudness of a tone.
double strength(const Sound &sound, double hertz)
{
    double sine = 0;
    double cosine = 0;
    for (size_t i = 0; i < sound.size(); ++i) {
        const double angle = 2 * std::numbers::pi * hertz * double(i) / SampleRate;
        sine += sound[i] * std::sin(angle);
        cosine += sound[i] * std::cos(angle);
    }
    return 2 * std::hypot(sine, cosine) / double(sound.size());
}

} // namespace

class SoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resamplesWithoutAliases_data()
    {
        QTest::addColumn<int>("rate");
        for (const int rate : {8000, 16'000, 22'050, 44'100, 48'000, 96'000}) {
            QTest::addRow("%d", rate) << rate;
        }
    }

    void resamplesWithoutAliases()
    {
        QFETCH(int, rate);
        const Sound sound = resampled(tone(1000, 0.5, 400ms, rate), rate);
        QCOMPARE(timeOf(qint64(sound.size())), 400ms);
        QVERIFY(std::abs(strength(sound, 1000) - 0.5) < 0.01);
        QVERIFY(rate >= SampleRate || strength(sound, rate - 1000.0) < 0.005);
    }

    void dropsWhatItCannotHold()
    {
        const Sound sound = resampled(tone(30'000, 0.5, 400ms, 96'000), 96'000);
        QVERIFY(peakLevel(std::span(sound).subspan(1000, 15'000)) < -50);
    }

    void levelsWithoutCountingPauses()
    {
        Sound sound = tone(300, 0.01, 500ms);
        append(sound, silence(700ms));
        append(sound, tone(300, 0.01, 500ms));
        const Sound level = levelled(sound);
        QVERIFY(std::abs(speechLevel(level) - SpeechLevel) < 0.1);
        QVERIFY(std::abs(speechLevel(std::span(level).first(samplesIn(500ms))) - SpeechLevel)
                < 0.1);
    }

    void holdsPeaksUnderTheLimit()
    {
        Sound sound = tone(200, 0.02, 900ms);
        for (size_t at = 3000; at < sound.size(); at += 5000) {
            sound[at] = 0.9F; // what a burst does
        }
        const Sound level = levelled(sound);
        QVERIFY(peakLevel(level) <= PeakLimit + 0.001);
        QVERIFY(peakLevel(levelled(tone(200, 0.9, 900ms))) < -10);
    }

    void trimsSilenceAndNothingElse()
    {
        Sound sound = silence(400ms);
        append(sound, tone(300, 0.2, 500ms));
        append(sound, silence(300ms));
        append(sound, tone(300, 0.02, 200ms)); // a soft end
        append(sound, silence(400ms));
        const auto length = timeOf(qint64(trimmed(sound).size()));
        QVERIFY(length >= 1000ms && length <= 1060ms);
        QVERIFY(trimmed(silence(300ms)).empty());
        QVERIFY(trimmed({}).empty());
    }

    void levelOfNothingIsSilence()
    {
        QCOMPARE(speechLevel({}), -120.0);
        QCOMPARE(speechLevel(silence(200ms)), -120.0);
        QVERIFY(levelled(silence(200ms)) == silence(200ms));
    }

    void chimeHasTwoTones()
    {
        const Sound sound = chime();
        QVERIFY(peakLevel(sound) < -3);
        for (const double hertz : {880.0, 659.26}) {
            QVERIFY(strength(sound, hertz) > 10 * strength(sound, 450));
            QVERIFY(strength(sound, hertz) > 10 * strength(sound, 1600));
        }
    }

    void filesKeepEverySample()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"số.wav"_s);
        const Sound sound = tone(700, 0.5, 300ms);
        QVERIFY(writeSound(path, sound));
        const auto read = readSound(path);
        QVERIFY(read);
        QVERIFY(toPcm(*read) == toPcm(sound));
        QCOMPARE(writeSound(folder.filePath(u"no/folder.wav"_s), sound).error().code,
                 ErrorCode::FileUnwritable);
    }

    void refusesWhatIsNoClip()
    {
        const QTemporaryDir folder;
        QCOMPARE(readSound(folder.filePath(u"missing.wav"_s)).error().code,
                 ErrorCode::FileUnreadable);
        QFile text(folder.filePath(u"text.wav"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no sound at all") > 0);
        text.close();
        QCOMPARE(readSound(text.fileName()).error().code, ErrorCode::FileUnreadable);
        const QString endless = folder.filePath(u"endless.wav"_s);
        QVERIFY(writeSound(endless, silence(61'000ms)));
        QCOMPARE(readSound(endless).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(SoundTest)

#include "soundtest.moc"
