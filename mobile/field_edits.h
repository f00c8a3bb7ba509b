// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <map>
#include <vector>

#include "mobile/vocabulary.h"
#include "shared/client/local_store.h"

namespace qiaomen {

/// A record on the screen, and what somebody typed over it: only fields that differ become an Edit. A value, no QObject.
///
/// Each typed field remembers what it was typed over. Should the stored value become another while the form is open (or while
/// its draft waits on the disk), the edit still names the one that was seen, and the two values meet as a conflict.
class FieldEdits {
public:
    FieldEdits(const Collection& collection, Record record) : collection_(&collection), record_(std::move(record)) {}

    /// What the field holds now: typed, or stored.
    [[nodiscard]] const Value& get(FieldNo field) const;
    /// Types a value; the stored one again means unchanged. An empty text empties the field. True when anything is different.
    bool set(FieldNo field, Value value);

    [[nodiscard]] bool isDirty() const { return !typed_.empty(); }
    [[nodiscard]] bool isTyped(FieldNo field) const { return typed_.contains(field); }
    [[nodiscard]] const Record& record() const { return record_; }
    [[nodiscard]] const Collection& collection() const { return *collection_; }
    /// The record was read anew: what is typed stays, what became equal is no longer different.
    void rebase(Record record);

    /// The first typed field that may not be saved, as a sentence; empty when all may.
    [[nodiscard]] QString problem(const Vocabulary& vocabulary) const;
    /// What to save; no values when nothing differs.
    [[nodiscard]] Edit edit() const;

    /// For drafts: {"work_unit": {"typed": …, "over": …, "time": …, "device": …}, …}, fields by name. Unknown names in a draft
    /// are passed over.
    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& typed);

private:
    struct Typed {
        Value value;
        Value over;  ///< what the screen showed before
        Stamp seen;  ///< … and which write that was
    };

    [[nodiscard]] Record shown() const;
    bool type(const Field& field, Typed typed);

    const Collection* collection_;
    Record record_;
    std::map<FieldNo, Typed> typed_;
};

}  // namespace qiaomen
