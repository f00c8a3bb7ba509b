// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <mutex>

#include "shared/sqlite/database.h"
#include "syncserver/device_table.h"

namespace qiaomen {

/// Devices in a database file of their own, `access.db`, and in memory, because every request asks and one process owns the file.
/// Opened read-only, it shows what is there while another process serves.
class SqliteDeviceTable : public DeviceTable {
public:
    SqliteDeviceTable(const std::filesystem::path& file, std::optional<DatabaseKey> key, bool readOnly = false);

    std::vector<DeviceRow> all() override;
    std::optional<DeviceRow> find(std::string_view tokenHash) override;
    std::string workerOf(const DeviceId& id) override;
    bool add(const DeviceRow& row) override;
    bool revoke(std::string_view name) override;
    bool bind(std::string_view tokenHash, const DeviceId& id) override;
    bool bindKey(const DeviceId& id, const PublicKey& key) override;
    bool addSuccessor(std::string_view tokenHash, const DeviceId& id) override;
    void keep(std::span<const DeviceSync> syncs) override;

private:
    using Rows = std::map<std::string, DeviceRow, std::less<>>;

    void load();
    [[nodiscard]] Rows::iterator owner(const DeviceId& id);
    [[nodiscard]] Rows::iterator named(std::string_view name);

    std::mutex mutex_;
    Database database_;
    const bool readOnly_;
    Rows rows_;  ///< by token hash
};

}  // namespace qiaomen
