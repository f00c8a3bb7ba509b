// SPDX-License-Identifier: Apache-2.0
#include "syncserver/carrier_route.h"

#include "syncserver/http_words.h"

namespace qiaomen {

void CarrierRoute::addTo(httplib::Server& server, Fail fail) {
    fail_ = std::move(fail);
    server.Post("/v1/carry",
                [this](const httplib::Request& request, httplib::Response& response) { carry(request, response); });
}

void CarrierRoute::carry(const httplib::Request& request, httplib::Response& response) {
    const auto hand = access_.recognise(tokenOf(request));
    if (!hand) return fail_(response, hand.error(), kUnauthorised);
    auto carried = desk_.answer(request.body, [this](const Error& error) {
        log_.warn("note", {{"message", error.message}});
    });
    if (!carried) return fail_(response, carried.error(), 0);
    log_.info("carry", {{"device", carried->device.text()},
                        {"by", hand->id ? hand->id->text() : std::string()},
                        {"grids", static_cast<std::int64_t>(carried->grids)},
                        {"changes", static_cast<std::int64_t>(carried->changes)},
                        {"bytes", static_cast<std::int64_t>(carried->answer.size())}});
    response.set_content(std::move(carried->answer), std::string(kChunkType));
}

}  // namespace qiaomen
