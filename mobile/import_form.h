// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

#include "mobile/grid_session.h"
#include "mobile/import_rows_model.h"
#include "mobile/move_people.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// Bringing in the office's own workbook of visits: a file is read, each row is matched with a household, somebody looks at all of it and
/// decides what is not sure, and only then it is saved, batch by batch, each in one durable transaction. Importing a file again changes
/// nothing (shared/client/visit_import.h). What was saved can be taken back as a whole.
///
///     Idle ──read()──► Reading ──► Preview ──save()──► Saving ──► Done ──undo()──► Preview
///
/// After a kill the batches that were saved are there, and the same file brings the rest.
class ImportForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.visitImport")
    Q_PROPERTY(qiaomen::ImportForm::Stage stage READ stage NOTIFY changed)
    /// Of the file, without its folder; empty while notes are looked at.
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    /// Rows of earlier imports are looked at again, not a file.
    Q_PROPERTY(bool ofNotes READ isOfNotes NOTIFY changed)
    /// Why nothing could be read, or saved, and what to do; empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// What of the file was passed over, a sentence each.
    Q_PROPERTY(QList<QString> remarks READ remarks NOTIFY changed)
    Q_PROPERTY(qiaomen::ImportRowsModel* rows READ rows CONSTANT)
    /// While saving: 0 to 1.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// Once it is saved: what was, in a sentence.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
    Q_PROPERTY(bool undoing READ isUndoing NOTIFY changed)
    /// Rows of earlier imports that wait for a household.
    Q_PROPERTY(int openNotes READ openNotes NOTIFY changed)
    /// The row that a household is chosen for, in words; empty while none is.
    Q_PROPERTY(QString placing READ placing NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    /// Households for that row: candidates, or what `query` finds.
    Q_PROPERTY(qiaomen::MoveTargets* targets READ targets CONSTANT)
public:
    enum Stage { Idle, Reading, Preview, Saving, Done };
    Q_ENUM(Stage)

    ImportForm(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent);
    /// The grid that it is brought into; null: none. What is on the screen is forgotten.
    void setSession(GridSession* session, const QString& worker);

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] const QString& fileName() const { return fileName_; }
    [[nodiscard]] bool isOfNotes() const { return ofNotes_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] const QList<QString>& remarks() const { return remarks_; }
    [[nodiscard]] ImportRowsModel* rows() { return &rows_; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] const QString& summary() const { return summary_; }
    [[nodiscard]] bool isUndoable() const { return stage_ == Done && !facts_.empty(); }
    [[nodiscard]] bool isUndoing() const { return undoing_; }
    [[nodiscard]] int openNotes() const { return openNotes_; }
    [[nodiscard]] QString placing() const;
    [[nodiscard]] const QString& query() const { return query_; }
    [[nodiscard]] MoveTargets* targets() { return &targets_; }
    void setQuery(const QString& query);
    /// The imports that the last save() made, in their order.
    [[nodiscard]] const std::vector<RecordId>& facts() const { return facts_; }

    /// Goes on to Preview, or back to Idle with a problem.
    Q_INVOKABLE void read(const QUrl& file);
    /// Rows of earlier imports that wait for a household.
    Q_INVOKABLE void readNotes();
    /// Back to Idle; nothing is saved that was not. A batch under way is finished first.
    Q_INVOKABLE void leave();

    /// `row` is the rows' role `number`.
    Q_INVOKABLE void beginPlacing(int row);
    Q_INVOKABLE void endPlacing();
    /// The household in that row of `targets`.
    Q_INVOKABLE void choose(int target);
    Q_INVOKABLE void setSkipped(int row, bool skipped);
    Q_INVOKABLE void setKept(int row, bool kept);
    /// All rows without a household become notes, or none.
    Q_INVOKABLE void keepAll(bool kept);

    /// Answers with saved() or failed(); after a failure the batches before it are saved, and `problem` says how many rows.
    Q_INVOKABLE void save();
    /// Takes all of it back: undone() or failed().
    Q_INVOKABLE void undo();

signals:
    void changed();
    void previewed();
    void saved(const QString& summary);
    void failed(const QString& problem);
    void undone(const QString& summary);

private:
    struct FileRead;
    static FileRead readFile(GridSession& session, const QString& path);
    void take(FileRead read);
    void begin(Stage stage);
    void fail(const QString& problem);
    void saveNext();
    void finish();
    void undoNext(bool corrected);
    void countNotes();
    void showTargets();
    [[nodiscard]] QString words(const CellProblem& problem) const;

    StoreExecutor& executor_;
    const Vocabulary& vocabulary_;
    GridSession* session_ = nullptr;
    QMetaObject::Connection following_;
    QString worker_, fileName_, problem_, summary_, query_;
    QList<QString> remarks_;
    ImportRowsModel rows_;
    MoveTargets targets_{this};
    NewestQuestion counting_;
    Stage stage_ = Idle;
    bool ofNotes_ = false, undoing_ = false;
    int openNotes_ = 0, placing_ = -1;
    std::vector<std::size_t> toSave_;
    std::size_t savedRows_ = 0;
    int savedVisits_ = 0, savedNotes_ = 0;
    std::vector<RecordId> facts_;
    int turn_ = 0;  ///< counts what is begun, so that an answer to something given up is not taken
};

}  // namespace qiaomen
