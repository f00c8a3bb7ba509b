// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QUrl>
#include <memory>

#include "mobile/exports_model.h"
#include "mobile/grid_session.h"
#include "shared/client/take_out.h"

namespace qiaomen {

/// Everything of the current grid as a workbook, into a folder that somebody chooses: which period, how far it is, where the file is,
/// and who took out what before. Written off the UI thread (shared/client/take_out.h); it can be called off, and then leaves nothing behind.
class TakeOut : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.takeOut")
    /// Of what happened; registers are always whole.
    Q_PROPERTY(qiaomen::TakeOut::Period period READ period WRITE setPeriod NOTIFY changed)
    /// Its first and its last day; 0 for everything.
    Q_PROPERTY(double fromDay READ fromDay NOTIFY changed)
    Q_PROPERTY(double untilDay READ untilDay NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    /// 0 to 1, by rows.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// Why the last one came to nothing, in a sentence; empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Where the workbook is; empty before.
    Q_PROPERTY(QString savedFile READ savedFile NOTIFY changed)
    /// What is in it, in a sentence.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(qiaomen::ExportsModel* past READ past CONSTANT)
public:
    enum Period { Everything, ThisYear, LastMonth, ThisMonth };
    Q_ENUM(Period)

    TakeOut(StoreExecutor& executor, const Vocabulary& vocabulary, QString app, QObject* parent);
    /// The grid that is taken out of; null: none. What is under way is called off.
    void setSession(GridSession* session, const QString& worker);

    [[nodiscard]] Period period() const { return period_; }
    [[nodiscard]] double fromDay() const;
    [[nodiscard]] double untilDay() const;
    [[nodiscard]] bool isRunning() const { return watch_ != nullptr; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] const QString& savedFile() const { return savedFile_; }
    [[nodiscard]] const QString& summary() const { return summary_; }
    [[nodiscard]] ExportsModel* past() { return &past_; }
    /// What the last one took; its file is empty where there was none.
    [[nodiscard]] const TakenOut& taken() const { return taken_; }
    void setPeriod(Period period);

    /// Answers with saved() or failed(), or with neither when it is called off.
    Q_INVOKABLE void start(const QUrl& folder);
    Q_INVOKABLE void cancel();
    /// With whatever the system opens workbooks, or folders, with; failed() when it knows nothing.
    Q_INVOKABLE void open();
    Q_INVOKABLE void openFolder();

signals:
    void changed();
    void saved(const QString& summary);
    void failed(const QString& problem);

private:
    struct Days {
        std::string from, until;
    };
    [[nodiscard]] Days days() const;
    [[nodiscard]] TakeOutOrder order(const QString& folder) const;
    void end(const Result<TakenOut>& outcome);
    void fail(const QString& problem);

    StoreExecutor& executor_;
    const Vocabulary& vocabulary_;
    QString app_, worker_, problem_, savedFile_, summary_;
    GridSession* session_ = nullptr;
    ExportsModel past_;
    Period period_ = Everything;
    TakenOut taken_;
    std::shared_ptr<TakeOutWatch> watch_;  ///< of the one under way
    QTimer look_;                          ///< runs only while one is
};

}  // namespace qiaomen
