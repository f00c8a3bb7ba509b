// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace qiaomen::bench {

/// What a centre stands, on encrypted SQLite with synchronous=FULL, over HTTP on the loopback: 64 clients over 64 grids, with the
/// disk's own rate of fsyncs measured in the same run.
///
///     syncs_per_s · sync_p50_ms · sync_p99_ms     ten new records each
///     idle_syncs_per_s                            nothing new
///     idle_bytes, incremental_bytes               of a sync of three grids; of ten records in one: all bytes, both ways
///     idle_sync_in_turn_p50_ms · _p99_ms          one phone after the other, each of another of 425 grids
///     rss_425_grids_mb                            after 425 grids of 1,200 records were served in turn
///
/// The clients share the machine's cores with the centre.
int serverLoad();

}  // namespace qiaomen::bench
