// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/scannerdevice.h"

#include <QSerialPort>
#include <QUrl>
#include <QUrlQuery>

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

/// What a key of a US keyboard types, plain and with shift; 0 for none. Readers send this layout
/// unless they were set otherwise.
char typedBy(int code, bool shift)
{
    static constexpr std::array<std::array<char, 2>, 58> Keys = [] {
        std::array<std::array<char, 2>, 58> keys{};
        const auto row = [&](int first, const char *plain, const char *shifted) {
            for (int i = 0; plain[i] != 0; ++i) {
                keys[static_cast<size_t>(first + i)] = {plain[i], shifted[i]};
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
    if (m_path.isEmpty() || (parsed.scheme() != u"serial" && parsed.scheme() != u"evdev")) {
        return failure(ErrorCode::InvalidInput, url, u"not serial:/dev/… or evdev:/dev/input/…"_s);
    }
    m_baud = 0;
    if (parsed.scheme() == u"serial") {
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
    if (m_baud > 0 ? openSerial() : openInput()) {
        m_retry.stop();
    } else {
        closeReader();
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
    connect(
        port.get(), &QSerialPort::errorOccurred, this,
        [this](QSerialPort::SerialPortError error) {
            if (error == QSerialPort::ResourceError) {
                connectReader();
            }
        },
        Qt::QueuedConnection); // the port is replaced
    m_serial = std::move(port);
    return true;
}

bool ScannerDevice::openInput()
{
    m_input = ::open(m_path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_input < 0) {
        return false;
    }
    // A pipe stands for the device in tests; it cannot be taken for oneself.
    ::ioctl(m_input, EVIOCGRAB, 1);
    m_notifier = std::make_unique<QSocketNotifier>(m_input, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ScannerDevice::readInput);
    return true;
}

void ScannerDevice::closeReader()
{
    m_notifier.reset();
    m_serial.reset();
    if (m_input >= 0) {
        ::close(m_input);
        m_input = -1;
    }
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

void ScannerDevice::readInput()
{
    std::array<input_event, 64> events{};
    const ssize_t size = ::read(m_input, events.data(), sizeof(events));
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (size <= 0) { // unplugged
        QMetaObject::invokeMethod(this, &ScannerDevice::connectReader, Qt::QueuedConnection);
        m_notifier->setEnabled(false);
        return;
    }
    const auto count = static_cast<size_t>(size) / sizeof(input_event);
    for (size_t i = 0; i < count; ++i) {
        const input_event &event = events[i];
        if (event.type != EV_KEY) {
            continue;
        }
        if (event.code == KEY_LEFTSHIFT || event.code == KEY_RIGHTSHIFT) {
            m_shift = event.value != 0;
        } else if (event.value == 1 && (event.code == KEY_ENTER || event.code == KEY_KPENTER)) {
            take("\n");
        } else if (const char key = typedBy(event.code, m_shift); event.value == 1 && key != 0) {
            take(QByteArray(1, key));
        }
    }
    events.fill({});
}

void ScannerDevice::take(const QByteArray &bytes)
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
}

} // namespace motcua
