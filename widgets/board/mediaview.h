// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

namespace motcua {

/// Pictures and muted videos of a folder, one after another by name. Files that appear, change or
/// go are noticed when their turn comes; what cannot be shown is skipped.
///
/// Everything that can block (folders on a network, decoders) happens in a thread of its own: a
/// file that hangs costs the hall its pictures and nothing else.
class MediaView : public QWidget
{
    Q_OBJECT

public:
    explicit MediaView(QWidget *parent = nullptr);
    ~MediaView() override;

    /// Begins with @p path, a folder or one file; empty for no media.
    void setSource(const QString &path, std::chrono::seconds imageTime);
    /// Holds still, for a call.
    void setPaused(bool paused);
    void setCorners(const QColor &background, double radius);

    /// There is something to show.
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// The file on view.
    [[nodiscard]] const QString &file() const { return m_file; }

Q_SIGNALS:
    void availableChanged(bool isAvailable);
    /// Another file is on view.
    void fileChanged(const QString &file);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Worker;
    struct Link;
    struct Shown;
    [[nodiscard]] QSize pixels() const;
    void ask();
    void answer(const Shown &shown);
    void setAvailable(bool available);

    std::shared_ptr<Link> m_link;
    QThread *m_thread; ///< left alone when it hangs, see the destructor
    Worker *m_worker;  ///< lives in m_thread, deleted there
    int m_round = 0;   ///< of setSource(): answers of an earlier one do not count
    QString m_path;
    QString m_file;
    QImage m_image;
    bool m_available = false;
    bool m_paused = false;
    bool m_asked = false; ///< and not answered yet
    bool m_due = false;   ///< the next file waits for the end of a pause
    std::chrono::seconds m_imageTime{0};
    QTimer m_turn;
    QTimer m_deadline;
    QColor m_background;
    double m_radius = 0;
};

} // namespace motcua
