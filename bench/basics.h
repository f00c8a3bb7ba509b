// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace qiaomen::bench {

/// What a worker feels: cold start to the first usable page, saving a visit durably, searching, opening a household, and the
/// memory of the app; on a grid of 300 households and 20,000 visits.
///
///     cold_start_s ≤ 1.0   save_p99_ms ≤ 20   search_p99_ms ≤ 16   open_household_p99_ms ≤ 16   app_rss_mb ≤ 160
int basics();

}  // namespace qiaomen::bench
