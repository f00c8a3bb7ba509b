// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/client/grid_reader.h"
#include "shared/domain/redirects.h"

namespace qiaomen {

/// Which residents and households of a grid were merged into which others: read anew for each question, since there are few and an
/// index holds them alone. A redirect to a record that is deleted leads nowhere, and hides nobody.
struct GridRedirects {
    Redirects residents, households;
};
GridRedirects readRedirects(Database& database);

/// Doors whose household was merged show the one that stands for it: what is known of either is added to its door. A door behind which
/// nobody else is known stays, as one without a household.
void followRedirects(std::vector<Door>& doors, const Redirects& households);

/// People and households that were merged are found as those that stand for them, each once.
void followRedirects(std::vector<SearchHit>& hits, const GridRedirects& redirects);

/// The facts of two households that are one.
void add(Freshness& fresh, const Freshness& other);

}  // namespace qiaomen
