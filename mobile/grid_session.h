// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "mobile/change_words.h"
#include "mobile/fact_undo.h"
#include "mobile/store_executor.h"
#include "mobile/vocabulary.h"
#include "shared/client/attachment_store.h"
#include "shared/client/grid_reader.h"
#include "shared/client/local_store.h"

namespace qiaomen {

/// One grid's replica as forms and models use it: its store, its reader, and news of what changed, on the UI thread.
///
/// Every save of the app goes through save(), every commit (ours or the sync's) comes back as changed(). Commits that follow
/// each other closely are told as one. Must not outlive the store and the executor.
class GridSession : public QObject {
    Q_OBJECT
public:
    static Result<std::unique_ptr<GridSession>> open(LocalStore& store, QString name, StoreExecutor& executor,
                                                     Vocabulary& vocabulary, RandomSource random);

    [[nodiscard]] LocalStore& store() { return store_; }
    [[nodiscard]] GridReader& reader() { return *reader_; }
    /// The grid's photos; opened by whoever asks first, and asked again after a failure. Off the UI thread only: it reads a folder,
    /// and checks signatures. Errors: full, broken; records are not concerned.
    Result<AttachmentStore*> attachments();
    /// What is only on this device. Read when the outbox is another one than at the last question, and not for every page that is
    /// opened: after weeks offline that would be thousands of changes each time. Off the UI thread.
    [[nodiscard]] std::shared_ptr<const Unsent> unsent();
    [[nodiscard]] StoreExecutor& executor() { return executor_; }
    [[nodiscard]] Vocabulary& vocabulary() { return vocabulary_; }
    [[nodiscard]] GridId id() const { return store_.grid(); }
    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] std::int64_t nowMs() const { return store_.nowMs(); }
    /// An id for a record that does not exist yet.
    [[nodiscard]] RecordId newId() const { return RecordId::make(nowMs(), random_); }

    /// Saves all edits or none, off the UI thread; `then` hears of it when it is durable, or why it is not. Emits saved().
    void save(std::vector<Edit> edits, QObject* asker, std::function<void(Result<Saved>)> then);

    /// Takes back a fact that this device saved (fact_undo.h), off the UI thread. Emits saved() when there is something to
    /// send.
    void undo(const RecordKey& fact, const QString& worker, QObject* asker, std::function<void(Result<Undone>)> then);

signals:
    /// Committed and durable, by whomever: these records, and whether the outbox is different.
    void changed(const qiaomen::StoreChange& change);
    /// This device saved something new: there is something to send.
    void saved();
    /// Photos came, went, or became safe.
    void attachmentsChanged();

private:
    GridSession(LocalStore& store, std::unique_ptr<GridReader> reader, QString name, StoreExecutor& executor,
                Vocabulary& vocabulary, RandomSource random);
    void hear(const StoreChange& change);
    void tell();

    LocalStore& store_;
    std::unique_ptr<GridReader> reader_;
    std::mutex opening_;
    std::unique_ptr<AttachmentStore> attachments_;  ///< under opening_
    QString name_;
    StoreExecutor& executor_;
    Vocabulary& vocabulary_;
    RandomSource random_;
    std::mutex hearing_;
    StoreChange heard_;                        ///< not told yet; under hearing_
    bool telling_ = false;                     ///< a call of tell() is queued; under hearing_
    std::atomic<std::uint64_t> outboxes_ = 1;  ///< how many different outboxes were heard of
    std::mutex marking_;
    std::shared_ptr<const Unsent> unsent_;  ///< under marking_
    std::uint64_t marked_ = 0;              ///< the outbox that unsent_ is of; under marking_
    Subscription subscription_;
};

}  // namespace qiaomen
