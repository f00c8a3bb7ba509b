// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/person.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace qiaomen::diary {

using namespace std::chrono_literals;

namespace {

constexpr auto kStairs = 3min;  // from one door to the next
const char* const kNow = "NOW";

/// The typed fields that are stored as they are.
json kept(const json& typed, std::initializer_list<const char*> fields) {
    json some = json::object();
    for (const char* field : fields) {
        if (typed.contains(field)) some[field] = typed[field];
    }
    return some;
}

json line(const char* verb, json typed) {
    typed["do"] = verb;
    return typed;
}

std::string spaced(const json& codes) {
    std::string text;
    for (const json& code : codes) text += (text.empty() ? "" : " ") + code.get<std::string>();
    return text;
}

}  // namespace

void Person::enter(const std::string& grid, Notebook& notebook) {
    grid_ = grid;
    notebook_ = &notebook;
    phone_.ask({{"do", "grid"}, {"grid", grid}});
}

void Person::startAgain() {
    phone_.start({"--offline"});
    phone_.ask({{"do", "grid"}, {"grid", grid_}});
}

std::string Person::fails(const json& line) {
    const json answer = phone_.ask(line, true);
    if (answer.value("ok", false)) throw std::runtime_error("this should have been refused: " + line.dump());
    return answer.value("problem", "");
}

std::vector<std::string> Person::act(const json& line, const std::vector<Left>& left) {
    return act(line, left, moods_.nowMs(name_));
}

std::vector<std::string> Person::act(const json& line, const std::vector<Left>& left, std::int64_t since) {
    const json answer = phone_.ask(line, true);
    if (!answer.value("ok", false))
        notebook_->complain("the app refused " + line.dump() + ": " + answer.value("problem", answer.dump()));
    return found(answer.value("made", json::array()), left, since);
}

std::vector<std::string> Person::found(const json& made, const std::vector<Left>& left, std::int64_t since) {
    const json now = between(since - 1, moods_.nowMs(name_) + 1);
    std::vector<Left> timed = left;
    for (Left& one : timed) {
        for (auto& [field, value] : one.fields.items()) {
            if (value == kNow) value = now;
        }
    }
    ++acts_;
    auto ids = notebook_->note(made, timed);
    moods_.pass(kStairs);
    return ids;
}

void Person::takeBack(const json& undo) {
    phone_.ask(undo);
    notebook_->takeBack();
    ++acts_;
    moods_.pass(1min);
}

Left Person::leftByVisit(const std::string& home, const json& typed) const {
    json fields = kept(typed, {"outcome", "persons_met", "remark", "next_step", "next_date"});
    fields["household"] = home;
    fields["occurred_at"] = kNow;
    fields["way"] = typed.value("way", "door");
    fields["reasons"] = typed.contains("reasons") ? spaced(typed["reasons"]) : "routine";
    fields["worker"] = worker_;
    if (typed.contains("confirmed"))
        fields["confirmed"] = typed["confirmed"] == "all" ? "members contacts dwelling care"
                                                          : spaced(typed["confirmed"]);
    if (typed.value("card_left", false)) fields["card_left"] = 1;
    return {"visit", fields};
}

std::string Person::visit(const std::string& home, const json& typed, std::vector<Left> also) {
    std::vector<Left> left{leftByVisit(home, typed)};
    if (typed.contains("next_date")) left.push_back({"household", {{"next_visit", typed["next_date"]}}, home});
    std::ranges::move(also, std::back_inserter(left));
    json typing = typed;
    typing["household"] = home;
    return act(line("visit", typing), left).front();
}

std::string Person::notHome(const std::string& home) {
    return act({{"do", "not_home"}, {"household", home}}, {leftByVisit(home, {{"outcome", "not_home"}})}).front();
}

void Person::edit(const std::string& home, const json& fields) {
    act({{"do", "edit"}, {"household", home}, {"fields", fields}}, {{"household", fields, home}});
}

std::string Person::need(const std::string& home, const json& typed) {
    json fields = kept(typed, {"text", "kind"});
    fields.update({{"household", home},
                   {"heard_at", kNow},
                   {"heard_by", worker_},
                   {"state", "open"},
                   {"urgency", typed.value("urgency", "normal")},
                   {"route", typed.value("route", "community")}});
    json typing = typed;
    typing["household"] = home;
    return act(line("new_need", typing), {{"need", fields}}).front();
}

std::string Person::hazard(const json& where, const json& typed, const std::vector<std::string>& photos) {
    json fields = kept(typed, {"kind", "risk", "text", "responsible", "rectify_by", "place"});
    fields.update({{"found_at", kNow}, {"found_by", worker_}, {"state", "open"}});
    const std::string risk = typed.value("risk", "");
    if (typed.value("fixed_on_spot", false))
        fields.update({{"state", "closed"}, {"closed_at", kNow}});
    else if (risk != "major" && !typed.contains("rectify_by"))
        fields["rectify_by"] = moods_.date(risk == "small" ? 0 : 7);
    if (where.contains("household")) fields["household"] = where["household"];
    if (where.contains("at")) fields["place"] = where["at"];
    std::vector<Left> left{{"hazard", fields}};
    json files = json::array();
    for (const std::string& file : photos) {
        files.push_back({{"file", file}, {"caption", "现场"}});
        left.push_back({"photo",
                        {{"hazard", "$0"},
                         {"stage", "before"},
                         {"image", something()},
                         {"taken_at", kNow},
                         {"caption", "现场"},
                         {"added_by", worker_}}});
    }
    json typing = typed;
    typing.update(where);
    typing["photos"] = files;
    return act(line("new_hazard", typing), left).front();
}

std::string Person::hazardStep(const std::string& hazard, const json& typed, const json& head) {
    json fields = kept(typed, {"act", "until", "to_whom", "words"});
    fields.update({{"hazard", hazard}, {"occurred_at", kNow}, {"worker", worker_}});
    std::vector<Left> left{{"hazard_step", fields}};
    if (!head.empty()) left.push_back({"hazard", head, hazard});
    json typing = typed;
    typing["hazard"] = hazard;
    return act(line("hazard_step", typing), left).front();
}

void Person::photo(const std::string& hazard, const std::string& stage, const std::string& file) {
    act({{"do", "new_photos"}, {"hazard", hazard}, {"photos", {{{"file", file}, {"stage", stage}}}}},
        {{"photo",
          {{"hazard", hazard}, {"stage", stage}, {"image", something()}, {"taken_at", kNow}, {"added_by", worker_}}}});
}

void Person::putOff(const std::string& home, const std::string& rule, int days) {
    const std::string until = moods_.date(days);
    act({{"do", "put_off"}, {"household", home}, {"until", until}, {"reason", "away"}}, {{"plan_note",
                                                                                          {{"household", home},
                                                                                           {"kind", "put_off"},
                                                                                           {"rule", rule},
                                                                                           {"noted_at", kNow},
                                                                                           {"until", until},
                                                                                           {"reason", "away"},
                                                                                           {"worker", worker_}}}});
}

std::string Person::order(const std::string& home, const json& typed) {
    json fields = kept(typed, {"kind", "resident", "item", "what", "wanted_on", "wanted_part"});
    fields.update(
        {{"household", home}, {"asked_at", kNow}, {"taken_by", worker_}, {"channel", typed.value("channel", "visit")}});
    if (typed.contains("wanted_on")) fields["wanted_part"] = typed.value("wanted_part", "any");
    if (typed.value("entrusted", false)) fields["entrusted"] = 1;
    json typing = typed;
    typing["household"] = home;
    return act(line("new_order", typing), {{"door_order", fields}}).front();
}

std::string Person::orderStep(const std::string& order, const json& typed, std::vector<Left> also) {
    json fields = kept(typed, {"act", "agreed_on", "agreed_part", "words", "handed_to", "companion"});
    fields.update({{"door_order", order}, {"occurred_at", kNow}, {"worker", worker_}});
    if (typed.contains("agreed_on")) fields["agreed_part"] = typed.value("agreed_part", "any");
    if (typed.contains("reasons")) fields["reasons"] = spaced(typed["reasons"]);
    std::vector<Left> left{{"order_step", fields}};
    for (Left& one : also) {
        one.fields["door_order"] = order;
        left.push_back(std::move(one));
    }
    json typing = typed;
    typing["order"] = order;
    return act(line("order_step", typing), left).front();
}

std::string Person::move(const json& typed, json fact, std::vector<Left> also) {
    fact.update(kept(typed, {"kind", "place", "reason", "words"}));
    fact.update({{"moved_on", moods_.date()}, {"noted_at", kNow}, {"worker", worker_}});
    also.insert(also.begin(), {"household_move", fact});
    return act(line("move", typed), also).front();
}

}  // namespace qiaomen::diary
