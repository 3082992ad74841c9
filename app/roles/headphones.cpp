// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles/headphones.h"

#include "roles/soundthread.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

bool isHeadphone(const QString &description)
{
    constexpr std::array Words{"headphone"_L1, "headset"_L1};
    return description.contains(u"tai nghe"_s, Qt::CaseInsensitive)
           || std::ranges::any_of(Words, [&](QLatin1StringView word) {
                  return description.contains(word, Qt::CaseInsensitive);
              });
}

static QSet<QByteArray> headphones()
{
    QSet<QByteArray> found;
    const auto outputs = QMediaDevices::audioOutputs();
    for (const QAudioDevice &output : outputs) {
        if (isHeadphone(output.description())) {
            found.insert(output.id());
        }
    }
    return found;
}

namespace {

class Watch : public QThread
{
    Q_OBJECT

Q_SIGNALS:
    void pluggedIn();

protected:
    void run() override
    {
        const QMediaDevices devices;
        QSet<QByteArray> known = headphones();
        connect(&devices, &QMediaDevices::audioOutputsChanged, &devices, [this, &known] {
            const QSet<QByteArray> before = std::exchange(known, headphones());
            if (!before.contains(known)) {
                Q_EMIT pluggedIn();
            }
        });
        exec();
    }
};

} // namespace

Headphones::Headphones()
{
    auto *watch = new Watch;
    connect(watch, &Watch::pluggedIn, this, &Headphones::pluggedIn);
    m_thread = watch;
}

Headphones::~Headphones()
{
    endSoundThread(m_thread);
}

} // namespace motcua

#include "headphones.moc"
