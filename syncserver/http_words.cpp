// SPDX-License-Identifier: Apache-2.0
#include "syncserver/http_words.h"

#include <nlohmann/json.hpp>

namespace qiaomen {

HttpAnswer answerTo(const Error& error, int status) {
    const nlohmann::ordered_json body{{"fault", name(error.fault)}, {"message", error.message}};
    return {status != 0 ? status : statusOf(error.fault), std::string(kJsonType),
            body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"};
}

}  // namespace qiaomen
