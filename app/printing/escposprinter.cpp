// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/escposprinter.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace motcua {

Q_LOGGING_CATEGORY(lcPrinting, "motcua.printing", QtWarningMsg)

namespace {

/// What the answers to DLE EOT 1 to 4 say.
PrinterStatus statusFrom(const std::array<quint8, 4> &bits)
{
    const bool offline = (bits[0] & 0x08) != 0;
    PrinterStatus status{.reachable = true,
                         .answers = true,
                         .paperOut = (bits[3] & 0x60) != 0 || (bits[1] & 0x20) != 0,
                         .paperLow = (bits[3] & 0x0c) != 0,
                         .coverOpen = (bits[1] & 0x04) != 0,
                         .cutterError = (bits[2] & 0x08) != 0,
                         .fault = (bits[2] & 0x64) != 0};
    if (offline && status.canPrint()) {
        status.fault = true;
    }
    return status;
}

} // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<PrinterLink> link, const PrinterTiming &timing)
    : m_link(std::move(link))
    , m_timing(timing)
    , m_nextRetry(timing.retry)
{
    connect(m_link.get(), &PrinterLink::opened, this, &EscPosPrinter::onOpened);
    connect(m_link.get(), &PrinterLink::closed, this, &EscPosPrinter::onClosed);
    connect(m_link.get(), &PrinterLink::received, this, &EscPosPrinter::onReceived);
    connect(m_link.get(), &PrinterLink::drained, this, &EscPosPrinter::onDrained);
    for (QTimer *timer : {&m_poll, &m_silence, &m_deadline, &m_retry}) {
        timer->setSingleShot(true);
    }
    connect(&m_poll, &QTimer::timeout, this, &EscPosPrinter::ask);
    connect(&m_silence, &QTimer::timeout, this, &EscPosPrinter::onSilence);
    connect(&m_deadline, &QTimer::timeout, this, &EscPosPrinter::onDeadline);
    connect(&m_retry, &QTimer::timeout, this, &EscPosPrinter::connectNow);
    m_retry.start(0); // nobody is connected to our signals yet
}

EscPosPrinter::~EscPosPrinter()
{
    m_link->disconnect(this);
    if (m_job) {
        m_link->reset(); // half a job must not follow the program's end
    }
}

void EscPosPrinter::print(const QUuid &job, const QImage &image)
{
    if (m_job) {
        QTimer::singleShot(0, this,
                           [this, job] { Q_EMIT finished(job, PrintOutcome::Failed, m_status); });
        return;
    }
    m_job = Job{.id = job, .bytes = escpos::raster(image) + escpos::cut(), .echo = ++m_lastEcho};
    m_job->bytes += escpos::proofRequest(m_job->echo);
    m_deadline.start(m_timing.job);
    if (!m_connected) {
        m_retry.start(0);
    } else if (m_asked == 0) {
        prepare();
    } // else: when the status round has ended
}

void EscPosPrinter::connectNow()
{
    if (m_connected) {
        return;
    }
    m_link->reset(); // an attempt that still hangs
    m_silence.start(m_timing.answer);
    m_link->open();
}

void EscPosPrinter::onOpened()
{
    m_silence.stop();
    m_retry.stop();
    m_connected = true;
    m_reader.reset();
    m_nextRetry = m_timing.retry;
    if (m_job && m_job->stage < Stage::Sent) {
        prepare();
        return;
    }
    m_link->write(escpos::clearBuffers() + escpos::initialize());
    ask();
}

void EscPosPrinter::onClosed()
{
    drop();
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(m_nextRetry * 2, m_timing.retryMax);
    setStatus({});
    if (m_job) {
        finish(m_job->stage < Stage::Sent ? PrintOutcome::Failed : PrintOutcome::Unknown);
    }
}

/// Forgets the connection, which is gone or about to go.
void EscPosPrinter::drop()
{
    m_link->reset();
    m_reader.reset();
    m_connected = false;
    m_asked = 0;
    m_paperAsked = false;
    m_poll.stop();
    m_silence.stop();
}

void EscPosPrinter::onReceived(const QByteArray &bytes)
{
    for (const escpos::Answer &answer : m_reader.feed(bytes)) {
        if (const auto *status = std::get_if<escpos::RealTimeStatus>(&answer)) {
            onStatusBits(status->bits);
        } else if (const auto *paper = std::get_if<escpos::PaperStatus>(&answer)) {
            onPaperAnswer(*paper);
        } else if (const auto *echo = std::get_if<escpos::ProcessEcho>(&answer)) {
            if (m_job && m_job->stage >= Stage::Sent && echo->id == m_job->echo) {
                m_echoes = true;
                finish(PrintOutcome::Printed);
            }
        } else {
            onNoise();
        }
    }
}

void EscPosPrinter::onDrained()
{
    if (!m_job || m_job->stage != Stage::Sent) {
        return;
    }
    if (!m_link->canRead()) {
        m_stub = false; // as far as one can know
        finish(PrintOutcome::Unknown);
    }
}

void EscPosPrinter::onDeadline()
{
    const bool sent = m_job && m_job->stage >= Stage::Sent;
    qCWarning(lcPrinting, "The printer has not answered in time; the connection is reset.");
    drop();
    m_retry.start(0);
    setStatus({});
    finish(sent ? PrintOutcome::Unknown : PrintOutcome::Failed);
}

void EscPosPrinter::ask()
{
    if (!m_connected || m_asked != 0) {
        return;
    }
    if (!m_link->canRead()) {
        setStatus({.reachable = true});
        roundEnded(false);
        return;
    }
    if (m_link->pending() > 0) { // a request would only queue behind
        wait();
        return;
    }
    request(1);
}

/// Gives the printer time to take what was sent. During a job that lasts no longer than it prints.
void EscPosPrinter::wait()
{
    if (!m_job) {
        m_poll.start(m_timing.poll);
        return;
    }
    if (m_link->pending() == m_job->pending) {
        m_job->stage = Stage::Lost;
        drop();
        m_retry.start(0);
        return;
    }
    m_job->pending = m_link->pending();
    m_poll.start(m_timing.answer);
}

void EscPosPrinter::request(int n)
{
    m_asked = n;
    m_silence.start(m_timing.answer);
    m_link->write(escpos::statusRequest(n));
}

void EscPosPrinter::onStatusBits(quint8 bits)
{
    if (m_asked == 0) {
        return; // late
    }
    m_bits[static_cast<size_t>(m_asked - 1)] = bits;
    if (m_asked < 4) {
        request(m_asked + 1);
        return;
    }
    m_asked = 0;
    m_silence.stop();
    m_answered = true;
    setStatus(statusFrom(m_bits));
    roundEnded(true);
}

void EscPosPrinter::onSilence()
{
    if (!m_connected) {
        onClosed(); // the attempt took too long
        return;
    }
    m_asked = 0;
    const bool sent = m_job && m_job->stage >= Stage::Sent;
    if (m_answered && !sent) {
        onClosed(); // it used to answer
        return;
    }
    if (!sent) {
        setStatus({.reachable = true});
    }
    roundEnded(false);
}

/// @p complete when the printer has answered, which m_status then holds.
void EscPosPrinter::roundEnded(bool complete)
{
    if (!m_job) {
        m_poll.start(m_timing.poll);
        return;
    }
    switch (m_job->stage) {
    case Stage::Waiting:
        prepare();
        break;
    case Stage::Preparing:
        if (m_status.canPrint()) {
            send();
        } else {
            finish(PrintOutcome::Failed);
        }
        break;
    case Stage::Sent:
        if (complete && (m_status.paperOut || m_status.coverOpen || m_status.cutterError)) {
            giveUp();
        } else {
            m_poll.start(m_timing.answer);
        }
        break;
    case Stage::Confirming:
        if (complete && m_status.canPrint() && !m_job->noise) {
            finish(PrintOutcome::Printed);
        } else if (complete) {
            giveUp();
        } // else: the deadline is near
        break;
    case Stage::Lost:
        finish(PrintOutcome::Unknown);
        break;
    }
}

void EscPosPrinter::prepare()
{
    m_job->stage = Stage::Preparing;
    m_poll.stop();
    m_link->write(escpos::clearBuffers() + escpos::initialize());
    if (m_link->canRead()) {
        request(1);
    } else {
        setStatus({.reachable = true});
        send();
    }
}

void EscPosPrinter::send()
{
    m_job->stage = Stage::Sent;
    if (m_stub) {
        m_link->write(escpos::cut()); // else it would be the head of this ticket
    }
    m_stub = true;
    m_paperAsked = true;
    m_link->write(std::exchange(m_job->bytes, {}));
    if (m_job && m_link->canRead()) {
        m_poll.start(m_timing.answer); // is it standing for want of paper?
    }
}

void EscPosPrinter::onPaperAnswer(const escpos::PaperStatus &paper)
{
    // While bytes are pending it cannot have read the question yet.
    if (!m_paperAsked || m_link->pending() > 0) {
        onNoise();
        return;
    }
    m_paperAsked = false;
    if (!m_job || m_job->stage != Stage::Sent || m_echoes) {
        return;
    }
    if (!paper.paperOut) {
        m_job->stage = Stage::Confirming;
        ask();
    } // else: a status round tells more
}

void EscPosPrinter::onNoise()
{
    if (m_job && m_job->stage >= Stage::Sent) {
        m_job->noise = true;
        return;
    }
    if (m_asked == 0) {
        return;
    }
    // Not a receipt printer, or one gone mad: a picture sent to it could be hundreds of pages.
    m_asked = 0;
    m_silence.stop();
    setStatus({.reachable = true, .fault = true});
    roundEnded(false);
}

/// Ends a job whose bytes may be anywhere between here and the blade.
void EscPosPrinter::giveUp()
{
    drop();
    m_retry.start(0);
    finish(PrintOutcome::Unknown);
}

void EscPosPrinter::finish(PrintOutcome outcome)
{
    m_deadline.stop();
    if (outcome == PrintOutcome::Printed) {
        m_stub = false;
    }
    const QUuid id = m_job->id;
    m_job.reset();
    if (m_connected && m_asked == 0) {
        m_poll.start(0); // the roll may have ended with this ticket
    }
    Q_EMIT finished(id, outcome, m_status);
}

void EscPosPrinter::setStatus(const PrinterStatus &status)
{
    if (status != m_status || !m_hasTold) {
        m_hasTold = true; // that a printer is not there is news, too
        m_status = status;
        Q_EMIT statusChanged(m_status);
    }
}

} // namespace motcua
