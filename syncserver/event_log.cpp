// SPDX-License-Identifier: Apache-2.0
#include "syncserver/event_log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace qiaomen {

namespace {

/// The members of the line after time and level, without the brace before them.
std::string members(std::string_view event, std::initializer_list<EventLog::Detail> details) {
    nlohmann::ordered_json line{{"event", event}};
    for (const auto& [key, value] : details) {
        std::visit([&, name = std::string(key)](const auto& content) { line[name] = content; }, value);
    }
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).substr(1);
}

}  // namespace

EventLog::EventLog()
    : logger_(std::make_shared<spdlog::logger>("qiaomen", std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
    logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v)", spdlog::pattern_time_type::utc));
    logger_->flush_on(spdlog::level::warn);
}

EventLog::~EventLog() { flush(); }

void EventLog::info(std::string_view event, std::initializer_list<Detail> details) {
    logger_->info("{}", members(event, details));
}
void EventLog::warn(std::string_view event, std::initializer_list<Detail> details) {
    logger_->warn("{}", members(event, details));
}
void EventLog::flush() { logger_->flush(); }

}  // namespace qiaomen
