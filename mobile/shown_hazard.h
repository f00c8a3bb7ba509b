// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "mobile/grid_session.h"
#include "mobile/hazard_step_form.h"
#include "mobile/newest_question.h"
#include "mobile/slip.h"
#include "mobile/steps_model.h"

namespace qiaomen {

/// The hazard that is on the screen: where it stands, what may be done next (shared/domain/hazard_rules.h) and what was done; follows
/// the store while shown. Its photos are ShownPhotos.
class ShownHazard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.hazard")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString hazardId READ hazardId NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString risk READ risk NOTIFY changed)
    Q_PROPERTY(QString riskCode READ riskCode NOTIFY changed)
    Q_PROPERTY(QString responsible READ responsible NOTIFY changed)
    Q_PROPERTY(QString stateCode READ stateCode NOTIFY changed)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed)
    Q_PROPERTY(double foundAt READ foundAt NOTIFY changed)
    /// Local midnight; 0: no limit.
    Q_PROPERTY(double rectifyBy READ rectifyBy NOTIFY changed)
    Q_PROPERTY(bool extended READ isExtended NOTIFY changed)
    /// What may be done next, the most likely first: codes of hazard_step.act, words beside them.
    Q_PROPERTY(QList<QString> acts READ acts NOTIFY changed)
    Q_PROPERTY(QList<QString> actWords READ actWords NOTIFY changed)
    Q_PROPERTY(qiaomen::StepsModel* steps READ steps CONSTANT)
    /// A notice was given: its slip can be made again.
    Q_PROPERTY(bool noticed READ isNoticed NOTIFY changed)
public:
    ShownHazard(const Vocabulary& vocabulary, QObject* parent);
    void show(GridSession& session, const RecordId& hazard, const QString& worker);
    void clear();

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] QString hazardId() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString risk() const;
    [[nodiscard]] QString riskCode() const;
    [[nodiscard]] QString responsible() const;
    [[nodiscard]] QString stateCode() const;
    [[nodiscard]] QString stateWord() const;
    [[nodiscard]] double foundAt() const;
    [[nodiscard]] double rectifyBy() const;
    [[nodiscard]] bool isExtended() const;
    [[nodiscard]] QStringList acts() const;
    [[nodiscard]] QStringList actWords() const;
    [[nodiscard]] StepsModel* steps() { return &steps_; }
    [[nodiscard]] bool isNoticed() const { return latestNotice() != nullptr; }

    /// Takes back a step that this device saved; the hazard is again what it was.
    Q_INVOKABLE void undoStep(const QString& stepId);
    Q_INVOKABLE void makeNoticeSlip();

signals:
    void changed();
    void done(const QString& summary);
    void failed(const QString& problem);
    void slipMade(const qiaomen::Slip& slip);

private:
    struct Read;
    void refresh();
    void take(Read read);
    [[nodiscard]] const Record* latestNotice() const;
    [[nodiscard]] bool isTakenBack(const Record& step) const;
    [[nodiscard]] std::vector<StepsModel::Step> stepRows() const;

    const Vocabulary& vocabulary_;
    GridSession* session_ = nullptr;
    QMetaObject::Connection following_;
    RecordId id_;
    QString worker_, problem_;
    std::string gridPhone_;
    Record head_{CollectionNo{}, {}};
    std::vector<Record> records_;
    StepsModel steps_{this};
    NewestQuestion asked_;
    bool ready_ = false;
};

}  // namespace qiaomen
