// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/newest_question.h"
#include "mobile/slip.h"
#include "mobile/steps_model.h"

namespace qiaomen {

/// A record that is on the screen together with the steps that were done about it: which one it is, whether it was read, and taking a
/// step back. It is read anew whenever its store changes. What of it is shown, the classes that derive from it say.
class ShownRecord : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// Empty, or what went wrong and what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(qiaomen::StepsModel* steps READ steps CONSTANT)
public:
    void show(GridSession& session, const RecordId& record, const QString& worker);
    void clear();

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] StepsModel* steps() { return &steps_; }

    /// Takes back a step that this device saved, with all that was saved with it. Answers with done() or failed().
    Q_INVOKABLE void undoStep(const QString& stepId);

signals:
    void changed();
    /// Something was done here; a sentence.
    void done(const QString& summary);
    void failed(const QString& problem);
    void slipMade(const qiaomen::Slip& slip);

protected:
    /// `steps` is the collection of the steps.
    ShownRecord(const Vocabulary& vocabulary, CollectionNo steps, QObject* parent);

    /// Asks the store, off the UI thread, and ends with answered().
    virtual void refresh() = 0;
    virtual void forget() = 0;
    [[nodiscard]] virtual std::vector<StepsModel::Step> stepRows() const = 0;
    /// The newest answer is there: `problem` is why there is nothing to show.
    void answered(const QString& problem);

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    /// Null while nothing is shown.
    [[nodiscard]] GridSession* session() const { return session_; }
    [[nodiscard]] const RecordId& id() const { return id_; }
    [[nodiscard]] const QString& worker() const { return worker_; }
    [[nodiscard]] NewestQuestion& asked() { return asked_; }
    /// Who gives out a slip; the grid's phone comes with what was read.
    [[nodiscard]] SlipIssuer issuer(const std::string& gridPhone) const;

private:
    const Vocabulary& vocabulary_;
    CollectionNo stepsOf_;
    GridSession* session_ = nullptr;
    QMetaObject::Connection following_;
    RecordId id_;
    QString worker_, problem_;
    StepsModel steps_{this};
    NewestQuestion asked_;
    bool ready_ = false;
};

}  // namespace qiaomen
