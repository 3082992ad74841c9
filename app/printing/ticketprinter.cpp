// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/ticketprinter.h"

#include "printing/cupsprinter.h"
#include "printing/escposprinter.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace motcua {

Result<std::unique_ptr<TicketPrinter>> makePrinter(const QString &url, const PrinterTiming &timing)
{
    constexpr int RawPort = 9100;
    if (url == "none"_L1) {
        return nullptr;
    }
    const QUrl parsed(url, QUrl::StrictMode);
    const QString path = parsed.path();
    const bool plain = parsed.isValid() && !parsed.hasQuery() && !parsed.hasFragment()
                       && parsed.userInfo().isEmpty();
    if (plain && parsed.scheme() == "escpos-tcp"_L1 && !parsed.host().isEmpty()
        && (path.isEmpty() || path == "/"_L1)) {
        return std::make_unique<EscPosPrinter>(
            makeTcpLink(parsed.host(), static_cast<quint16>(parsed.port(RawPort))), timing);
    }
    if (plain && parsed.scheme() == "escpos-file"_L1 && parsed.host().isEmpty()
        && path.startsWith(u'/')) {
        return std::make_unique<EscPosPrinter>(makeFileLink(path), timing);
    }
    // Not through QUrl, which would turn the queue into a host name in lower case.
    constexpr auto Cups = "cups://"_L1;
    const QString queue = url.startsWith(Cups) ? url.sliced(Cups.size()) : QString();
    const auto isAllowed = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
    };
    if (!queue.isEmpty() && std::ranges::all_of(queue, isAllowed)) {
        return std::make_unique<CupsPrinter>(queue, timing);
    }
    return failure(ErrorCode::InvalidInput, url,
                   u"not escpos-tcp://HOST:PORT, escpos-file:///DEVICE, cups://QUEUE or none"_s);
}

} // namespace motcua
