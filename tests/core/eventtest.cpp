// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/event.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <functional>

using namespace motcua;
using namespace Qt::StringLiterals;

static const QUuid BranchOne(u"{0b5f9a52-0000-4000-8000-000000000001}"_s);
static const QUuid BranchTwo(u"{0b5f9a52-0000-4000-8000-000000000002}"_s);

static Event issued()
{
    return {.seq = 7,
            .kind = EventKind::TicketIssued,
            .at = 1'772'411'400'000,
            .clockAt = 1'772'411'400'250,
            .ticket = QUuid(u"{6d1f0b1e-0000-4000-8000-000000000001}"_s),
            .command = QUuid(u"{7e2f0b1e-0000-4000-8000-000000000001}"_s),
            .body = R"({"ticket":"H001"})",
            .hash = {}};
}

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashIsWhatTheFormatSays()
    {
        // Written out, so that an old database stays provable whatever becomes of the code.
        const QByteArray genesis = QCryptographicHash::hash("0b5f9a52-0000-4000-8000-000000000001",
                                                            QCryptographicHash::Sha256)
                                       .toHex();
        QCOMPARE(genesisHash(BranchOne), genesis);
        const QByteArray text = genesis
                                + "\n7\nticket_issued\n1772411400000\n1772411400250\n"
                                  "6d1f0b1e-0000-4000-8000-000000000001\n"
                                  "7e2f0b1e-0000-4000-8000-000000000001\n"
                                  R"({"ticket":"H001"})";
        QCOMPARE(chainedHash(genesis, issued()),
                 QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    }

    void everyFieldIsCovered_data()
    {
        QTest::addColumn<std::function<void(Event &)>>("change");
        const auto row = [](const char *name, const std::function<void(Event &)> &change) {
            QTest::newRow(name) << change;
        };
        row("number", [](Event &event) { event.seq = 8; });
        row("kind", [](Event &event) { event.kind = EventKind::LegCalled; });
        row("time", [](Event &event) { ++event.at; });
        row("the PC's clock", [](Event &event) { ++event.clockAt; });
        row("ticket", [](Event &event) { event.ticket = BranchTwo; });
        row("no ticket", [](Event &event) { event.ticket = QUuid(); });
        row("command", [](Event &event) { event.command = BranchTwo; });
        row("facts", [](Event &event) { event.body = R"({"ticket":"H002"})"; });
        row("a space in the facts", [](Event &event) { event.body = R"({"ticket": "H001"})"; });
        row("no facts", [](Event &event) { event.body.clear(); });
        row("digit moved from one field to the next", [](Event &event) {
            event.seq = 71;
            event.at = 772'411'400'000;
        });
    }

    void everyFieldIsCovered()
    {
        QFETCH(std::function<void(Event &)>, change);
        Event changed = issued();
        change(changed);
        const QByteArray genesis = genesisHash(BranchOne);
        QVERIFY(chainedHash(genesis, changed) != chainedHash(genesis, issued()));
    }

    void hashCoversWhatWentBefore()
    {
        QVERIFY(genesisHash(BranchOne) != genesisHash(BranchTwo));
        QVERIFY(chainedHash(genesisHash(BranchOne), issued())
                != chainedHash(genesisHash(BranchTwo), issued()));
    }

    void hashLeavesOutItself()
    {
        Event changed = issued();
        changed.hash = "0000";
        const QByteArray genesis = genesisHash(BranchOne);
        QCOMPARE(chainedHash(genesis, changed), chainedHash(genesis, issued()));
        QCOMPARE(chainedHash(genesis, changed).size(), qsizetype{64});
    }

    void wordsOfKindsComeBack()
    {
        QSet<QString> words;
        constexpr int Kinds = static_cast<int>(EventKind::PinSet) + 1;
        for (int kind = 0; kind < Kinds; ++kind) {
            const QString own = word(static_cast<EventKind>(kind));
            QCOMPARE(eventKindFromWord(own), static_cast<EventKind>(kind));
            words.insert(own);
        }
        QCOMPARE(words.size(), qsizetype{Kinds});
        QCOMPARE(eventKindFromWord(u"nothing_of_ours"_s), std::nullopt);
    }

    void factsAreTheBodyRead()
    {
        QCOMPARE(issued().facts()["ticket"_L1].toString(), u"H001"_s);
        Event broken = issued();
        broken.body = "{";
        QVERIFY(broken.facts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(EventTest)

#include "eventtest.moc"
