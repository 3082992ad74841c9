// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/escpos.h"

#include <algorithm>

namespace motcua::escpos {

namespace {

constexpr char Esc = 0x1b;
constexpr char Gs = 0x1d;
constexpr char Dle = 0x10;
constexpr quint8 EchoHeader = 0x37;
constexpr quint8 EchoIdentifier = 0x22;
constexpr qsizetype LongestBlock = 80; // of any answer Epson documents
constexpr quint8 XOn = 0x11;
constexpr quint8 XOff = 0x13;

/// Could @p second behind DLE begin a command that is obeyed at once: DLE EOT, DLE ENQ, DLE DC4?
bool isRealTime(uchar second)
{
    return second == 0x04 || second == 0x05 || second == 0x14;
}

void breakRealTimeCommands(QByteArray &data)
{
    for (qsizetype i = 0; i + 1 < data.size(); ++i) {
        if (data[i] == Dle && isRealTime(static_cast<uchar>(data[i + 1]))) {
            data[i] = 0x18; // one dot more, right of the only one
        }
    }
}

} // namespace

QByteArray clearBuffers()
{
    // DLE DC4 8 empties the buffers, with the fixed key it demands. DLE ENQ 2 leaves an error that
    // can be left, empties them too, and is older: printers that do not know the first know this.
    QByteArray bytes("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);
    bytes.append("\x10\x05\x02", 3);
    return bytes;
}

QByteArray initialize()
{
    return QByteArray("\x1b\x40\x1d\x61\x00", 5); // ESC @, GS a 0
}

QByteArray statusRequest(int n)
{
    Q_ASSERT(n >= 1 && n <= 4);
    return QByteArray("\x10\x04", 2) + static_cast<char>(n);
}

QByteArray raster(const QImage &image, int rows)
{
    Q_ASSERT(image.format() == QImage::Format_Mono);
    Q_ASSERT(rows > 0);
    const int bytesPerRow = (image.width() + 7) / 8;
    QByteArray stream;
    stream.reserve(static_cast<qsizetype>(bytesPerRow) * image.height() + 4096);
    for (int top = 0; top < image.height(); top += rows) {
        const int height = std::min(rows, image.height() - top);
        QByteArray data;
        data.reserve(static_cast<qsizetype>(bytesPerRow) * height);
        for (int y = top; y < top + height; ++y) {
            data.append(reinterpret_cast<const char *>(image.constScanLine(y)), bytesPerRow);
        }
        breakRealTimeCommands(data);
        stream.append(Gs).append('v').append('0').append('\0');
        stream.append(static_cast<char>(bytesPerRow & 0xff));
        stream.append(static_cast<char>(bytesPerRow >> 8));
        stream.append(static_cast<char>(height & 0xff));
        stream.append(static_cast<char>(height >> 8));
        stream.append(data);
    }
    return stream;
}

QByteArray cut()
{
    return QByteArray("\x1d\x56\x42\x00", 4); // GS V 66 0: feeds to the blade, leaves a point
}

QByteArray proofRequest(quint16 id)
{
    QByteArray bytes("\x1d\x28\x48\x06\x00\x30\x30", 7); // GS ( H, function 48
    // Four characters from space to tilde; hexadecimal ones are.
    bytes.append(QByteArray::number(id, 16).rightJustified(4, '0'));
    bytes.append("\x1d\x72\x01", 3); // GS r 1
    return bytes;
}

std::vector<Answer> AnswerReader::feed(const QByteArray &bytes)
{
    std::vector<Answer> answers;
    for (const char c : bytes) {
        const auto byte = static_cast<quint8>(c);
        if (m_block) {
            m_block->append(c);
            if (byte != 0 && m_block->size() < LongestBlock) {
                continue;
            }
            const QByteArray block = std::move(*m_block);
            m_block.reset();
            bool isNumber = false;
            const quint16 id = block.size() == 7 ? block.sliced(2, 4).toUShort(&isNumber, 16) : 0;
            if (byte == 0 && static_cast<quint8>(block[1]) == EchoIdentifier && isNumber) {
                answers.emplace_back(ProcessEcho{id});
            } else if (byte != 0) {
                answers.emplace_back(Noise{});
            } // else: an answer of several bytes we did not care for, as that of DLE DC4 8
        } else if (byte == EchoHeader) {
            m_block = QByteArray(1, c);
        } else if (byte == XOn || byte == XOff) {
            continue; // flow control of a serial printer
        } else if ((byte & 0x93) == 0x12) {
            answers.emplace_back(RealTimeStatus{byte});
        } else if ((byte & 0x90) == 0) {
            answers.emplace_back(
                PaperStatus{.paperOut = (byte & 0x0c) != 0, .paperLow = (byte & 0x03) != 0});
        } else {
            answers.emplace_back(Noise{});
        }
    }
    return answers;
}

} // namespace motcua::escpos
