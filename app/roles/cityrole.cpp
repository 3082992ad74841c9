// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/cityrole.h"

#include "manager/reporttext.h"
#include "operations/publishedcatalogue.h"
#include "roles/reportsaving.h"
#include "shared/errortext.h"
#include "sync/city.h"

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

/// What the centre has published, as far as its own screens need it.
struct Published
{
    std::map<QString, Bilingual> groups = {};
    std::optional<WorkingCalendar> hours = {};
};

Result<Published> readPublished(CentreLink &link)
{
    const auto content = newestPublication(link);
    if (!content) {
        return std::unexpected(content.error());
    }
    Published published;
    if (!content->isEmpty()) {
        const CatalogueReading reading = PublishedFiles::fromJson(content->toUtf8()).read();
        for (const Group &group : reading.catalogue.groups) {
            published.groups.emplace(group.letter, group.shortName);
        }
        published.hours.emplace(reading.catalogue.calendar);
    }
    return published;
}

} // namespace

/// The one owner of the connection.
class CityRole::Worker : public QObject
{
public:
    explicit Worker(QString url)
        : m_url(std::move(url))
    {
    }

    /// What @p work says of the link, which is opened anew after a failure.
    template <typename Work>
    auto ask(Work &work) -> std::invoke_result_t<Work, CentreLink &>
    {
        if (!m_link) {
            auto opened = CentreLink::open(m_url);
            if (!opened) {
                return std::unexpected(opened.error());
            }
            m_link.emplace(std::move(*opened));
        }
        auto answer = work(*m_link);
        if (!answer) {
            m_link.reset();
        }
        return answer;
    }

private:
    QString m_url;
    std::optional<CentreLink> m_link;
};

CityRole::CityRole(QString url, const ManagerSettings &settings, QString folder, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_folder(std::move(folder))
    , m_window(settings, wallClock(QDateTime::currentDateTimeUtc(), cityZone()).date)
    , m_poll(this)
    , m_worker(new Worker(std::move(url)))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    connect(&m_poll, &QTimer::timeout, &m_window, &CityWindow::refresh);
    connect(&m_window, &CityWindow::daysWanted, this, &CityRole::readDays);
    connect(&m_window, &CityWindow::monthWanted, this, &CityRole::readMonth);
    connect(&m_window, &CityWindow::fileWanted, this, &CityRole::save);
    setReachable(true);
    m_window.refresh();
}

CityRole::~CityRole()
{
    ++*m_latestDays;
    ++*m_latestMonth;
    m_thread.quit();
    m_thread.wait();
}

/// Runs @p work with the link, then @p done with its result here.
template <typename Work, typename Done>
void CityRole::run(Work work, Done done)
{
    const auto job = [this, worker = m_worker, work, done]() mutable {
        // Shared, because a queued call is a copyable function.
        auto answer = std::make_shared<std::invoke_result_t<Work, CentreLink &>>(worker->ask(work));
        QMetaObject::invokeMethod(
            this, [answer, done]() mutable { done(*answer); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, job, Qt::QueuedConnection);
}

void CityRole::setReachable(bool isReachable)
{
    m_poll.start(isReachable ? 60s : 5s);
}

void CityRole::readDays(const QDate &from, const QDate &to)
{
    const int wish = ++*m_latestDays;
    run(
        [from, to, wish, latest = m_latestDays](CentreLink &link) -> Result<CityDays> {
            return *latest == wish ? readCityDays(link, from, to, QDateTime::currentDateTimeUtc())
                                   : failure(ErrorCode::Interrupted);
        },
        [this, wish](const Result<CityDays> &days) {
            if (*m_latestDays != wish) {
                return;
            }
            setReachable(days.has_value());
            if (!days) {
                m_window.setOffline(days.error());
                return;
            }
            m_window.setDays(*days);
            if (!m_hasCatalogue) {
                readCatalogue();
            }
        });
}

void CityRole::readMonth(const QString &branch, const QDate &day)
{
    const int wish = ++*m_latestMonth;
    run(
        [branch, day, wish, latest = m_latestMonth](CentreLink &link) -> Result<CityMonth> {
            return *latest == wish
                       ? readCityMonth(link, branch, day, QDateTime::currentDateTimeUtc())
                       : failure(ErrorCode::Interrupted);
        },
        [this, wish](const Result<CityMonth> &month) {
            if (*m_latestMonth != wish) {
                return;
            }
            if (month) {
                m_window.setMonth(*month);
            } else {
                m_window.setOffline(month.error());
            }
        });
}

void CityRole::readCatalogue()
{
    m_hasCatalogue = true;
    run([](CentreLink &link) { return readPublished(link); },
        [this](const Result<Published> &published) {
            m_hasCatalogue = published.has_value();
            if (published) {
                m_window.setCatalogue(published->groups, published->hours);
            }
        });
}

void CityRole::save(const ReportTable &table, ReportFormat format)
{
    const QString path = reportPath(m_folder, table, format, cityZone());
    const auto job = [this, sheet = sheetOf(table, m_settings.language), format, path] {
        const auto saved = saveReportFile(sheet, format, path);
        QMetaObject::invokeMethod(
            this,
            [this, saved, path] {
                m_window.setNote(saved ? tr("Written: %1").arg(path) : errorText(saved.error()));
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, job, Qt::QueuedConnection);
}

} // namespace motcua
