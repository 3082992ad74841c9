// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/centrelink.h"

#include "storage/postgresdatabase.h"

#include <QMap>

#include <libpq-fe.h>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Clearer
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clearer>;

bool isGood(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN;
}

QString stateOf(const PGresult *result)
{
    return QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
}

CentreLink::Rows rowsOf(const PGresult *result)
{
    CentreLink::Rows rows(static_cast<size_t>(PQntuples(result)));
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column) {
            rows[static_cast<size_t>(row)].push_back(
                PQgetisnull(result, row, column)
                    ? QString()
                    : QString::fromUtf8(PQgetvalue(result, row, column),
                                        PQgetlength(result, row, column)));
        }
    }
    return rows;
}

const QString ReadOnly = u"25006"_s;

ErrorCode codeOf(const QString &state)
{
    static const QMap<QString, ErrorCode> codes{
        {u"55P03"_s, ErrorCode::DatabaseBusy},  {u"57014"_s, ErrorCode::DatabaseBusy},
        {u"40P01"_s, ErrorCode::DatabaseBusy},  {u"40001"_s, ErrorCode::DatabaseBusy},
        {u"53300"_s, ErrorCode::DatabaseBusy},  {u"42501"_s, ErrorCode::CentreDenied},
        {u"3F000"_s, ErrorCode::CentreMissing}, {u"42P01"_s, ErrorCode::CentreMissing},
        {u"42883"_s, ErrorCode::CentreMissing}, {u"42703"_s, ErrorCode::CentreMissing},
        {ReadOnly, ErrorCode::CentreDenied},    {u"MC003"_s, ErrorCode::SyncIdentity},
        {u"MC005"_s, ErrorCode::SyncIdentity},
    };
    const bool isLost = state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P0"_L1)
                        || state == "25P03"_L1;
    return isLost ? ErrorCode::CentreUnreachable : codes.value(state, ErrorCode::CentreFailed);
}

} // namespace

void CentreLink::Closer::operator()(PGconn *connection) const
{
    PQfinish(connection);
}

Result<CentreLink> CentreLink::open(const QString &url)
{
    const auto server = serverOf(url);
    if (!server) {
        return std::unexpected(server.error());
    }
    const auto quotedValue = [](QString value) {
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        return u'\'' + value + u'\'';
    };
    QString words = u"dbname="_s + quotedValue(server->database);
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            words += u' ' + name + u'=' + quotedValue(value);
        }
    };
    add(u"host"_s, server->host);
    add(u"port"_s, server->port < 0 ? QString() : QString::number(server->port));
    add(u"user"_s, server->user);
    add(u"password"_s, server->password);
    // What comes last counts. A slow line is not a dead one, and a batch takes its time.
    words += u' ' + server->options
             + u" tcp_user_timeout=20000 connect_timeout=10 options='-c search_path=centre"
               " -c statement_timeout=15min -c lock_timeout=60s"
               " -c idle_in_transaction_session_timeout=60s -c client_min_messages=warning"
               " -c DateStyle=ISO -c timezone=UTC'"_s;
    CentreLink link(PQconnectdb(words.toUtf8().constData()), server->name);
    PGconn *connection = link.m_connection.get();
    if (PQstatus(connection) != CONNECTION_OK) {
        const QString said = QString::fromUtf8(PQerrorMessage(connection)).simplified();
        const bool isShutOut = said.contains("certificate revoked"_L1)
                               || said.contains("not permitted to log in"_L1)
                               || said.contains("password authentication failed"_L1);
        return failure(isShutOut ? ErrorCode::CentreDenied : ErrorCode::CentreUnreachable,
                       server->name, said);
    }
    PQsetClientEncoding(connection, "UTF8");
    return link;
}

/// Whether this is surely a reader's login, as enrolReader() names it, at a server that others may write
/// to.
bool CentreLink::isReader() const
{
    constexpr int Longest = 26;
    const char *standby = PQparameterStatus(m_connection.get(), "in_hot_standby");
    const QString database = QString::fromUtf8(PQdb(m_connection.get())).toLower().left(Longest);
    return QString::fromUtf8(PQuser(m_connection.get())).startsWith(database + u"_city_"_s)
           && QByteArrayView(standby) != "on";
}

Error CentreLink::errorFrom(const QString &state, const QString &sql)
{
    m_state = state;
    ErrorCode code = codeOf(state);
    if (code == ErrorCode::CentreDenied && state == ReadOnly && !isReader()) {
        code = ErrorCode::CentreFailed; // a standby, or under maintenance: the login is good
    }
    // Messages of the engine can quote a row; its state cannot.
    return {code, m_name, u"[%1] %2"_s.arg(state, sql.simplified().left(300))};
}

Result<CentreLink::Rows> CentreLink::readAll(const QString &sql)
{
    Rows rows;
    std::optional<Error> wrong;
    while (const Answer answer{PQgetResult(m_connection.get())}) {
        if (!isGood(answer.get())) {
            if (!wrong) {
                wrong = errorFrom(stateOf(answer.get()), sql);
            }
        } else if (PQresultStatus(answer.get()) == PGRES_TUPLES_OK) {
            rows = rowsOf(answer.get());
        }
    }
    if (!wrong && PQstatus(m_connection.get()) != CONNECTION_OK) {
        wrong = errorFrom({}, sql);
    }
    ++m_roundTrips;
    if (wrong) {
        return std::unexpected(*wrong);
    }
    return rows;
}

Result<CentreLink::Rows> CentreLink::ask(const QString &sql, const QStringList &values)
{
    std::vector<QByteArray> texts;
    std::vector<const char *> pointers;
    texts.reserve(static_cast<size_t>(values.size()));
    pointers.reserve(static_cast<size_t>(values.size()));
    for (const QString &value : values) {
        texts.push_back(value.toUtf8());
    }
    for (size_t i = 0; i < texts.size(); ++i) {
        pointers.push_back(values[static_cast<qsizetype>(i)].isNull() ? nullptr
                                                                      : texts[i].constData());
    }
    if (PQsendQueryParams(m_connection.get(), sql.toUtf8().constData(),
                          static_cast<int>(pointers.size()), nullptr, pointers.data(), nullptr,
                          nullptr, 0)
        == 0) {
        return std::unexpected(errorFrom({}, sql));
    }
    return readAll(sql);
}

Result<CentreLink::Rows> CentreLink::run(const QString &sql)
{
    if (PQsendQuery(m_connection.get(), sql.toUtf8().constData()) == 0) {
        return std::unexpected(errorFrom({}, sql));
    }
    return readAll(sql);
}

Result<> CentreLink::send(const QString &sql, const QByteArray &lines)
{
    m_sent = sql;
    PGconn *connection = m_connection.get();
    if (PQsendQuery(connection, sql.toUtf8().constData()) == 0) {
        return std::unexpected(errorFrom({}, sql));
    }
    for (;;) { // what stands before the COPY
        const Answer answer{PQgetResult(connection)};
        if (!answer || !isGood(answer.get())) {
            const Error wrong = errorFrom(answer ? stateOf(answer.get()) : QString(), sql);
            static_cast<void>(readAll(sql));
            return std::unexpected(wrong);
        }
        if (PQresultStatus(answer.get()) == PGRES_COPY_IN) {
            break;
        }
    }
    ++m_roundTrips;
    constexpr qsizetype Piece = 1 << 16;
    for (qsizetype at = 0; at < lines.size(); at += Piece) {
        const auto size = static_cast<int>(std::min(Piece, lines.size() - at));
        if (PQputCopyData(connection, lines.constData() + at, size) != 1) {
            return std::unexpected(errorFrom({}, sql));
        }
    }
    if (PQputCopyEnd(connection, nullptr) != 1) {
        return std::unexpected(errorFrom({}, sql));
    }
    PQflush(connection);
    return {};
}

Result<CentreLink::Rows> CentreLink::answer()
{
    auto rows = readAll(m_sent);
    if (!rows && PQtransactionStatus(m_connection.get()) == PQTRANS_INERROR) {
        static_cast<void>(run(u"ROLLBACK"_s));
    }
    return rows;
}

QString CentreLink::quoted(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    char *escaped =
        PQescapeLiteral(m_connection.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    const QString literal = QString::fromUtf8(escaped);
    PQfreemem(escaped);
    return literal;
}

Result<QString> CentreLink::verifierOf(const QString &password, const QString &role)
{
    char *made = PQencryptPasswordConn(m_connection.get(), password.toUtf8().constData(),
                                       role.toUtf8().constData(), nullptr);
    if (!made) {
        return std::unexpected(errorFrom({}, u"verifier"_s));
    }
    QString verifier = QString::fromLatin1(made);
    PQfreemem(made);
    return verifier;
}

} // namespace motcua
