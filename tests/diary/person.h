// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/diary/moods.h"
#include "tests/diary/notebook.h"
#include "tests/processes/phone.h"

namespace qiaomen::diary {

using nlohmann::json;

/// Somebody of the story: what they do goes to their real app, and what it should have left goes into the notebook of the grid that
/// they are in. "NOW" among the fields of a Left is the time by their own clock while they did it.
class Person {
public:
    Person(std::string name, std::string worker, processes::Phone phone, Moods& moods)
        : name_(std::move(name)), worker_(std::move(worker)), phone_(std::move(phone)), moods_(moods) {}

    [[nodiscard]] const std::string& worker() const { return worker_; }
    [[nodiscard]] processes::Phone& phone() { return phone_; }
    /// Writes in this grid from now on.
    void enter(const std::string& grid, Notebook& notebook);
    /// The app anew, on the same folder, in the grid it was in, without a network; as after a night, or a kill.
    void startAgain();

    /// Looks at something: the answer of a line that must be done.
    json ask(const json& line) { return phone_.ask(line); }
    /// Does something that is refused: the problem, in words.
    std::string fails(const json& line);

    /// One act: it is done, and leaves exactly this. A few minutes go by. Gives the ids of `left`, in its order.
    std::vector<std::string> act(const json& line, const std::vector<Left>& left);
    /// What an act that was typed earlier (a draft, a failed save) leaves: its time is from then on.
    std::vector<std::string> act(const json& line, const std::vector<Left>& left, std::int64_t since);
    /// An act of which nobody was told: what was found of it afterwards is noted as if the app had said so.
    std::vector<std::string> found(const json& made, const std::vector<Left>& left, std::int64_t since);
    /// The latest act is taken back by `undo`, and is as if it had never been.
    void takeBack(const json& undo);

    // Acts that happen often, with what they leave.
    std::string visit(const std::string& home, const json& typed, std::vector<Left> also = {});
    /// Met, and nothing has changed: three taps.
    std::string routine(const std::string& home) { return visit(home, {{"outcome", "met"}, {"confirmed", "all"}}); }
    std::string notHome(const std::string& home);
    void edit(const std::string& home, const json& fields);
    std::string need(const std::string& home, const json& typed);
    /// `photos`: picture files of before.
    std::string hazard(const json& where, const json& typed, const std::vector<std::string>& photos = {});
    std::string hazardStep(const std::string& hazard, const json& typed, const json& head = json::object());
    void photo(const std::string& hazard, const std::string& stage, const std::string& file);
    void putOff(const std::string& home, const std::string& rule, int days);
    std::string order(const std::string& home, const json& typed);
    std::string orderStep(const std::string& order, const json& typed, std::vector<Left> also = {});
    std::string move(const json& typed, json fact, std::vector<Left> also);

    /// What a visit leaves, for acts that are more than one line.
    [[nodiscard]] Left leftByVisit(const std::string& home, const json& typed) const;

    [[nodiscard]] int acts() const { return acts_; }
    [[nodiscard]] Notebook& notebook() { return *notebook_; }

private:
    std::string name_, worker_;
    processes::Phone phone_;
    Moods& moods_;
    std::string grid_;
    Notebook* notebook_ = nullptr;
    int acts_ = 0;
};

}  // namespace qiaomen::diary
