// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/scannerdevice.h"

#include <QSerialPort>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype LongestLine = 1024;
constexpr std::chrono::milliseconds Pause{100}; ///< ends what has no line end
constexpr size_t HidReportSize = 64;

/// What a key of a US keyboard types, plain and with shift; 0 for none. Readers send this layout
/// unless they were set otherwise.
char typedBy(int code, bool shift)
{
    static constexpr std::array<std::array<char, 2>, 58> Keys = [] {
        std::array<std::array<char, 2>, 58> keys{};
        const auto row = [&](int first, const char *plain, const char *shifted) {
            for (size_t i = 0; plain[i] != 0; ++i) {
                keys[static_cast<size_t>(first) + i] = {plain[i], shifted[i]};
            }
        };
        row(KEY_1, "1234567890-=", "!@#$%^&*()_+");
        row(KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}");
        row(KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~");
        row(KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?");
        keys[KEY_SPACE] = {' ', ' '};
        return keys;
    }();
    return code >= 0 && static_cast<size_t>(code) < Keys.size()
               ? Keys[static_cast<size_t>(code)][shift ? 1 : 0]
               : '\0';
}

} // namespace

ScannerDevice::ScannerDevice(QObject *parent)
    : QObject(parent)
{
    m_line.reserve(LongestLine + 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { take("\n"); });
    m_retry.setInterval(std::chrono::seconds(2));
    connect(&m_retry, &QTimer::timeout, this, &ScannerDevice::connectReader);
}

ScannerDevice::~ScannerDevice()
{
    closeReader();
}

Result<> ScannerDevice::open(const QString &url)
{
    constexpr int UsualBaud = 9600;
    const QUrl parsed(url);
    m_path = parsed.path();
    const QString scheme = parsed.scheme();
    if (m_path.isEmpty() || (scheme != u"serial" && scheme != u"hidraw" && scheme != u"evdev")) {
        return failure(ErrorCode::InvalidInput, url,
                       u"not serial:/dev/…, hidraw:/dev/hidraw… or evdev:/dev/input/…"_s);
    }
    m_kind = scheme == u"serial" ? Kind::Serial : scheme == u"hidraw" ? Kind::Hid : Kind::Input;
    if (m_kind == Kind::Serial) {
        const QString baud = QUrlQuery(parsed).queryItemValue(u"baud"_s);
        m_baud = baud.isEmpty() ? UsualBaud : baud.toInt();
        if (m_baud <= 0) {
            return failure(ErrorCode::InvalidInput, url, u"baud is no number"_s);
        }
    }
    connectReader();
    return {};
}

void ScannerDevice::connectReader()
{
    closeReader();
    if (m_kind == Kind::Serial ? openSerial() : openFile()) {
        m_retry.stop();
        Q_EMIT connected();
    } else {
        m_retry.start();
    }
}

bool ScannerDevice::openSerial()
{
    auto port = std::make_unique<QSerialPort>();
    port->setPortName(m_path);
    port->setBaudRate(m_baud);
    if (!port->open(QIODevice::ReadOnly)) {
        return false;
    }
    connect(port.get(), &QIODevice::readyRead, this, &ScannerDevice::readSerial);
    // Unplugged, a port tells a resource error or, again and again, a read error.
    connect(
        port.get(), &QSerialPort::errorOccurred, this,
        [this] {
            closeReader();
            m_retry.start(); // not at once: one that opens and fails would be tried without end
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection)); // it is replaced
    m_serial = std::move(port);
    return true;
}

bool ScannerDevice::openFile()
{
    m_file = ::open(m_path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_file < 0) {
        return false;
    }
    if (m_kind == Kind::Input) {
        // A pipe stands for the device in tests; it cannot be taken for oneself.
        ::ioctl(m_file, EVIOCGRAB, 1);
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ScannerDevice::readFile);
    return true;
}

void ScannerDevice::closeReader()
{
    m_notifier.reset();
    m_serial.reset();
    if (m_file >= 0) {
        ::close(m_file);
        m_file = -1;
    }
    m_pause.stop();
    m_line.fill('\0');
    m_line.resize(0);
    m_shift = false;
}

void ScannerDevice::readSerial()
{
    QByteArray bytes = m_serial->readAll();
    take(bytes);
    bytes.fill('\0');
}

void ScannerDevice::readFile()
{
    std::array<input_event, 64> events{}; // large enough for a report of the other kind too
    const ssize_t size =
        ::read(m_file, events.data(), m_kind == Kind::Hid ? HidReportSize : sizeof(events));
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (size <= 0) { // unplugged
        m_notifier->setEnabled(false);
        QMetaObject::invokeMethod(this, &ScannerDevice::connectReader, Qt::QueuedConnection);
        return;
    }
    const auto length = static_cast<size_t>(size);
    if (m_kind == Kind::Hid) {
        takeReport({reinterpret_cast<const char *>(events.data()), length});
    } else {
        for (const input_event &event : std::span(events).first(length / sizeof(input_event))) {
            if (event.type == EV_KEY) {
                takeKey(event.code, event.value);
            }
        }
    }
    events.fill({});
}

/// The input report of HID-POS readers (usage page 0x8C), as their manuals draw it: report id 2,
/// count of bytes, three of the symbology, up to 56 bytes, three more, and whether it goes on.
void ScannerDevice::takeReport(std::span<const char> report)
{
    constexpr char DecodedData = 2;
    constexpr size_t First = 5;
    constexpr size_t Most = 56;
    if (report.size() != HidReportSize || report[0] != DecodedData) {
        return;
    }
    const size_t length = std::min<size_t>(static_cast<unsigned char>(report[1]), Most);
    take({report.data() + First, static_cast<qsizetype>(length)});
    const bool goesOn = (report.back() & 1) != 0;
    if (!goesOn) {
        take("\n");
    }
}

/// What the kernel tells of a key: @p value is 1 when it is pressed, 2 when it repeats.
void ScannerDevice::takeKey(int code, int value)
{
    if (code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT) {
        m_shift = value != 0;
    } else if (value == 1 && (code == KEY_ENTER || code == KEY_KPENTER)) {
        take("\n");
    } else if (const char key = typedBy(code, m_shift); value == 1 && key != 0) {
        take({&key, 1});
    }
}

void ScannerDevice::take(QByteArrayView bytes)
{
    for (const char byte : bytes) {
        if (byte == '\r' || byte == '\n') {
            if (!m_line.isEmpty()) {
                Q_EMIT scanned(m_line);
            }
            m_line.fill('\0');
            m_line.resize(0);
        } else if (m_line.size() < LongestLine) {
            m_line.append(byte);
        }
    }
    if (m_line.isEmpty()) {
        m_pause.stop();
    } else {
        m_pause.start();
    }
}

} // namespace motcua
