// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// Two records that are one, side by side: what a person chooses from, and the ordinary edits that come of it. Pure.
///
/// The record that stays takes over the chosen values; the other one keeps all of its own and gets a redirect
/// (shared/domain/redirects.h). Nothing is deleted, so that taking the redirect away undoes the merge.
class GuidedMerge {
public:
    /// Both of the same collection: residents or households. `stays` is the one that was made first, unless somebody says otherwise.
    GuidedMerge(Record stays, Record goes);

    [[nodiscard]] const Record& stays() const { return stays_; }
    [[nodiscard]] const Record& goes() const { return goes_; }
    /// The fields in which they differ, in the description's order.
    [[nodiscard]] const std::vector<FieldNo>& fields() const { return fields_; }
    /// Whose value the field will have. At first that of the one that has something; where both have, what was written later.
    [[nodiscard]] bool takesOther(FieldNo field) const { return taken_.contains(field); }
    void take(FieldNo field, bool other);

    /// What merging writes, `pair` (a duplicate record) decided by `worker` included; one save, all or nothing.
    [[nodiscard]] std::vector<Edit> edits(const Record& pair, const std::string& worker) const;

private:
    Record stays_, goes_;
    std::vector<FieldNo> fields_;
    std::set<FieldNo> taken_;
};

/// The two are not the same: remembered, and not suggested again.
Edit areDifferent(const Record& pair, const std::string& worker);
/// The record stands for itself again. What was copied stays where it is.
Edit undoMerge(const Record& merged);

}  // namespace qiaomen
