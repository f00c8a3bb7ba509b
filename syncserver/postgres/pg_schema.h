// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "syncserver/postgres/pg_record_table.h"

namespace qiaomen {

/// Makes the schema and its tables, or brings them to what this program knows: new fields get columns, and what had waited for
/// them in `_extra` and `_record` moves there. Beside the record tables stand
///
///     _schema(version, generation)                                  one row
///     _grid(grid_id, epoch, seq, chain, digest, records)            the head of each grid; its row is the grid's write lock
///     _digest(grid_id, bucket, sum)                                 the digest's buckets
///     _log(grid_id, seq, commit_seq, device, number, time, body, link)  every change taken
///     _taken(grid_id, device, number, time)                         the last change that each device brought
///     _refused(grid_id, id, device, time, number, fork, reason, at, body)
///     _centre(public_key)                                           one row, at the first start: what receipts are signed with
///     _device(token_hash, name, worker, device, …)                  the registry of devices (postgres_device_table.h)
///     _device_grid(token_hash, grid_id)                             what each of them opens
///
/// Several programs may do this at once; they take turns. `generation` grows with every change to the tables. A program reads it
/// at the start of each transaction and refuses to go on when it is not the one that it got here: an older process that still
/// runs must not write rows without the columns that a newer one has added. Its reading of `_schema` also keeps the tables as
/// they are until its transaction ends.
///
/// Gives the generation. Throws StoreError: outdated (the tables were made by a newer program).
std::int64_t prepareSchema(PgConnection& connection, const PgRecordTables& tables);

}  // namespace qiaomen
