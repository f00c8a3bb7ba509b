// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"

namespace qiaomen {

/// What holds the people of the shown household here: leases, trades and certificates, what expires first on top. Numbers are masked.
class AnchorsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.anchors")
public:
    enum Validity {
        Lasting,  ///< no end is known
        Valid,
        Expiring,  ///< within 30 days
        Expired,
        Ended,
    };
    Q_ENUM(Validity)
    enum Role {
        AnchorIdRole = Qt::UserRole + 1,
        KindRole,      ///< code: lease, job, certificate
        KindWordRole,  ///< in words
        TitleRole,
        PapersRole,    ///< masked
        PersonRole,    ///< whose; empty for the household's
        ExpiresRole,   ///< real: local midnight; 0 none
        ValidityRole,  ///< int, a Validity
        NoteRole,
    };
    Q_ENUM(Role)
    static constexpr int kExpiringDays = 30;  ///< time enough to renew a paper, by this project's judgement

    AnchorsModel(const Vocabulary& vocabulary, QObject* parent);

    /// Pure. `today` and the dates are YYYY-MM-DD.
    static Validity validity(const Record& one, const std::string& today);
    void show(std::vector<Record> anchors, const std::vector<Record>& people, std::string today);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Record> anchors_;
    QHash<QString, QString> names_;  ///< of people, by id
    std::string today_;
};

/// Which groups of facts are fresh, and who asked last: what somebody confirmed last month need not be asked again today. One row for
/// each group that can be confirmed, asked or not.
class AskedModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.asked")
public:
    enum Role {
        GroupRole = Qt::UserRole + 1,  ///< code of visit.confirmed
        WordRole,                      ///< in words
        AtRole,                        ///< real, ms; 0 never
        ByRole,
        FreshnessRole,  ///< int, as Freshness.Level
    };
    Q_ENUM(Role)
    AskedModel(const Vocabulary& vocabulary, QObject* parent);

    void show(const std::vector<Asked>& asked, std::int64_t nowMs);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Asked> asked_;
    std::int64_t nowMs_ = 0;
};

}  // namespace qiaomen
