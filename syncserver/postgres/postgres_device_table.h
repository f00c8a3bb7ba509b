// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syncserver/device_table.h"
#include "syncserver/postgres/pg_pool.h"

namespace qiaomen {

/// Devices in the centre's database, for all its server processes: each asks anew with every request, so that what one of them
/// grants, binds or revokes holds for the others at once. The tables are made by PostgresGridStore (pg_schema.h).
///
/// It has connections of its own: a writer of a grid that asks for a worker's name must never wait for other writers.
class PostgresDeviceTable : public DeviceTable {
public:
    explicit PostgresDeviceTable(PgAddress address, std::size_t connections = 8)
        : pool_(std::move(address), connections) {}

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

    /// The public key that the centre on this database signs with: `mine` from now on, when there was none.
    std::string centreKey(std::string_view mine);
    /// The same; empty when there is none yet.
    std::string centreKey();

private:
    PgLease begin();

    PgPool pool_;
};

}  // namespace qiaomen
