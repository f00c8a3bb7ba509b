// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace qiaomen::bench {

/// How soon one phone shows what another has saved, both as the app has them (store, sync loop, HTTP on the loopback), and what
/// devices cost that wait.
///
///     live_p50_ms, live_p99_ms                       from the beginning of the save on A to the record in B's store
///     live_waiting_p50_ms, live_waiting_p99_ms       the same while 500 other devices wait
///     waiting_500_rss_mb, waiting_500_threads        the centre's memory and threads that these 500 cost
int live();

}  // namespace qiaomen::bench
