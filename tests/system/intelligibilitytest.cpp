// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A machine that listens: what share of the number words of an English call is heard right.

#include "voice/voicerenderer.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

constexpr int Counters = 30;
constexpr auto Model = "/usr/share/pocketsphinx/model/en-us";

/// Anything a call may say, numbers of any length: the listener is not told how many words come.
constexpr auto Grammar = R"(#JSGF V1.0;
grammar call;
<letter> = a | c | h | k | n | r | x | y;
<digit> = zero | one | two | three | four | five | six | seven | eight | nine;
<count> = <digit> | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen
        | eighteen | nineteen | twenty | thirty;
<name> = help desk | certified copies | civil status | business | land | results | social
       | health education;
public <call> = number <letter> <digit>+ <name> counter <count>+;
)";

constexpr auto Letters = u"ACHKNRXY";
/// The short names of the shipped branch's groups, in the order of Letters.
const QStringList Names{
    u"Help desk"_s, u"Certified copies"_s, u"Civil status"_s, u"Business"_s,
    u"Land"_s,      u"Results"_s,          u"Social"_s,       u"Health, education"_s};

/// The ticket called at @p counter: over all counters every digit stands at every place.
TicketNumber ticketFor(int counter)
{
    const int number = counter % 10 * 100 + (counter * 3 + 1) % 10 * 10 + (counter * 7 + 4) % 10;
    return {.series = Letters[counter % 8], .number = std::max(number, 1)};
}

QStringList numberWords(const QString &text)
{
    static const QRegularExpression apart(u"[^a-z]+"_s);
    static const QStringList others = [] {
        const QString names = Names.join(u' ').toLower();
        return u"number counter a c h k n r x y"_s.split(u' ')
               + names.split(apart, Qt::SkipEmptyParts);
    }();
    QStringList words = text.toLower().split(apart, Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return others.contains(word); });
    return words;
}

/// The fewest words to change, add or take away.
qsizetype wrongWords(const QStringList &said, const QStringList &heard)
{
    std::vector<qsizetype> row(heard.size() + 1);
    std::iota(row.begin(), row.end(), qsizetype{0});
    for (qsizetype i = 1; i <= said.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= heard.size(); ++j) {
            const qsizetype change = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

/// Mono, 16 bit, 16,000 a second, without a header: what the recogniser reads.
void writeForListener(const QString &path, const Sound &sound)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Sound low;
    for (size_t i = 0; i + 2 < sound.size(); i += 3) {
        // The voice has nothing above 8 kHz that could fold down: it was made at 16,000.
        low.push_back(sound[i]);
    }
    const std::vector<qint16> pcm = toPcm(low);
    const qint64 size = static_cast<qint64>(pcm.size()) * qint64{sizeof(qint16)};
    QCOMPARE(file.write(reinterpret_cast<const char *>(pcm.data()), size), size);
}

} // namespace

class IntelligibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreUnderstood()
    {
        const QTemporaryDir folder;
        VoiceRenderer renderer({.languages = {Language::English}});
        QFile list(folder.filePath(u"calls"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        std::vector<QStringList> said;
        for (int counter = 1; counter <= Counters; ++counter) {
            const Bilingual group{.vi = {}, .en = Names[counter % 8]};
            const auto units = callUnits(ticketFor(counter), group, counter, Language::English);
            const auto sentence = renderer.say(units, Language::English);
            QVERIFY(sentence);
            Sound sound = silence(std::chrono::milliseconds(300));
            append(sound, *sentence);
            append(sound, silence(std::chrono::milliseconds(300)));
            writeForListener(folder.filePath(QString::number(counter) + u".raw"_s), sound);
            list.write(QByteArray::number(counter) + '\n');
            said.push_back(numberWords(toText(units)));
        }
        list.close();
        QFile grammar(folder.filePath(u"call.gram"_s));
        QVERIFY(grammar.open(QIODevice::WriteOnly));
        grammar.write(Grammar);
        grammar.close();

        QProcess listener;
        listener.setStandardErrorFile(folder.filePath(u"log"_s));
        listener.start(u"pocketsphinx_batch"_s,
                       {u"-hmm"_s, QString::fromLatin1(Model) + u"/en-us"_s, u"-dict"_s,
                        QString::fromLatin1(Model) + u"/cmudict-en-us.dict"_s, u"-jsgf"_s,
                        grammar.fileName(), u"-adcin"_s, u"yes"_s, u"-cepdir"_s, folder.path(),
                        u"-cepext"_s, u".raw"_s, u"-ctl"_s, list.fileName(), u"-hyp"_s,
                        folder.filePath(u"heard"_s)});
        QVERIFY2(listener.waitForFinished(120'000), "pocketsphinx_batch is missing or too slow");
        QCOMPARE(listener.exitCode(), 0);

        QFile heard(folder.filePath(u"heard"_s));
        QVERIFY(heard.open(QIODevice::ReadOnly));
        qsizetype words = 0;
        qsizetype wrong = 0;
        for (const QStringList &expected : said) {
            const QString line = QString::fromUtf8(heard.readLine());
            const QStringList got = numberWords(line.section(u'(', 0, 0));
            const qsizetype mistakes = std::min(wrongWords(expected, got), expected.size());
            if (mistakes > 0) {
                qInfo().noquote() << "said" << expected.join(u' ') << "heard" << got.join(u' ');
            }
            words += expected.size();
            wrong += mistakes;
        }
        const double share =
            100.0 * static_cast<double>(words - wrong) / static_cast<double>(words);
        qInfo("%lld of %lld number words heard right: %.1f %%", words - wrong, words, share);
        QVERIFY(share >= 90.0);
    }
};

QTEST_GUILESS_MAIN(IntelligibilityTest)

#include "intelligibilitytest.moc"
