// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "board/mediaview.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QLoggingCategory>
#include <QMediaPlayer>
#include <QMutex>
#include <QPaintEvent>
#include <QPainter>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

Q_LOGGING_CATEGORY(lcMedia, "motcua.board.media", QtWarningMsg)

namespace {

/// How long to wait before a folder with nothing to show is looked at again.
constexpr auto RetryTime = 10s;
/// The worker hangs when it does not answer for this long.
constexpr auto AnswerTime = 20s;
/// A video that shows no new frame for this long is given up.
constexpr auto FrameTimeout = 5s;
/// Frames that come faster are left out: a hall needs no more.
constexpr qint64 FrameMs = 38;
constexpr qint64 LargestFile = qint64{64} << 20;
constexpr qint64 LargestPixels = 60'000'000;
/// Entries of a folder that are looked at: a wrong path may name a whole disk.
constexpr int LargestFolder = 1000;
/// Pictures that differ from the place by less are cut, others keep a margin.
constexpr double CutTolerance = 1.13;

bool isVideo(const QString &path)
{
    static const QStringList suffixes{u"mp4"_s, u"m4v"_s, u"webm"_s, u"mkv"_s,
                                      u"mov"_s, u"avi"_s, u"ogv"_s,  u"mpg"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

bool isImage(const QString &path)
{
    static const QStringList suffixes{u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

QStringList filesOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.isFile()) {
        return {path};
    }
    QStringList files;
    // isFile() leaves out pipes, which would hang whoever opens them.
    const QFileInfoList entries =
        QDir(path).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &entry : entries.mid(0, LargestFolder)) {
        if (entry.isFile() && (isImage(entry.fileName()) || isVideo(entry.fileName()))) {
            files.append(entry.absoluteFilePath());
        }
    }
    return files;
}

/// @p path no larger than @p size needs, null when it cannot be decoded.
QImage readImage(const QString &path, QSize size)
{
    if (QFileInfo(path).size() > LargestFile) {
        return {};
    }
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QSize full = reader.size();
    if (!full.isValid() || qint64{full.width()} * full.height() > LargestPixels) {
        return {};
    }
    QSize wanted = size;
    if (reader.transformation() & QImageIOHandler::TransformationRotate90) {
        wanted.transpose();
    }
    const QSize scaled = full.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    if (scaled.width() < full.width()) {
        reader.setScaledSize(scaled);
    }
    return reader.read();
}

/// @p image as it fills @p size.
QImage fitted(const QImage &image, QSize size, const QColor &background)
{
    const double wide = static_cast<double>(image.width()) / image.height();
    const double place = static_cast<double>(size.width()) / size.height();
    const bool cut = std::max(wide / place, place / wide) < CutTolerance;
    const QImage scaled = image.scaled(
        size, cut ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage result(size, QImage::Format_RGB32);
    result.fill(background);
    QPainter painter(&result);
    painter.drawImage((size.width() - scaled.width()) / 2, (size.height() - scaled.height()) / 2,
                      scaled);
    return result;
}

} // namespace

/// What the worker found; an empty file: nothing can be shown.
struct MediaView::Shown
{
    int round;
    QString file;
    QImage image;
    bool isVideo;
};

/// Lets the worker reach the view as long as there is one.
struct MediaView::Link
{
    QMutex mutex;
    MediaView *view;
};

/// The half that lives in the thread.
class MediaView::Worker : public QObject
{
public:
    explicit Worker(std::shared_ptr<Link> link)
        : m_link(std::move(link))
        , m_stuck(this)
    {
        m_stuck.setSingleShot(true);
        m_stuck.setInterval(FrameTimeout);
        connect(&m_stuck, &QTimer::timeout, this, [this] {
            giveUp();
            next();
        });
    }

    /// Shows what follows @p after, by name; the first one when it is the last.
    void next(int round, const QString &path, const QString &after, QSize size,
              const QColor &background)
    {
        m_round = round;
        m_path = path;
        m_file = after;
        m_size = size;
        m_background = background;
        next();
    }

    void stop() { stopVideo(); }

    void setPaused(bool paused)
    {
        m_paused = paused;
        if (!m_player || m_player->source().isEmpty()) {
            return;
        }
        if (paused) {
            m_stuck.stop();
            m_player->pause();
        } else {
            m_stuck.start();
            m_player->play();
        }
    }

private:
    void next()
    {
        stopVideo();
        QStringList files = filesOf(m_path);
        const auto from = std::ranges::upper_bound(files, m_file);
        std::rotate(files.begin(), from, files.end());
        for (const QString &file : std::as_const(files)) {
            if (m_broken.value(file, -1) == modified(file)) {
                continue;
            }
            if (isVideo(file)) {
                m_file = file;
                playVideo();
                return;
            }
            if (file == m_file && modified(file) == m_modified) {
                tell({.round = m_round, .file = file, .image = {}, .isVideo = false});
                return;
            }
            const QImage image = readImage(file, m_size);
            if (!image.isNull()) {
                m_file = file;
                m_modified = modified(file);
                tell({.round = m_round,
                      .file = file,
                      .image = fitted(image, m_size, m_background),
                      .isVideo = false});
                return;
            }
            m_file = file;
            giveUp();
        }
        tell({.round = m_round, .file = {}, .image = {}, .isVideo = false});
    }

    static qint64 modified(const QString &file)
    {
        return QFileInfo(file).lastModified().toMSecsSinceEpoch();
    }

    void playVideo()
    {
        m_modified = 0;
        m_frameClock.invalidate();
        if (!m_player) {
            m_player = std::make_unique<QMediaPlayer>();
            m_sink = std::make_unique<QVideoSink>();
            m_player->setVideoSink(m_sink.get()); // no audio output: it has no sound at all
            connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &Worker::showFrame);
            connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this,
                    [this](QMediaPlayer::MediaStatus status) {
                        if (status == QMediaPlayer::EndOfMedia) {
                            later();
                        } else if (status == QMediaPlayer::InvalidMedia) {
                            giveUp();
                            later();
                        }
                    });
            connect(m_player.get(), &QMediaPlayer::errorOccurred, this,
                    [this](QMediaPlayer::Error, const QString &) {
                        giveUp();
                        later();
                    });
        }
        m_player->setSource(QUrl::fromLocalFile(m_file));
        setPaused(m_paused); // it may be asked for in the middle of a call
    }

    void stopVideo()
    {
        m_stuck.stop();
        if (m_player && !m_player->source().isEmpty()) {
            m_stopping = true;
            m_player->stop();
            m_player->setSource(QUrl());
            m_stopping = false;
        }
    }

    /// Not from within a signal of the player.
    void later()
    {
        if (!m_stopping) {
            QMetaObject::invokeMethod(
                this, [this] { next(); }, Qt::QueuedConnection);
        }
    }

    void showFrame(const QVideoFrame &frame)
    {
        if (m_stopping || m_paused || !frame.isValid()) {
            return;
        }
        m_stuck.start();
        if (m_frameClock.isValid() && m_frameClock.elapsed() < FrameMs) {
            return;
        }
        m_frameClock.start();
        const QImage image = frame.toImage();
        if (!image.isNull()) {
            tell({.round = m_round,
                  .file = m_file,
                  .image = fitted(image, m_size, m_background),
                  .isVideo = true});
        }
    }

    /// The file is left out until it changes.
    void giveUp()
    {
        if (!m_stopping) {
            qCWarning(lcMedia) << "cannot be shown, it is skipped:" << m_file;
            m_broken.insert(m_file, modified(m_file));
        }
    }

    void tell(const Shown &shown)
    {
        const QMutexLocker locker(&m_link->mutex);
        if (m_link->view) {
            QMetaObject::invokeMethod(
                m_link->view, [view = m_link->view, shown] { view->answer(shown); },
                Qt::QueuedConnection);
        }
    }

    std::shared_ptr<Link> m_link;
    int m_round = 0;
    QString m_path;
    QString m_file;
    qint64 m_modified = 0;
    QHash<QString, qint64> m_broken; ///< files that cannot be shown, as they were when tried
    QSize m_size;
    QColor m_background;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaPlayer> m_player;
    QElapsedTimer m_frameClock;
    bool m_paused = false;
    bool m_stopping = false;
    QTimer m_stuck;
};

MediaView::MediaView(QWidget *parent)
    : QWidget(parent)
    , m_link(std::make_shared<Link>())
    , m_thread(new QThread)
    , m_worker(new Worker(m_link))
{
    // Qt 6.4 prefers GStreamer, whose player is a crash where its plugins are not installed; FFmpeg
    // comes with Qt Multimedia itself.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_link->view = this;
    m_thread->setObjectName(u"media"_s);
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        if (m_paused) {
            m_due = true;
        } else {
            ask();
        }
    });
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(AnswerTime);
    connect(&m_deadline, &QTimer::timeout, this, [this] { setAvailable(false); });
}

MediaView::~MediaView()
{
    {
        const QMutexLocker locker(&m_link->mutex);
        m_link->view = nullptr;
    }
    if (!m_thread->isRunning()) {
        delete m_worker; // nothing was ever shown
    }
    m_thread->quit();
    // A worker that hangs in a decoder or on a dead network folder is left behind: waiting for it
    // would hang the program, and killing it could leave a lock held.
    constexpr auto Patience = 2s;
    if (m_thread->wait(QDeadlineTimer(Patience))) {
        delete m_thread;
    }
}

void MediaView::setSource(const QString &path, std::chrono::seconds imageTime)
{
    ++m_round;
    m_path = path;
    m_imageTime = std::max(imageTime, std::chrono::seconds(1));
    m_file.clear();
    m_turn.stop();
    m_deadline.stop();
    m_asked = false;
    setAvailable(false);
    ask();
}

void MediaView::setPaused(bool paused)
{
    if (paused == m_paused) {
        return;
    }
    m_paused = paused;
    if (m_thread->isRunning()) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, paused] { worker->setPaused(paused); },
            Qt::QueuedConnection);
    }
    // A video that holds still has no frame to answer with.
    if (paused) {
        m_deadline.stop();
    } else if (m_asked) {
        m_deadline.start();
    }
    if (!paused && std::exchange(m_due, false)) {
        ask();
    }
}

void MediaView::setCorners(const QColor &background, double radius)
{
    m_background = background;
    m_radius = radius;
    update();
}

void MediaView::ask()
{
    if (m_path.isEmpty()) {
        if (m_thread->isRunning()) {
            QMetaObject::invokeMethod(
                m_worker, [worker = m_worker] { worker->stop(); }, Qt::QueuedConnection);
        }
        return;
    }
    if (!m_thread->isRunning()) {
        m_thread->start(QThread::LowPriority);
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, paused = m_paused] { worker->setPaused(paused); },
            Qt::QueuedConnection);
    }
    m_asked = true;
    if (!m_paused) {
        m_deadline.start();
    }
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, round = m_round, path = m_path, after = m_file, size = pixels(),
         background = m_background] { worker->next(round, path, after, size, background); },
        Qt::QueuedConnection);
}

QSize MediaView::pixels() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize().expandedTo({16, 9});
}

void MediaView::answer(const Shown &shown)
{
    if (shown.round != m_round) {
        return;
    }
    m_asked = false;
    m_deadline.stop();
    if (shown.file.isEmpty()) {
        m_file.clear();
        setAvailable(false);
        m_turn.start(RetryTime);
        return;
    }
    if (!shown.image.isNull()) {
        m_image = shown.image;
        update();
    }
    if (!shown.isVideo) {
        m_turn.start(m_imageTime);
    } else {
        m_turn.stop();
    }
    setAvailable(true);
    if (m_file != shown.file) {
        m_file = shown.file;
        Q_EMIT fileChanged(m_file);
    }
}

void MediaView::setAvailable(bool available)
{
    if (m_available != available) {
        m_available = available;
        Q_EMIT availableChanged(available);
    }
}

void MediaView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_path.isEmpty() && m_available) {
        m_file.clear(); // the same picture again, in the new size
        ask();
    }
}

void MediaView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_background);
    if (m_image.isNull()) {
        return;
    }
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QBrush brush(m_image);
    brush.setTransform(QTransform::fromScale(static_cast<double>(width()) / m_image.width(),
                                             static_cast<double>(height()) / m_image.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(rect(), m_radius, m_radius);
}

} // namespace motcua
