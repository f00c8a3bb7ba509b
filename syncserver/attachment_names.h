// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "shared/core/attachment.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// Which attachments the records of one grid name: what the centre takes in, gives out, misses and may throw away.
///
/// Nothing of it is stored. It is read from the records once, and then follows the grid's log, so that asking costs what has changed
/// since, on every kind of GridStore. Used by one thread at a time.
class AttachmentNames {
public:
    explicit AttachmentNames(Collections collections) : collections_(collections) {}

    /// Brings it up to the view's moment. Throws StoreError.
    void follow(GridView& grid);

    /// What the records say of an attachment or thumbnail; null when none names it.
    struct Named {
        std::string type;
        std::uint64_t size = 0;
        std::size_t times = 0;  ///< by how many records
    };
    [[nodiscard]] const Named* find(const Hash256& hash) const;
    [[nodiscard]] const std::map<Hash256, Named>& all() const { return named_; }

private:
    void readAll(GridView& grid);
    void readTail(GridView& grid);
    void take(const Record& record);
    void count(const Hash256& hash, const std::string& type, std::uint64_t size);
    void drop(const Hash256& hash);

    Collections collections_;
    Cursor seen_;
    std::map<Hash256, Named> named_;
    std::map<RecordId, std::vector<AttachmentRef>> byRecord_;
};

}  // namespace qiaomen
