// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "shared/core/json.h"
#include "syncserver/verify.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

std::string plain(const Value& value) {
    return value.kind() == Value::Kind::text ? value.text() : value.isNothing() ? "" : print(value);
}

/// "bob: phone, beside alice: note"
std::string parallelNote(const Record& note, const Collection& collection) {
    const auto side = [&](FieldNo by, FieldNo fields) {
        std::istringstream numbers(note.text(fields));
        std::string text = note.text(by) + ":";
        for (std::uint16_t number = 0; numbers >> number;) {
            const Field* field = collection.find(FieldNo{number});
            text += " " + (field ? std::string(field->name) : "#" + std::to_string(number));
        }
        return text;
    };
    std::string line = side(conflict.winnerBy, conflict.winnerFields) + ", beside " +
                       side(conflict.loserBy, conflict.loserFields);
    if (note.text(conflict.state) != "open") line += " " + note.text(conflict.state);
    return line;
}

}  // namespace

void Centre::watch() {
    for (auto& [grid, log] : logs_) watch(grid, log);
}

void Centre::watch(const GridId& grid, std::vector<LoggedChange>& log) {
    Notebook& notebook = world_.notebook(grid);
    auto view = store_->view(grid);
    if (!view) return notebook.complain("the centre cannot read its grid: " + view.error().message);
    const Tail tail = (*view)->tail(log.empty() ? 0 : log.back().seq, DeviceId{},
                                    {.maxChanges = SIZE_MAX, .maxBytes = SIZE_MAX});
    for (const LoggedChange& logged : tail.changes) {
        if (logged.seq != (log.empty() ? 1 : log.back().seq + 1))
            notebook.complain("the log has a gap at " + std::to_string(logged.seq));
        const auto before = std::ranges::find_if(log.rbegin(), log.rend(), [&](const LoggedChange& one) {
            return one.change.stamp.device == logged.change.stamp.device && one.change.number != 0;
        });
        if (logged.change.number != 0 && before != log.rend() && before->change.number >= logged.change.number) {
            notebook.complain("the log has number " + std::to_string(logged.change.number) + " of a device after " +
                              std::to_string(before->change.number));
        }
        notebook.committed(logged);
        log.push_back(logged);
    }
    for (const RefusedChange& refused : (*view)->refusedChanges()) notebook.refused(refused.change);
    const GridHead head = (*view)->head();
    if (head.cursor.seq != log.size())
        notebook.complain("the head says seq " + std::to_string(head.cursor.seq) + ", the log ends at " +
                          std::to_string(log.size()));
}

Hash128 Centre::digest(const GridId& grid) {
    auto view = store_->view(grid);
    return view ? (*view)->head().digest : Hash128{};
}

std::vector<Record> Centre::records(const GridId& grid) {
    std::vector<Record> all;
    auto view = store_->view(grid);
    if (view) (*view)->forEachRecord([&](Record&& record) { all.push_back(std::move(record)); });
    return all;
}

std::vector<std::string> Centre::findings(const GridId& grid) {
    auto verdict = verifyGrid(*store_, grid, allCollections(), [this] { return access_->keys(); });
    return verdict ? std::move(verdict->findings) : std::vector{verdict.error().message};
}

/// Of a grid that everybody can read.
Record Centre::read(std::string_view record) {
    const RecordKey key{collectionNamed(record)->number(), recordNamed(record)};
    return (*store_->view(gridNamed(gridOf(record))))->read({&key, 1}).front();
}

std::string Centre::says(std::string_view record, std::string_view field) {
    return plain(read(record).get(collectionNamed(record)->find(field)->no()));
}

bool Centre::has(std::string_view record) { return read(record).isVisible(); }

std::size_t Centre::rescued(std::string_view state, std::string_view grid) {
    auto view = store_->view(gridNamed(grid));
    return (*view)->find(rescuedChange, rescuedChange.state, state).size();
}

std::string Centre::conflictsOf(std::string_view record) {
    const Collection& collection = *collectionNamed(record);
    const auto value = [](const Record& one, FieldNo field) {
        auto read = valueFromJson(one.text(field));
        return read ? plain(*read) : one.text(field);
    };
    std::vector<std::string> lines;
    auto view = store_->view(gridNamed(gridOf(record)));
    for (const Record& one : (*view)->find(conflict, conflict.ofRecord, recordNamed(record))) {
        if (one.text(conflict.grade) == "parallel") {
            lines.push_back(parallelNote(one, collection));
            continue;
        }
        const Field* field = collection.find(static_cast<FieldNo>(one.integer(conflict.ofField)));
        const bool removal = one.text(conflict.grade) == "removal";
        std::string line = field ? std::string(field->name) : "#" + std::to_string(one.integer(conflict.ofField));
        line += ": " + value(one, conflict.winner) + " (" + one.text(conflict.winnerBy) + ") over ";
        line += (removal ? "its removal" : value(one, conflict.loser)) + " (" + one.text(conflict.loserBy) + ")";
        if (one.text(conflict.state) != "open") line += " " + one.text(conflict.state);
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
    return text;
}

}  // namespace qiaomen::simulation
