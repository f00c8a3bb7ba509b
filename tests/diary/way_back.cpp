// SPDX-License-Identifier: Apache-2.0
//
// Friday: everything meets, and what is there is compared with what was written down.

#include <thread>

#include "tests/diary/diary.h"

namespace qiaomen::diary {

namespace {

/// Of a record that the centre made: known by what it is about, since its id is the centre's own.
std::string about(const json& record) {
    return record.value("of_record", "") + " " + record.value("grade", record.value("why", "")) + " " +
           std::to_string(record.value("of_field", 0)) + record.value("draft_of", "");
}

State byWhatItIsAbout(State state) {
    for (const char* made : {"conflict", "rescued_change"}) {
        std::map<std::string, json> records;
        for (auto& [id, record] : state[made]) records[about(record)] = record;
        state[made] = std::move(records);
    }
    return state;
}

json row(const json& page, const char* field, const json& value) {
    for (const json& one : page["rows"]) {
        if (one[field] == value) return one;
    }
    return json::object();
}

}  // namespace

/// What Zhang recorded on Thursday in the grid that was no longer hers on Friday.
std::vector<Diary::Late> Diary::lateActs() {
    const auto at = [this](std::size_t door) { return takenHomes_[door].id; };
    const json remark = {{"outcome", "met"}, {"confirmed", "all"}, {"remark", "孩子转学手续已经办妥。"}};
    const auto line = [](const char* verb, const std::string& home, json typed) {
        typed.update({{"do", verb}, {"household", home}});
        return typed;
    };
    const json routine = {{"outcome", "met"}, {"confirmed", "all"}};
    return {{line("visit", at(0), routine), zhang_.leftByVisit(at(0), routine)},
            {line("visit", at(1), remark), zhang_.leftByVisit(at(1), remark)},
            {line("edit", at(2), {{"fields", {{"note", "门铃坏了，请敲门。"}}}}),
             {"household", {{"note", "门铃坏了，请敲门。"}}, at(2)}},
            {line("not_home", at(3), json::object()), zhang_.leftByVisit(at(3), {{"outcome", "not_home"}})}};
}

/// A record that the centre made of a late act, and what somebody decided about it.
void Diary::noteLate(const Late& late, const char* state) {
    json record = {{"why", "late"},
                   {"of_collection", late.left.collection == "visit" ? 5 : 3},
                   {"of_record", late.record},
                   {"content", something()},
                   {"reason", something()},
                   {"written_by", zhang_.worker()},
                   {"written_at", something()},
                   {"written_device", something()},
                   {"state", state}};
    if (state != std::string("open")) record["resolved_by"] = li_.worker();
    taken_.notebook.put("rescued_change", about(record), record);
    if (state == std::string("taken_in")) taken_.notebook.write(late.left, late.record);
}

void Diary::wayBack() {
    moods_.passUntil("09:00", 1);
    chapter("Friday: back where there is a network. One grid was taken from her, another is given.");
    centre_.command({"take-grid", "zhang", taken_.code});
    centre_.command({"give-grid", "zhang", given_.code});
    const json before = zhang_.ask({{"do", "safety"}});
    check(before["safe"] == 0 && before["only_here"] > 120, "before the way back: " + before.dump());
    zhang_.ask({{"do", "network"}, {"on", true}});
    zhang_.ask({{"do", "sync"}});
    const std::string leaving = zhang_.ask({{"do", "look"}})["leaving_grid"];
    check(!leaving.empty(), "the grid that was taken does not wait for what is being written");
    zhang_.ask({{"do", "hand_over"}});
    for (int round = 0; round < 3; ++round) zhang_.ask({{"do", "sync"}});
    const json grids = zhang_.ask({{"do", "open"}})["grids"];
    check(grids.size() == 2, "grids of the phone: " + grids.dump());
    const std::string news = zhang_.ask({{"do", "look"}})["scope_news"];
    check(news.find("is on this phone now") != std::string::npos &&
              news.find("4 records of yours came late") != std::string::npos,
          "the news of grids: " + news);
    zhang_.ask({{"do", "acknowledge"}});
    decideLate();
    decideConflicts();

    chapter("A visit that was sent is taken back all the same: the history says so.");
    const json sent = main_.notebook.record("visit", sent_);
    zhang_.act({{"do", "undo"}, {"visit", sent_}}, {{"visit",
                                                     {{"household", sent["household"]},
                                                      {"occurred_at", sent["occurred_at"]},
                                                      {"way", "door"},
                                                      {"outcome", "met"},
                                                      {"worker", zhang_.worker()},
                                                      {"corrects", sent_},
                                                      {"withdraws", 1}}}});
    zhang_.enter(given_.id, given_.notebook);
    chapter("The first door of the new grid.");
    std::vector<Home> doors;
    chooseHomes(given_, zhang_, doors);
    zhang_.routine(doors.front().id);
    zhang_.enter(main_.id, main_.notebook);
    syncAll();
}

void Diary::decideLate() {
    chapter("The colleague, who holds the grid now, decides what becomes of what came late.");
    li_.ask({{"do", "sync"}});
    const json late = li_.ask({{"do", "look"}, {"at", "late"}});
    check(late["rows"].size() == late_.size() + 1, "late records shown: " + late.dump());
    const char* const decisions[] = {"take_in", "", "take_in", "put_aside"};
    const char* const states[] = {"taken_in", "open", "taken_in", "put_aside"};
    for (std::size_t i = 0; i < late_.size(); ++i) {
        // They are shown oldest first.
        if (decisions[i][0]) li_.ask({{"do", decisions[i]}, {"rescued", late["rows"][i]["rescued_id"]}});
        noteLate(late_[i], states[i]);
    }
    const json draft = row(late, "is_draft", true);
    check(draft["values"].get<std::string>().find("正要问她的药") != std::string::npos,
          "the draft says " + draft.dump());
    li_.ask({{"do", "put_aside"}, {"rescued", draft["rescued_id"]}});
    json record = {{"why", "draft"},
                   {"content", something()},
                   {"written_by", zhang_.worker()},
                   {"written_at", something()},
                   {"written_device", something()},
                   {"draft_of", "visit/" + takenHomes_[5].id},
                   {"state", "put_aside"},
                   {"resolved_by", li_.worker()}};
    taken_.notebook.put("rescued_change", about(record), record);
    li_.ask({{"do", "sync"}});
}

/// What the centre writes about two people at one field or record.
json Diary::clash(const Home& home, int field, const json& winner, const json& loser, const Person& later,
                  const Person& earlier) {
    return {{"grade", "clash"},         {"of_collection", 3},
            {"of_record", home.id},     {"of_field", field},
            {"winner", winner.dump()},  {"winner_by", later.worker()},
            {"winner_at", something()}, {"winner_device", something()},
            {"loser", loser.dump()},    {"loser_by", earlier.worker()},
            {"loser_at", something()},  {"loser_device", something()},
            {"state", "open"}};
}

void Diary::decideConflicts() {
    chapter("Both wrote the same field of two households: each value is there, and she decides.");
    const json shown = zhang_.ask({{"do", "look"}, {"at", "conflicts"}});
    check(shown["rows"].size() == 2, "conflicts shown: " + shown.dump());
    const json note = row(shown, "household_id", noted_.id), doNotAsk = row(shown, "household_id", called_.id);
    check(note.value("mine_stands", true) == false && note["mine"] == "老人耳朵不好，敲门请重一些。" &&
              note["theirs"] == "儿子周末在家，平日请先打电话。" && note["theirs_by"] == li_.worker(),
          "the card of the note: " + note.dump());
    check(doNotAsk.value("mine_stands", false) == true && doNotAsk["mine"] == "不要问家里几口人。" &&
              doNotAsk["theirs"] == "不要问收入。",
          "the card of what is not to be asked: " + doNotAsk.dump());
    zhang_.ask({{"do", "resolve"}, {"conflict", note["conflict_id"]}, {"keep", "theirs"}});
    zhang_.ask({{"do", "resolve"}, {"conflict", doNotAsk["conflict_id"]}, {"keep", "theirs"}});
    json kept = clash(noted_, 12, "儿子周末在家，平日请先打电话。", "老人耳朵不好，敲门请重一些。", li_, zhang_);
    kept.update({{"state", "kept"}, {"resolved_by", zhang_.worker()}});
    json replaced = clash(called_, 9, "不要问家里几口人。", "不要问收入。", zhang_, li_);
    replaced.update({{"state", "replaced"}, {"resolved_by", zhang_.worker()}});
    main_.notebook.write({"household", {{"do_not_ask", "不要问收入。"}}}, called_.id);

    const json beside = zhang_.ask({{"do", "look"}, {"at", "parallels"}});
    check(beside["rows"].size() == 1, "notes of both at one household: " + beside.dump());
    const json both = row(beside, "household_id", parallel_.id);
    if (!both.empty()) zhang_.ask({{"do", "dismiss"}, {"conflict", both["conflict_id"]}});
    json seen = clash(parallel_, 0, "", "", zhang_, li_);
    for (const char* none : {"of_field", "before", "winner", "loser"}) seen.erase(none);
    seen.update({{"grade", "parallel"},
                 {"winner_fields", "8"},
                 {"loser_fields", "7"},
                 {"state", "seen"},
                 {"resolved_by", zhang_.worker()}});
    for (const json& record : {kept, replaced, seen}) main_.notebook.put("conflict", about(record), record);
}

void Diary::compare() {
    chapter("Everything is closed, and compared field by field.");
    compareSafety();
    compareToday();
    zhang_.phone().quit();
    li_.phone().quit();
    centre_.stop();
    centre_.command({"verify"});
    const auto held = [this](const char* who, const Grid& grid) {
        const std::filesystem::path folder = folder_ / who / "data";
        const GridId id = *GridId::parse(grid.id);
        State state = byWhatItIsAbout(who == std::string("centre") ? readCentre(centre_.data(), id)
                                                                   : readDevice(folder, id));
        state.erase("duplicate");  // the centre looks for these at its leisure
        State expected = grid.notebook.state();
        expected.erase("duplicate");
        for (const std::string& one : differences(expected, state))
            complaints_.push_back(std::string(who) + ", grid " + grid.code + ": " + one);
    };
    for (const char* who : {"zhang", "li", "centre"}) held(who, main_);
    for (const char* who : {"li", "centre"}) held(who, taken_);
    for (const char* who : {"zhang", "centre"}) held(who, given_);
    check(!std::filesystem::exists(folder_ / "zhang" / "data" / "grids" / (taken_.id + ".db")),
          "the grid that was taken is still on the phone");
}

void Diary::compareSafety() {
    for (Person* person : {&zhang_, &li_}) {
        const json safety = person->ask({{"do", "safety"}});
        check(safety["only_here"] == 0 && safety["refused"] == 0 && safety["oldest_unsent_ms"] == 0,
              person->worker() + " is not safe: " + safety.dump());
    }
    // Photos travel after the records.
    for (int tries = 0; zhang_.ask({{"do", "look"}, {"at", "attachments"}})["only_here"] != 0; ++tries) {
        if (tries == 300) return check(false, "the photos do not become safe");
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

/// Both phones hold the same records at the same time of day: they make the same list of them, and the doors of the story stand in it
/// as the rules say.
void Diary::compareToday() {
    li_.enter(main_.id, main_.notebook);
    const json mine = zhang_.ask({{"do", "look"}, {"at", "today"}}),
               theirs = li_.ask({{"do", "look"}, {"at", "today"}});
    check(mine["rows"] == theirs["rows"], "the two phones make different lists for today");
    const json put = row(mine, "household_id", putOff_.id);
    check(put.value("held", "").rfind("Put off until", 0) == 0, "what was put off: " + put.dump());
    check(row(mine, "household_id", half_.id).empty(), "who was met on Tuesday is due again");
}

}  // namespace qiaomen::diary
