// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/notebook.h"

#include <algorithm>
#include <set>

namespace qiaomen::diary {

using nlohmann::json;

json between(std::int64_t from, std::int64_t to) { return {{"from", from}, {"to", to}}; }
json something() { return json::object(); }

namespace {

bool matches(const json& expected, const json& actual) {
    if (!expected.is_object()) return expected == actual;
    if (expected.empty()) return !actual.is_null();
    return actual.is_number() && expected["from"] <= actual && actual <= expected["to"];
}

void compare(const std::string& what, const json& expected, const json& actual, std::vector<std::string>& all) {
    std::set<std::string> fields;
    for (const auto& [field, value] : expected.items()) fields.insert(field);
    for (const auto& [field, value] : actual.items()) fields.insert(field);
    for (const std::string& field : fields) {
        const json wanted = expected.value(field, json()), found = actual.value(field, json());
        if (!matches(wanted, found))
            all.push_back(what + "." + field + " is " + found.dump() + ", and should be " + wanted.dump());
    }
}

}  // namespace

std::vector<std::string> Notebook::note(const json& made, const std::vector<Left>& left) {
    latest_.clear();
    std::vector<json> open(made.begin(), made.end());
    std::vector<std::string> ids;
    for (const Left& one : left) {
        const auto found = std::ranges::find_if(open, [&](const json& entry) {
            const std::string id = entry.at("record");
            const bool isNew = !state_[one.collection].contains(id);
            return entry.at("collection") == one.collection && (one.id.empty() ? isNew : id == one.id);
        });
        ids.push_back(found == open.end() ? std::string() : found->at("record").get<std::string>());
        if (found == open.end())
            complaints_.push_back("nothing was written to " + one.collection + " " + one.id + ": " + one.fields.dump());
        else
            open.erase(found);
    }
    for (const json& entry : open) complaints_.push_back("something else was written: " + entry.dump());
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!ids[i].empty()) write(left[i], ids[i], ids);
    }
    return ids;
}

void Notebook::write(const Left& left, const std::string& id, const std::vector<std::string>& ids) {
    auto& records = state_[left.collection];
    latest_.push_back({left.collection, id, records.contains(id) ? records[id] : json()});
    json& fields = records[id];
    if (fields.is_null()) fields = json::object();
    for (const auto& [field, value] : left.fields.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : "";
        if (value.is_null())
            fields.erase(field);
        else if (text.size() == 2 && text[0] == '$')
            fields[field] = ids.at(static_cast<std::size_t>(text[1] - '0'));
        else
            fields[field] = value;
    }
}

void Notebook::takeBack() {
    for (auto page = latest_.rbegin(); page != latest_.rend(); ++page) {
        if (page->before.is_null())
            state_[page->collection].erase(page->id);
        else
            state_[page->collection][page->id] = page->before;
    }
    latest_.clear();
}

const json& Notebook::record(const std::string& collection, const std::string& id) const {
    return state_.at(collection).at(id);
}

void Notebook::put(const std::string& collection, const std::string& id, json fields) {
    state_[collection][id] = std::move(fields);
}

std::vector<std::string> differences(const State& expected, const State& actual) {
    std::vector<std::string> all;
    std::set<std::string> collections;
    for (const auto& [name, records] : expected) collections.insert(name);
    for (const auto& [name, records] : actual) collections.insert(name);
    const std::map<std::string, json> none;
    for (const std::string& name : collections) {
        const auto& wanted = expected.contains(name) ? expected.at(name) : none;
        const auto& found = actual.contains(name) ? actual.at(name) : none;
        for (const auto& [id, fields] : wanted) {
            if (found.contains(id))
                compare(name + " " + id, fields, found.at(id), all);
            else
                all.push_back(name + " " + id + " is missing: " + fields.dump());
        }
        for (const auto& [id, fields] : found) {
            if (!wanted.contains(id)) all.push_back(name + " " + id + " should not be there: " + fields.dump());
        }
    }
    return all;
}

}  // namespace qiaomen::diary
