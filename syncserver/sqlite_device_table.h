// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <mutex>

#include "shared/sqlite/database.h"
#include "syncserver/device_table.h"

namespace qiaomen {

/// Devices in a database file of their own, `access.db`, and in memory, because every request asks. An administrator's command may
/// write to the file while another process serves: who asks next reads it anew. Opened read-only, it only shows what is there.
class SqliteDeviceTable : public DeviceTable {
public:
    SqliteDeviceTable(const std::filesystem::path& file, std::optional<DatabaseKey> key, bool readOnly = false);

    std::vector<DeviceRow> all() override;
    std::optional<DeviceRow> find(std::string_view tokenHash) override;
    std::string workerOf(const DeviceId& id) override;
    bool add(const DeviceRow& row) override;
    bool revoke(std::string_view name) override;
    bool regrant(std::string_view name, const Grant& grant) override;
    bool bind(std::string_view tokenHash, const DeviceId& id) override;
    bool bindKey(const DeviceId& id, const PublicKey& key) override;
    bool addSuccessor(std::string_view tokenHash, const DeviceId& id) override;
    void keep(std::span<const DeviceSync> syncs) override;
    std::set<GridId> regrantedElsewhere() override;

private:
    using Rows = std::map<std::string, DeviceRow, std::less<>>;

    void load();
    /// Reads everything anew when another process has written.
    void follow();
    static void keepGrids(Database& database, std::int64_t device, const Grant& grant);
    [[nodiscard]] Rows::iterator owner(const DeviceId& id);
    [[nodiscard]] Rows::iterator named(std::string_view name);

    std::mutex mutex_;
    Database database_;
    Rows rows_;  ///< by token hash
    std::set<GridId> regranted_;
    std::int64_t version_ = -1;  ///< SQLite's own count of other connections' commits
};

}  // namespace qiaomen
