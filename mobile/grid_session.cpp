// SPDX-License-Identifier: Apache-2.0
#include "mobile/grid_session.h"

#include <QPointer>

namespace qiaomen {

Result<std::unique_ptr<GridSession>> GridSession::open(LocalStore& store, QString name, StoreExecutor& executor,
                                                       Vocabulary& vocabulary, RandomSource random) {
    auto reader = GridReader::open(store);
    if (!reader) return reader.error();
    return std::unique_ptr<GridSession>(
        new GridSession(store, std::move(*reader), std::move(name), executor, vocabulary, std::move(random)));
}

GridSession::GridSession(LocalStore& store, std::unique_ptr<GridReader> reader, QString name, StoreExecutor& executor,
                         Vocabulary& vocabulary, RandomSource random)
    : store_(store),
      reader_(std::move(reader)),
      name_(std::move(name)),
      executor_(executor),
      vocabulary_(vocabulary),
      random_(std::move(random)),
      subscription_(store.observe([this](const StoreChange& change) { hear(change); })) {}

Result<AttachmentStore*> GridSession::attachments() {
    const std::scoped_lock lock(opening_);
    if (attachments_) return attachments_.get();
    auto opened = AttachmentStore::open(store_);
    if (!opened) return opened.error();
    attachments_ = std::move(*opened);
    return attachments_.get();
}

std::shared_ptr<const Unsent> GridSession::unsent() {
    const std::scoped_lock lock(marking_);
    const std::uint64_t outbox = outboxes_;  // before reading: what is committed meanwhile is read again next time
    if (!unsent_ || marked_ != outbox) unsent_ = std::make_shared<const Unsent>(unsentMarks(store_));
    marked_ = outbox;
    return unsent_;
}

void GridSession::save(std::vector<Edit> edits, QObject* asker, std::function<void(Result<Saved>)> then) {
    executor_.write(
        this, [&store = store_, edits = std::move(edits)] { return store.save(edits); },
        [this, guard = QPointer<QObject>(asker), then = std::move(then)](Result<Saved> outcome) {
            if (outcome.ok()) emit saved();
            if (guard) then(std::move(outcome));
        });
}

void GridSession::undo(const RecordKey& fact, const QString& worker, QObject* asker,
                       std::function<void(Result<Undone>)> then) {
    executor_.write(
        this,
        [&store = store_, fact, correction = newId(), worker] { return undoFact(store, fact, correction, worker); },
        [this, guard = QPointer<QObject>(asker), then = std::move(then)](Result<Undone> outcome) {
            if (outcome && *outcome == Undone::corrected) emit saved();
            if (guard) then(std::move(outcome));
        });
}

void GridSession::hear(const StoreChange& change) {
    if (change.outbox) ++outboxes_;
    const std::scoped_lock lock(hearing_);
    for (const auto& [collection, records] : change.records)
        heard_.records[collection].insert(records.begin(), records.end());
    heard_.outbox = heard_.outbox || change.outbox;
    if (std::exchange(telling_, true)) return;
    QMetaObject::invokeMethod(this, &GridSession::tell, Qt::QueuedConnection);
}

void GridSession::tell() {
    StoreChange change;
    {
        const std::scoped_lock lock(hearing_);
        change = std::exchange(heard_, {});
        telling_ = false;
    }
    emit changed(change);
}

}  // namespace qiaomen
