// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "mobile/form_lists.h"
#include "mobile/question_form.h"

namespace qiaomen {

/// All questions of a visit, those of the set that ends first coming first.
class QuestionForms : public qiaomen::FormList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.questions")
    /// To be asked on this visit; of these, those that somebody has done something about; and known, or not wished to be said.
    Q_PROPERTY(int open READ openCount NOTIFY countsChanged)
    Q_PROPERTY(int done READ doneCount NOTIFY countsChanged)
    Q_PROPERTY(int known READ knownCount NOTIFY countsChanged)
    /// Of the sets that have open ones, each once.
    Q_PROPERTY(QString titles READ titles NOTIFY countsChanged)
public:
    using FormList::FormList;

    Q_INVOKABLE qiaomen::QuestionForm* at(int row) const { return formAt<QuestionForm>(row); }
    [[nodiscard]] std::vector<QuestionForm*> forms() const { return formsAs<QuestionForm>(); }
    [[nodiscard]] int openCount() const;
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] int knownCount() const { return count() - openCount(); }
    [[nodiscard]] QString titles() const;

    /// The household was read anew: what somebody typed stays.
    void show(GridSession& session, const HouseholdView& view);
    /// As if nobody had typed anything.
    void reset();
    /// The first form's problem, with its question; empty when all may be saved.
    [[nodiscard]] QString problem() const;

    /// What the visit's save needs to know: the visit, and the records that answers fill, as they are on the screen.
    struct Saving {
        RecordId household, visit;
        double answeredAt = 0;
        QString worker;
        std::vector<Record> shown;
        /// True where the same field was typed elsewhere on the page: that stands.
        std::function<bool(const RecordKey&, FieldNo)> isTyped;
    };
    /// The facts, and one edit for each record that they fill.
    [[nodiscard]] std::vector<Edit> edits(const Saving& saving) const;

    /// Of touched forms, by key.
    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& draft);

signals:
    void countsChanged();
    void typed();

private:
    [[nodiscard]] QuestionForm* find(const QString& key) const;
    void follow();
};

}  // namespace qiaomen
