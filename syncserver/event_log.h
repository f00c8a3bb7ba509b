// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace spdlog {
class logger;
}

namespace qiaomen {

/// What happened at the centre, one JSON object a line, on standard error:
///
///     {"time":"2026-11-22T08:00:00.000Z","level":"info","event":"sync","device":"0190…","grids":1,"taken":3,"ms":2}
///
/// Never anything of a person: no names, no values of records, no addresses, no tokens. Ids and numbers only. Thread-safe.
class EventLog {
public:
    using Detail = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

    EventLog();
    ~EventLog();

    void info(std::string_view event, std::initializer_list<Detail> details = {});
    void warn(std::string_view event, std::initializer_list<Detail> details = {});
    void flush();

private:
    std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace qiaomen
