// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "mobile/hazard_step_form.h"
#include "mobile/shown_record.h"

namespace qiaomen {

/// The hazard that is on the screen: where it stands, what may be done next (shared/domain/hazard_rules.h) and what was done; follows
/// the store while shown. Its photos are ShownPhotos.
class ShownHazard : public qiaomen::ShownRecord {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.hazard")
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
    /// A notice was given: its slip can be made again.
    Q_PROPERTY(bool noticed READ isNoticed NOTIFY changed)
public:
    ShownHazard(const Vocabulary& vocabulary, QObject* parent);

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
    [[nodiscard]] bool isNoticed() const { return latestNotice() != nullptr; }

    Q_INVOKABLE void makeNoticeSlip();

private:
    struct Read;
    void refresh() override;
    void forget() override;
    [[nodiscard]] std::vector<StepsModel::Step> stepRows() const override;
    void take(Read read);
    [[nodiscard]] const Record* latestNotice() const;
    [[nodiscard]] bool isTakenBack(const Record& step) const;

    std::string gridPhone_;
    Record head_{CollectionNo{}, {}};
    std::vector<Record> records_;
};

}  // namespace qiaomen
