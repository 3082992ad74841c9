// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>
#include <variant>
#include <vector>

/// The part of ESC/POS that tickets need: what is sent, and how answers read.
/// @see Epson, ESC/POS Command Reference (GS v 0, GS V, DLE EOT, DLE ENQ, DLE DC4, GS r, GS ( H)
namespace motcua::escpos {

/// Empties the printer's buffers and leaves an error that waits for it, so that a refill prints
/// nothing of an earlier job. Real-time: also obeyed by a printer that stands.
[[nodiscard]] QByteArray clearBuffers();
/// Standard mode, default settings, no unasked status.
[[nodiscard]] QByteArray initialize();

/// Status request DLE EOT @p n, 1 to 4: printer, offline cause, error cause, paper. Real-time.
[[nodiscard]] QByteArray statusRequest(int n);

/// @p image as GS v 0 in bands of @p rows, so that a slow printer starts at once. A set bit of the
/// Format_Mono image is ink. Where bytes would read as a real-time command, which printers obey
/// even inside a picture, one dot is added next to ink.
[[nodiscard]] QByteArray raster(const QImage &image, int rows = 64);

/// Feeds the ticket past the blade and cuts it but for a point.
[[nodiscard]] QByteArray cut();

/// Asks for proof that all before it was printed: the echo of @p id (GS ( H) where the printer knows
/// it, and the paper sensor (GS r 1), which all know.
[[nodiscard]] QByteArray proofRequest(quint16 id);

struct RealTimeStatus ///< answer to DLE EOT
{
    quint8 bits;
};
struct PaperStatus ///< answer to GS r 1
{
    bool paperOut;
    bool paperLow;
};
struct ProcessEcho ///< answer to GS ( H
{
    quint16 id;
};
struct Noise ///< no answer of ours
{
};
using Answer = std::variant<RealTimeStatus, PaperStatus, ProcessEcho, Noise>;

/// Cuts what the printer sends into answers; the end of one may still be on its way.
class AnswerReader
{
public:
    [[nodiscard]] std::vector<Answer> feed(const QByteArray &bytes);
    void reset() { m_block.reset(); }

private:
    std::optional<QByteArray> m_block; ///< header to NUL of an answer of several bytes
};

} // namespace motcua::escpos
