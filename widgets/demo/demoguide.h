// SPDX-FileCopyrightText: 2026 Một Cửa developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/theme.h"

#include <QImage>
#include <QWidget>

#include <array>

class QPushButton;

namespace motcua {

class ParagraphLabel;

/// What to try in the demo, what was tried already, and the last ticket as it came out on paper.
class DemoGuide : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Take, Call, Look, Finish };

    /// @p counter is where the person plays the clerk, who signs in there with @p pin unless he
    /// @p isSignedIn already.
    DemoGuide(const Look &look, int counter, QString pin, bool isSignedIn,
              QWidget *parent = nullptr);

    void setDone(Step step);
    /// Shows what the printer made; black on white.
    void setPaper(const QImage &paper);
    [[nodiscard]] bool arePeopleComing() const;
    /// Offers to open the other windows again, before anything else.
    void setWindowsClosed(bool closed);

Q_SIGNALS:
    void peopleComingToggled(bool coming);
    void windowsAsked();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    static constexpr size_t Steps = 4;
    [[nodiscard]] QString textOf(Step step) const;
    int placeWords(int right);
    void retranslate();
    void layOut();

    Look m_look;
    int m_counter;
    QString m_pin;
    bool m_isSignedIn;
    ParagraphLabel *m_title;
    std::array<ParagraphLabel *, Steps> m_steps{};
    std::array<bool, Steps> m_done{};
    ParagraphLabel *m_signIn;
    QPushButton *m_people;
    QPushButton *m_windows;
    QImage m_paper;
    QRect m_paperArea; ///< null when there is none, or no room for it
};

} // namespace motcua
