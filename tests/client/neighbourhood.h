// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/client/grid_reader.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "syncserver/sqlite_grid_store.h"
#include "tests/support/loopback_transport.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

/// A small neighbourhood for stories: phones with real stores, a centre with a real hub, and the way between them.
namespace qiaomen::tests {

inline constexpr GridId kEast = gridId(1);  ///< the grid of the stories

/// What a test takes out of a Result; its error fails the test with its words.
template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(std::string(name(result.error().fault)) + ": " + result.error().message);
    return *std::move(result);
}
inline void ok(const Outcome& outcome) {
    if (!outcome) throw std::runtime_error(outcome.error().message);
}

KeyPair centreKeys();
inline constexpr DatabaseKey kPhoneKey = {7, 7, 7};

LocalStore::Options phoneOptions(const TempFolder& folder, DeviceId device, const FakeClock& clock,
                                 Collections collections = allCollections());

/// The centre: a hub over SQLite files, with one grid.
class Centre {
public:
    /// In a folder of its own, unless told where.
    explicit Centre(const FakeClock& clock, const std::optional<SqliteGridStore::Options>& storage = std::nullopt);
    [[nodiscard]] Grant grantFor(const DeviceId& device) const;
    Hub& hub() { return *hub_; }
    Digest digest();

private:
    TempFolder folder_;
    std::unique_ptr<SqliteGridStore> store_;
    std::unique_ptr<Hub> hub_;
};

/// Somebody's phone: store, way to the centre and sync client.
class Phone {
public:
    Phone(DeviceId device, Centre& centre, const FakeClock& clock, Collections collections = allCollections(),
          RequestLimits limits = {});

    LocalStore& store() { return *store_; }
    LoopbackTransport& way() { return way_; }
    SyncReport sync() { return ok(client_->round()); }
    GridSyncReport syncEast() { return sync().grids.at(kEast); }
    /// Closes and opens the store, as the app does when it is started again.
    void restart();

    RecordId meets(const RecordId& household, std::string_view remark = "");
    void edits(const Collection& collection, const RecordId& record, FieldNo field, Value value);
    Record sees(const Collection& collection, const RecordId& record) {
        return ok(store_->read(collection.number(), record));
    }

private:
    TempFolder folder_;
    LocalStore::Options options_;
    RequestLimits limits_;
    std::unique_ptr<LocalStore> store_;
    LoopbackTransport way_;
    std::unique_ptr<SyncClient> client_;
};

/// A family at an address of the estate 锦绣花园.
struct Family {
    RecordId dwelling, household;
    std::vector<RecordId> members;
};

struct FamilyMember {
    std::string name;
    std::string phone = {};
    std::string idNumber = {};
    std::string careTags = {};
};

/// Moves a family in behind 3栋 2单元 501 ("3", "2", "501"); the first member is the head.
Family moveIn(LocalStore& store, const std::string& building, const std::string& unit, const std::string& room,
              const std::vector<FamilyMember>& members);
/// Saves a question set (shared/domain/question_file.h) as an import at the centre would bring it; the id of the set.
RecordId bringQuestions(LocalStore& store, const char* file);
RecordId newRecord();

/// Alice and Bob share the grid; both know the Wangs.
struct Neighbours {
    FakeClock clock;
    Centre centre{clock};
    Phone alicePhone{alice, centre, clock};
    Phone bobPhone{bob, centre, clock};
    Family wang = moveIn(alicePhone.store(), "3", "2", "501", {{"王秀英", "13800005678"}, {"王强"}});

    Neighbours() {
        alicePhone.sync();
        bobPhone.sync();
    }
};

}  // namespace qiaomen::tests
