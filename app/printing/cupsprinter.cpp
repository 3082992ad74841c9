// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printing/cupsprinter.h"

#include <QBuffer>
#include <QLoggingCategory>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(lcCups, "motcua.printing.cups", QtWarningMsg)

namespace {

constexpr int DotsPerMm = 8;
constexpr const char *Title = "motcua ticket"; // by which we know our own; holds no number

struct HttpClose
{
    void operator()(http_t *http) const { httpClose(http); }
};
using Http = std::unique_ptr<http_t, HttpClose>;

struct IppDelete
{
    void operator()(ipp_t *message) const { ippDelete(message); }
};
using Ipp = std::unique_ptr<ipp_t, IppDelete>;

class Options
{
public:
    ~Options() { cupsFreeOptions(m_count, m_options); }
    Options() = default;
    Q_DISABLE_COPY_MOVE(Options)

    void add(const char *name, const char *value)
    {
        m_count = cupsAddOption(name, value, m_count, &m_options);
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] cups_option_t *data() const { return m_options; }

private:
    int m_count = 0;
    cups_option_t *m_options = nullptr;
};

void addReason(PrinterStatus &status, QByteArray reason)
{
    for (const char *severity : {"-report", "-warning", "-error"}) {
        if (reason.endsWith(severity)) {
            reason.chop(static_cast<qsizetype>(qstrlen(severity)));
        }
    }
    if (reason == "media-empty" || reason == "media-needed") {
        status.paperOut = true;
    } else if (reason == "media-low") {
        status.paperLow = true;
    } else if (reason == "cover-open" || reason == "door-open" || reason == "interlock-open") {
        status.coverOpen = true;
    } else if (reason.startsWith("trimmer-") || reason.startsWith("cutter-")) {
        status.cutterError = true;
    } else if (reason == "media-jam" || reason == "offline" || reason == "paused"
               || reason == "timed-out" || reason == "shutdown") {
        status.fault = true;
    }
}

} // namespace

QByteArray pdfPage(const QImage &image)
{
    constexpr int UnitsPerDot = 10;
    constexpr int Resolution = 2032; // 25.4 mm × 8 dots × 10
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromLatin1(Title));
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(QSizeF(image.size()) / DotsPerMm, QPageSize::Millimeter, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.drawImage(QRect(QPoint(), image.size() * UnitsPerDot), image);
    painter.end();
    return pdf;
}

static CupsDocument ticketDocument(const QImage &image)
{
    return {.pdf = pdfPage(image),
            .title = QString::fromLatin1(Title),
            .media = u"Custom.%1x%2mm"_s.arg(image.width() / double(DotsPerMm))
                         .arg(image.height() / double(DotsPerMm))};
}

/// Lives in the printer's thread, where it may block for as long as its time-outs.
class CupsWorker final : public QObject
{
    Q_OBJECT

public:
    CupsWorker(const QString &queue, const PrinterTiming &timing)
        : m_queue(queue.toUtf8())
        , m_timing(timing)
    {
    }

    void start()
    {
        m_timer = new QTimer(this);
        m_timer->setSingleShot(true);
        connect(m_timer, &QTimer::timeout, this, &CupsWorker::look);
        look();
    }

    void print(const QUuid &job, const CupsDocument &document)
    {
        m_job = job;
        m_cupsJob = 0;
        m_badLooks = 0;
        m_trouble = {};
        const PrinterStatus status = readStatus();
        if (!status.canPrint()) {
            Q_EMIT statusRead(status);
            end(PrintOutcome::Failed);
            return;
        }
        cancelLeftovers();
        if (!submit(document)) {
            abandon();
            return;
        }
        m_timer->start(0);
    }

    /// The outcome of @p job no longer matters; it must not come out later.
    void giveUp(const QUuid &job)
    {
        if (m_job == job) {
            abandon();
        }
    }

Q_SIGNALS:
    void statusRead(const motcua::PrinterStatus &status);
    void finished(const QUuid &job, motcua::PrintOutcome outcome);

private:
    /// Looks at the printer, and at the job if there is one.
    void look()
    {
        constexpr std::chrono::milliseconds JobPoll{200};
        constexpr int MostBadLooks = 5; // a back end may have to take back what an earlier one said
        const PrinterStatus status = readStatus();
        if (!m_job) {
            Q_EMIT statusRead(status);
            if (status.reachable && !m_swept) {
                cancelLeftovers();
                m_swept = true;
            }
            m_timer->start(m_timing.poll);
            return;
        }
        switch (jobState().state) {
        case IPP_JSTATE_COMPLETED:
            Q_EMIT statusRead(readStatus());
            end(PrintOutcome::Unknown);
            return;
        case IPP_JSTATE_HELD:
        case IPP_JSTATE_STOPPED:
        case IPP_JSTATE_ABORTED:
        case IPP_JSTATE_CANCELED:
            abandon();
            return;
        default:
            break;
        }
        m_badLooks = status.canPrint() ? 0 : m_badLooks + 1;
        if (m_badLooks >= MostBadLooks) {
            m_trouble = status;
            abandon();
            return;
        }
        m_timer->start(JobPoll);
    }

    /// Cancels the job. It is Failed when no backend has had it, and Unknown otherwise.
    void abandon()
    {
        bool untouched = m_cupsJob == 0;
        if (!untouched) {
            cupsCancelJob2(connection(), m_queue.constData(), m_cupsJob, 0);
            const JobState job = jobState();
            untouched = job.state == IPP_JSTATE_CANCELED && !job.wasProcessed;
            m_swept = false; // in case the server did not hear it
        }
        if (m_trouble.canPrint() || !m_trouble.reachable) {
            m_trouble.fault = true; // whatever it was
        }
        Q_EMIT statusRead(readStatus());
        end(untouched ? PrintOutcome::Failed : PrintOutcome::Unknown);
    }

    void end(PrintOutcome outcome)
    {
        const QUuid job = *m_job;
        m_job.reset();
        Q_EMIT finished(job, outcome);
        m_timer->start(m_timing.poll);
    }

    /// Null when the server is not there.
    http_t *connection()
    {
        if (!m_http) {
            const auto patience = static_cast<int>(m_timing.answer.count());
            m_http.reset(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(),
                                      1, patience, nullptr));
            if (m_http) {
                httpSetTimeout(
                    m_http.get(), patience / 1000.0, [](http_t *, void *) { return 0; }, nullptr);
            }
        }
        return m_http.get();
    }

    /// The answer to @p operation with @p wanted attributes; null when there is none, and then the
    /// connection begins anew.
    Ipp ask(ipp_op_t operation, int job, std::span<const char *const> wanted)
    {
        http_t *http = connection();
        if (!http) {
            return nullptr;
        }
        std::array<char, HTTP_MAX_URI> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp",
                         nullptr, "localhost", 0, "/printers/%s", m_queue.constData());
        ipp_t *request = ippNewRequest(operation);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
        if (job != 0) {
            ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
        }
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                     cupsUser());
        ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                      static_cast<int>(wanted.size()), nullptr, wanted.data());
        Ipp answer(cupsDoRequest(http, request, "/")); // takes the request
        if (!answer) {
            m_http.reset();
            return nullptr;
        }
        return ippGetStatusCode(answer.get()) <= IPP_STATUS_OK_EVENTS_COMPLETE ? std::move(answer)
                                                                               : nullptr;
    }

    PrinterStatus readStatus()
    {
        constexpr std::array Wanted{"printer-state", "printer-state-reasons",
                                    "printer-is-accepting-jobs"};
        const Ipp answer = ask(IPP_OP_GET_PRINTER_ATTRIBUTES, 0, Wanted);
        if (!answer) {
            return {};
        }
        PrinterStatus status{.reachable = true, .answers = true};
        ipp_attribute_t *state = ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM);
        ipp_attribute_t *accepting =
            ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
        status.fault = !state || ippGetInteger(state, 0) == IPP_PSTATE_STOPPED
                       || (accepting && !ippGetBoolean(accepting, 0));
        // What the last back end said stays when it has ended, and nobody takes it back.
        const bool idle = state && ippGetInteger(state, 0) == IPP_PSTATE_IDLE;
        ipp_attribute_t *reasons =
            idle ? nullptr
                 : ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD);
        for (int i = 0; i < ippGetCount(reasons); ++i) {
            addReason(status, ippGetString(reasons, i, nullptr));
        }
        status.paperOut |= m_trouble.paperOut;
        status.coverOpen |= m_trouble.coverOpen;
        status.cutterError |= m_trouble.cutterError;
        status.fault |= m_trouble.fault;
        return status;
    }

    struct JobState
    {
        ipp_jstate_t state = IPP_JSTATE_PENDING; ///< also while the server does not answer
        bool wasProcessed = true;
    };

    JobState jobState()
    {
        constexpr std::array Wanted{"job-state", "time-at-processing"};
        const Ipp answer = ask(IPP_OP_GET_JOB_ATTRIBUTES, m_cupsJob, Wanted);
        ipp_attribute_t *state =
            answer ? ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM) : nullptr;
        if (!state) {
            return {};
        }
        ipp_attribute_t *since =
            ippFindAttribute(answer.get(), "time-at-processing", IPP_TAG_INTEGER);
        return {.state = static_cast<ipp_jstate_t>(ippGetInteger(state, 0)),
                .wasProcessed = since && ippGetInteger(since, 0) != 0};
    }

    void cancelLeftovers()
    {
        cups_job_t *jobs = nullptr;
        const int count =
            cupsGetJobs2(connection(), &jobs, m_queue.constData(), 1, CUPS_WHICHJOBS_ACTIVE);
        for (int i = 0; i < count; ++i) {
            if (qstrcmp(jobs[i].title, Title) == 0) {
                qCWarning(lcCups, "Job %d of an earlier ticket is cancelled.", jobs[i].id);
                cupsCancelJob2(connection(), m_queue.constData(), jobs[i].id, 0);
            }
        }
        if (count > 0) {
            cupsFreeJobs(count, jobs);
        }
    }

    bool submit(const CupsDocument &document)
    {
        const QByteArray title = document.title.toUtf8();
        Options options;
        options.add("media", document.media.toUtf8().constData());
        options.add("sides", "one-sided"); // the next copy is another person's sheet
        options.add("print-scaling", "none");
        options.add("job-sheets", "none");
        http_t *http = connection();
        m_cupsJob = http ? cupsCreateJob(http, m_queue.constData(), title.constData(),
                                         options.count(), options.data())
                         : 0;
        if (m_cupsJob == 0) {
            return false;
        }
        const QByteArray &pdf = document.pdf;
        return cupsStartDocument(http, m_queue.constData(), m_cupsJob, title.constData(),
                                 CUPS_FORMAT_PDF, 1)
                   == HTTP_STATUS_CONTINUE
               && cupsWriteRequestData(http, pdf.constData(), static_cast<size_t>(pdf.size()))
                      == HTTP_STATUS_CONTINUE
               && cupsFinishDocument(http, m_queue.constData()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
    }

    QByteArray m_queue;
    PrinterTiming m_timing;
    Http m_http;
    QTimer *m_timer = nullptr;
    std::optional<QUuid> m_job;
    int m_cupsJob = 0;
    int m_badLooks = 0;
    PrinterStatus m_trouble; ///< of the last job; holds until the next one is tried
    bool m_swept = false;
};

CupsPrinter::CupsPrinter(const QString &queue, const PrinterTiming &timing)
    : m_worker(new CupsWorker(queue, timing)) // deleted by its thread
    , m_timing(timing)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &CupsWorker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &CupsWorker::statusRead, this, &CupsPrinter::setStatus);
    connect(m_worker, &CupsWorker::finished, this, &CupsPrinter::onFinished);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const QUuid job = *m_job;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, job] { worker->giveUp(job); }, Qt::QueuedConnection);
        // The worker's word is awaited a little, because it knows whether a backend had the job.
        QTimer::singleShot(m_timing.answer, this,
                           [this, job] { onFinished(job, PrintOutcome::Unknown); });
    });
    m_thread.start();
}

CupsPrinter::~CupsPrinter()
{
    m_thread.quit();
    m_thread.wait();
}

void CupsPrinter::print(const QUuid &job, const QImage &image)
{
    start(job, [image] { return ticketDocument(image); });
}

void CupsPrinter::print(const QUuid &job, const CupsDocument &document)
{
    start(job, [document] { return document; });
}

void CupsPrinter::start(const QUuid &job, const std::function<CupsDocument()> &document)
{
    if (m_job) {
        QTimer::singleShot(0, this,
                           [this, job] { Q_EMIT finished(job, PrintOutcome::Failed, m_status); });
        return;
    }
    m_job = job;
    m_deadline.start(m_timing.job - m_timing.answer);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job, document] { worker->print(job, document()); },
        Qt::QueuedConnection);
}

void CupsPrinter::onFinished(const QUuid &job, PrintOutcome outcome)
{
    if (m_job != job) {
        return; // late
    }
    m_deadline.stop();
    m_job.reset();
    Q_EMIT finished(job, outcome, m_status);
}

void CupsPrinter::setStatus(const PrinterStatus &status)
{
    if (status != m_status || !m_hasTold) {
        m_hasTold = true; // that a queue is not there is news, too
        m_status = status;
        Q_EMIT statusChanged(m_status);
    }
}

} // namespace motcua

#include "cupsprinter.moc"
