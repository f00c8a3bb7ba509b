# SPDX-License-Identifier: Apache-2.0
#
# Planted bugs: each is a line that somebody could have got wrong. `./dev stress mutants` plants one after the other into a copy of the
# tree, builds, and runs the tests until one fails. A bug that no test notices is a hole in the tests; a line that is not there any more
# is a mutant to be written anew.
#
# mutant NAME FILE LINE-AS-IT-IS LINE-WITH-THE-BUG

mutants() {
    # --- merging
    mutant "the earlier of two writes wins" shared/core/merge.cpp \
        'incoming < stored : incoming > stored' 'incoming < stored : incoming < stored'
    mutant "every write of another's value is a conflict" shared/core/merge.cpp \
        'stored != write.base && storedValue' 'storedValue'
    mutant "a conflict of equal values" shared/core/merge.cpp \
        'storedValue != write.value && !isSilent' '!isSilent'
    mutant "a lost deletion is not told" shared/core/merge.cpp \
        'result.removalLost = result.changed && record.isVisible();' ''
    mutant "two deletions cover what the first saw only" shared/core/merge.cpp \
        'at->stamp = std::max(at->stamp, own.stamp);' ''
    mutant "bringing back on purpose is a conflict" shared/core/merge.cpp \
        ' && !change.restores' ''

    # --- clock and digest
    mutant "a clock that jumps back reorders" shared/core/clock.cpp \
        'last_ = std::max(next, logicalTime(wall));' 'last_ = logicalTime(wall);'
    mutant "a later stamp that was seen is forgotten" shared/core/clock.cpp \
        'last_ = std::max(last_, stamp.time);' ''
    mutant "the digest does not know of deletions" shared/core/digest.cpp \
        'if (record.removal()) putRemoval(*record.removal(), out);' ''
    mutant "the digest loses its carry" shared/core/digest.cpp \
        'high += other.high + (low < other.low ? 1 : 0);' 'high += other.high;'

    # --- the phone
    mutant "unsent changes go out of order" shared/client/outbox.cpp \
        'WHERE number > ? ORDER BY number LIMIT ?' 'WHERE number > ? ORDER BY number DESC LIMIT ?'
    mutant "the last safe change is sent again and again" shared/client/outbox.cpp \
        '"SELECT number, time, body, read FROM _outbox WHERE number > ? ORDER BY' '"SELECT number, time, body, read FROM _outbox WHERE number >= ? ORDER BY'
    mutant "own changes are forgotten before their receipt is old" shared/client/outbox.cpp \
        'FROM _receipt WHERE at < ?))"' 'FROM _receipt WHERE at > ?))"'
    mutant "a receipt is believed without its signature" shared/client/local_store_sync.cpp \
        'if (!isSignedBy(receipt, options_.centreKey))' 'if (false)'
    mutant "what was not compared is called safe" shared/client/local_store_sync.cpp \
        'std::min(reply.receipt.lastNumber, compared)' 'reply.receipt.lastNumber'
    mutant "the cursor moves before the tail is merged" shared/client/local_store_sync.cpp \
        'if (last && !reply.snapshotNeeded) {' 'if (!reply.snapshotNeeded) {'
    mutant "a snapshot's cursor moves before its records are merged" shared/client/local_store_sync.cpp \
        'mergeRecords(records, applied, told);' 'mergeRecords(records, applied, told); writer_->own.cursor = snapshot.cursor;'
    mutant "a refused change stays on the screen" shared/client/local_store_sync.cpp \
        'wantAnew(writer_->database, *outbox.change(number));' ''
    mutant "a copy forgets what it was refused before" shared/client/local_store_sync.cpp \
        'takeRefusals(reply, updated.identity.after + reply.forkAt - 1, updated, applied);' ''
    mutant "a commit is not waited for" shared/sqlite/database.cpp \
        'PRAGMA synchronous = FULL' 'PRAGMA synchronous = NORMAL'

    # --- the centre
    mutant "a gap in a device's numbers is taken" syncserver/push.cpp \
        'if (entry.change->number != ++expected) {' 'if (entry.change->number < ++expected) {'
    mutant "a repeated change is taken again" syncserver/push.cpp \
        'last_.number = change.number;
    const Collection' 'const Collection'
    mutant "a repeated late change is taken again" syncserver/push.cpp \
        'last_.number = change.number;
    last_.time' 'last_.time'
    mutant "a copy's other content is taken for a repetition" syncserver/push.cpp \
        'if (!refused || refused->change != change) return false;' 'if (!refused || refused->change != change) return true;'
    mutant "conflicts are not kept" syncserver/push.cpp \
        'if (isConflict && !knows(change))' 'if (false)'
    mutant "lost deletions are not kept" syncserver/push.cpp \
        '!result.clashes.empty() || result.removalLost;' '!result.clashes.empty();'
    mutant "who brings what was given back is asked once more" syncserver/push.cpp \
        'if (isConflict && !knows(change))' 'if (isConflict)'
    mutant "refused changes are thrown away" syncserver/push.cpp \
        'grid_.keepRefused(refused_);' ''
    mutant "a rule that is broken is no reason" syncserver/push.cpp \
        'return refuse(change, *std::move(reason));
    }
    last_.time' '}
    last_.time'
    mutant "the receipt comes before the commit" syncserver/hub.cpp \
        '    grid.commit();
    moves_.moved({request.grid, grid.head().cursor});
    addReceipt(' '    addReceipt('
    mutant "the tail skips its first change" syncserver/grid_database.cpp \
        '" WHERE seq > ? AND device <>' '" WHERE seq > ? + 1 AND device <>'
    mutant "a cut tail says that it is whole" syncserver/grid_database.cpp \
        'tail.more = true;' ''
    mutant "the log's chain forgets the link before" syncserver/grid_database.cpp \
        'chainLink(head.chain, seq, change.number, entry->hash)' 'chainLink({}, seq, change.number, entry->hash)'
    mutant "a device's signature is not looked at" syncserver/hub.cpp \
        'if (!isSignedBy(claim, signature->bytes, key))' 'if (false)'
    mutant "any key will do" syncserver/hub.cpp \
        'grant.key.value_or(signature->key)' 'signature->begins() ? signature->key : *grant.key'
    mutant "the grid is not signed" shared/core/batch.cpp \
        '    out.id(claim.grid);
' ''
    mutant "a device's chain forgets where it was" shared/client/local_store_sync.cpp \
        'if (request.signature) updated.chain = linkAt(request, safe);' ''
    mutant "anybody opens any grid" syncserver/hub.cpp \
        'if (!grant.opens(request.grid))' 'if (false)'

    # --- turns: copies, histories, clocks
    mutant "a successor starts one change too late" shared/client/local_store_sync.cpp \
        'Identity successor{.after = from - 1, .device = {}};' 'Identity successor{.after = from, .device = {}};'
    mutant "a successor's stamps still name the one before" shared/client/local_store_sync.cpp \
        'stamps[change.stamp] = {change.stamp.time, successor.device};' 'stamps[change.stamp] = change.stamp;'
    mutant "each copy of a change gets a successor of its own" shared/client/local_store_sync.cpp \
        'if (unsent.empty()) {' 'if (true) {'
    mutant "another history is not noticed" syncserver/hub.cpp \
        'request.cursor.epoch != 0 && request.cursor.epoch != head.cursor.epoch;' 'false;'
    mutant "an old copy of the log is not noticed" syncserver/hub.cpp \
        'return request.cursor.seq > head.cursor.seq || (!request.refills && request.safe.value_or(0) > last.number);' 'return false;'
    mutant "a copy that lags behind itself is not noticed" syncserver/hub.cpp \
        'return lastNumber > known ? known + 1 : 0;' 'return 0;'
    mutant "after another history only what is unsent goes out" shared/client/local_store_sync.cpp \
        'updated.safeNumber = writer_->outbox.unbrokenAfter(updated.identity.after, updated.lastNumber);' ''
    mutant "what predecessors wrote is not given back" shared/client/local_store_sync.cpp \
        'updated.givesBack = updated.identity.after > 0;' ''
    mutant "new stamps forget the order in which people saw each other" shared/client/local_store_sync.cpp \
        'writer_->tables.forEach([&](Record&& record) { clock.see({latestBut(record, stamps), {}}); });' ''
    mutant "bases keep the stamps that were exchanged" shared/client/local_store_sync.cpp \
        'for (FieldWrite& write : change.writes) write.base = exchanged(write.base, stamps);' ''
    mutant "any clock is believed" syncserver/push.cpp \
        'report_.clockAhead |= waits(*entry.change);' ''
    mutant "what was stamped anew is another change" shared/client/local_store_sync.cpp \
        'change.savedTime = savedAt != change.stamp.time ? savedAt : LogicalTime::none;' ''
    mutant "copies that stamp anew go on as two" shared/client/local_store_sync.cpp \
        'const Change first = asSaved(unsent.front());' 'const Change first = unsent.front();'
    mutant "an answer by hand counts for what was stamped anew since" shared/client/carrier.cpp \
        'if (!isStillUnsent(asked.changes, now.changes)) return true;' ''
    mutant "who leaves keeps what he wrote as another" shared/client/local_store_sync.cpp \
        'if (own.leaving && own.givesBack && request.changes.empty())' 'if (false)'

    # --- repair by bucket
    mutant "a difference is never looked for" shared/client/local_store_sync.cpp \
        'if (writer_->tables.digest().total() == reply.digest) return;' 'return;'
    mutant "a repair forgets what is unsent" shared/client/local_store_repair.cpp \
        'if (found != theirs.end()) merge(found->second, change,' 'if (false) merge(found->second, change,'
    mutant "a repair gives back what was refused" shared/client/local_store_repair.cpp \
        'if (!refused.contains(change.stamp)) repair.held' 'repair.held'
    mutant "a repair overwrites what the centre has forgotten" shared/client/local_store_repair.cpp \
        'if (isTheirs || !showsMore(before, after)) {' 'if (true) {'
    mutant "records that the centre does not know survive a repair as they are" shared/client/local_store_repair.cpp \
        'theirs.try_emplace(key, key.collection, key.record);' ''
}
