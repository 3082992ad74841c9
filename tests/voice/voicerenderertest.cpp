// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice/voicerenderer.h"
#include "voice/voicepack.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace motcua;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using enum Language;

namespace {

const SpokenCall Call{.ticket = {.series = u'H', .number = 42},
                      .group = {u"Hộ tịch"_s, u"Civil status"_s},
                      .counter = 3};

VoiceSettings branch()
{
    return {
        .letters = u"HC"_s,
        .groupNames = {{u"Hộ tịch"_s, u"Civil status"_s}, {u"Chứng thực"_s, u"Certified copies"_s}},
        .largestCounter = 24};
}

/// A clip nobody can mistake for another: a tone of its own.
Sound tone(double hertz, std::chrono::milliseconds length)
{
    Sound sound = silence(length);
    for (size_t i = 0; i < sound.size(); ++i) {
        sound[i] = static_cast<float>(0.2 * std::sin(0.000130899694 * hertz * double(i)));
    }
    return sound;
}

/// A pack of tones for everything @p settings can call in Vietnamese, without @p missing.
void makePack(const QString &packs, const VoiceSettings &settings, const QString &missing = {})
{
    const QString folder = QDir(packs).filePath(u"vi"_s);
    QVERIFY(QDir().mkpath(folder));
    std::vector<std::pair<QString, QString>> files;
    int index = 0;
    for (const QString &unit :
         unitsNeeded(settings.letters, settings.groupNames, settings.largestCounter, Vietnamese)) {
        const QString name = u"%1.wav"_s.arg(++index);
        if (unit != missing) {
            QVERIFY(writeSound(QDir(folder).filePath(name), tone(300 + 20 * index, 300ms)));
            files.emplace_back(unit, name);
        }
    }
    QVERIFY(VoicePack::writeManifest(folder, Vietnamese, files));
}

/// Where @p clip stands in @p sound at its own loudness; -1 when it does not.
qint64 find(const Sound &clip, const Sound &sound, qint64 from = 0)
{
    for (qint64 at = from; at + qint64(clip.size()) <= qint64(sound.size()); ++at) {
        double difference = 0;
        for (size_t i = 0; i < clip.size() && difference < 1e-3; ++i) {
            difference += std::abs(sound[at + i] - clip[i]);
        }
        if (difference < 1e-3) {
            return at;
        }
    }
    return -1;
}

/// The same words by the same voice: espeak-ng never says anything twice with the same samples.
bool soundAlike(const std::optional<Sound> &one, const std::optional<Sound> &other)
{
    if (!one || !other || one->size() != other->size()) {
        return false;
    }
    double product = 0;
    double energy = 0;
    double otherEnergy = 0;
    for (size_t i = 0; i < one->size(); ++i) {
        product += double((*one)[i]) * double((*other)[i]);
        energy += std::pow(double((*one)[i]), 2);
        otherEnergy += std::pow(double((*other)[i]), 2);
    }
    return product / std::sqrt(energy * otherEnergy) > 0.7;
}

} // namespace

class VoiceRendererTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsEverySentence_data()
    {
        QTest::addColumn<int>("counter");
        for (int counter = 1; counter <= 24; counter += 4) {
            QTest::addRow("%d", counter) << counter;
        }
    }

    void levelsEverySentence()
    {
        QFETCH(int, counter);
        static VoiceRenderer renderer(branch());
        for (const Language language : {Vietnamese, English}) {
            SpokenCall call = Call;
            call.ticket.number = counter * 41;
            const auto units = callUnits(call.ticket, call.group, counter, language);
            const auto sentence = renderer.say(units, language);
            QVERIFY(sentence);
            QVERIFY(std::abs(speechLevel(*sentence) - SpeechLevel) < 0.5);
            QVERIFY(peakLevel(*sentence) <= PeakLimit + 0.01);
            // Trimmed: somebody speaks at the first and the last 60 ms, however softly.
            const size_t edge = samplesIn(60ms);
            const std::span<const float> all(*sentence);
            QVERIFY(peakLevel(all.first(edge)) > -62);
            QVERIFY(peakLevel(all.last(edge)) > -62);
        }
    }

    void callsTwiceBehindTheChime()
    {
        VoiceRenderer renderer(branch());
        const auto call = renderer.render(Call);
        QVERIFY(call);
        QCOMPARE(call->voices.size(), size_t{2});
        const auto vietnamese =
            renderer.say(callUnits(Call.ticket, Call.group, Call.counter, Vietnamese), Vietnamese);
        const auto english =
            renderer.say(callUnits(Call.ticket, Call.group, Call.counter, English), English);
        QVERIFY(vietnamese && english);

        Sound expected = chime();
        append(expected, silence(200ms));
        for (const bool isSecond : {false, true}) {
            if (isSecond) {
                append(expected, silence(1500ms));
            }
            QCOMPARE(call->voices[isSecond ? 1 : 0], qint64(expected.size()));
            append(expected, *vietnamese);
            append(expected, silence(400ms));
            append(expected, *english);
        }
        QCOMPARE(call->sound.size(), expected.size());
        QVERIFY(call->sound == expected);
    }

    void speaksOnlyTheLanguagesOfTheBranch()
    {
        VoiceSettings settings = branch();
        settings.languages = {Vietnamese};
        settings.repetitions = 1;
        VoiceRenderer renderer(settings);
        const auto call = renderer.speech(Call);
        QVERIFY(call);
        const auto sentence =
            renderer.say(callUnits(Call.ticket, Call.group, Call.counter, Vietnamese), Vietnamese);
        QCOMPARE(call->sound.size(), silence(200ms).size() + sentence->size());
    }

    void saysLettersByTheirNames()
    {
        const QTemporaryDir folder;
        QFile names(folder.filePath(u"letters.json"_s));
        QVERIFY(names.open(QIODevice::WriteOnly));
        names.write(R"({"vi": {"H": "không"}})");
        names.close();
        VoiceSettings settings = branch();
        settings.letterNames = names.fileName();
        const std::vector<SpokenUnit> letter{{.text = u"H"_s, .after = Joint::Stop}};
        const std::vector<SpokenUnit> word{{.text = u"không"_s, .after = Joint::Stop}};
        Sound shipped;
        {
            VoiceRenderer renderer(branch());
            shipped = *renderer.say(letter, Vietnamese);
            QVERIFY(!soundAlike(shipped, renderer.say(word, Vietnamese)));
        }
        VoiceRenderer renderer(settings);
        QVERIFY(soundAlike(renderer.say(letter, Vietnamese), renderer.say(word, Vietnamese)));

        settings.letterNames = folder.filePath(u"missing.json"_s);
        VoiceRenderer fallenBack(settings);
        QCOMPARE(fallenBack.faults().size(), 1);
        QVERIFY(soundAlike(fallenBack.say(letter, Vietnamese), shipped));
    }

    void packSpeaksEveryUnitInOrder()
    {
        const QTemporaryDir packs;
        VoiceSettings settings = branch();
        settings.packs = packs.path();
        makePack(packs.path(), settings);
        VoiceRenderer renderer(settings);
        QCOMPARE(renderer.faults(), QStringList());
        QCOMPARE(renderer.gaps(Vietnamese), QStringList());
        QCOMPARE(renderer.gaps(English), QStringList());

        const auto units = callUnits(Call.ticket, Call.group, Call.counter, Vietnamese);
        const auto sentence = renderer.say(units, Vietnamese);
        QVERIFY(sentence);
        const auto pack = VoicePack::load(packs.filePath(u"vi"_s), Vietnamese);
        QVERIFY(pack);
        qint64 at = 0;
        for (const SpokenUnit &unit : units) {
            const Sound *const clip = (*pack)->clip(unit.text);
            QVERIFY(clip);
            const qint64 found = find(*clip, *sentence, at);
            QVERIFY2(found >= 0, qPrintable(unit.text));
            at = found + qint64(clip->size());
        }
        QCOMPARE(at, qint64(sentence->size()));
        QVERIFY(std::abs(speechLevel(*sentence) - SpeechLevel) < 1);
    }

    void gapIsNamedAndItsSentenceSaidByTheSynthesiser()
    {
        const QTemporaryDir packs;
        VoiceSettings settings = branch();
        settings.packs = packs.path();
        makePack(packs.path(), settings, u"tư"_s);
        VoiceRenderer renderer(settings);
        QCOMPARE(renderer.gaps(Vietnamese), QStringList{u"tư"_s});

        const auto said = callUnits(Call.ticket, Call.group, 24, Vietnamese); // hai mươi tư
        const auto whole = renderer.synthesise(said, Vietnamese);
        QVERIFY(soundAlike(renderer.say(said, Vietnamese), whole));
        const auto other = callUnits(Call.ticket, Call.group, 23, Vietnamese);
        QVERIFY(
            !soundAlike(renderer.say(other, Vietnamese), renderer.synthesise(other, Vietnamese)));
    }

    void renamedGroupIsAGap()
    {
        const QTemporaryDir packs;
        VoiceSettings settings = branch();
        makePack(packs.path(), settings);
        settings.packs = packs.path();
        settings.groupNames[0].vi = u"Khai sinh"_s;
        const VoiceRenderer renderer(settings);
        QCOMPARE(renderer.gaps(Vietnamese), QStringList{u"Khai sinh"_s});
    }

    void brokenPackIsReported_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"format\": 1");
        QTest::newRow("other format")
            << QByteArray(R"({"format": 2, "language": "vi", "clips": []})");
        QTest::newRow("other language")
            << QByteArray(R"({"format": 1, "language": "en", "clips": []})");
        QTest::newRow("file missing") << QByteArray(
            R"({"format": 1, "language": "vi", "clips": [{"text": "ba", "file": "ba.wav"}]})");
        QTest::newRow("no sound") << QByteArray(
            R"({"format": 1, "language": "vi", "clips": [{"text": "ba", "file": "manifest.json"}]})");
        QTest::newRow("no file") << QByteArray(
            R"({"format": 1, "language": "vi", "clips": [{"text": "ba"}, 7]})");
    }

    void brokenPackIsReported()
    {
        QFETCH(QByteArray, manifest);
        const QTemporaryDir packs;
        QVERIFY(QDir(packs.path()).mkpath(u"vi"_s));
        QFile file(packs.filePath(u"vi/manifest.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(manifest);
        file.close();
        VoiceSettings settings = branch();
        settings.packs = packs.path();
        VoiceRenderer renderer(settings);
        QVERIFY(!renderer.faults().isEmpty());
        QVERIFY(renderer.speech(Call)); // the synthesiser speaks
    }
};

QTEST_GUILESS_MAIN(VoiceRendererTest)

#include "voicerenderertest.moc"
