// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/steps.h"

#include <algorithm>
#include <set>

namespace qiaomen::simulation {

namespace {

using Kind = Step::Kind;

Disks::Failure::Kind failureOf(Kind kind) {
    return kind == Kind::losesPower ? losePower : kind == Kind::diskFills ? runFull : failToSync;
}

void perform(World& world, const Step& step) {
    Centre& centre = world.centre();
    const auto label = static_cast<int>(step.amount);
    const bool isCentres = step.who.empty();
    switch (step.kind) {
        case Kind::centreCrashes: return centre.crashes();
        case Kind::centreIsBackedUpAs: return centre.isBackedUpAs(label);
        case Kind::centreIsRestoredTo: return centre.isRestoredTo(label);
        case Kind::centreClockJumps: return centre.clockJumps(step.amount);
        case Kind::timePasses: return world.passes(step.amount);
        case Kind::losesPower:
        case Kind::diskFills:
        case Kind::diskFails:
            if (!isCentres) break;
            return centre.diskWill(failureOf(step.kind), step.amount);
        default: break;
    }
    const auto found = std::ranges::find_if(world.phones(), [&](const auto& one) { return one->name() == step.who; });
    if (found == world.phones().end()) return;
    Phone& phone = **found;
    switch (step.kind) {
        case Kind::edits: return phone.edits(step.record, step.field, step.value);
        case Kind::removes: return phone.removes(step.record);
        case Kind::resolves: return phone.resolves(step.record);
        case Kind::rescues: return phone.rescues();
        case Kind::syncs: return phone.syncs(step.trouble);
        case Kind::crashes: return phone.crashes();
        case Kind::isBackedUpAs: return phone.isBackedUpAs(label);
        case Kind::isRestoredTo: return phone.isRestoredTo(label);
        case Kind::isClonedAs: (void)phone.isClonedAs(step.record); return;
        case Kind::isLost: return phone.isLost();
        case Kind::clockJumps: return phone.clockJumps(step.amount);
        case Kind::clockDrifts: return phone.clockDrifts(step.amount);
        case Kind::oldRequestArrives: return phone.oldRequestArrives();
        case Kind::losesPower:
        case Kind::diskFills:
        case Kind::diskFails: return phone.diskWill(failureOf(step.kind), step.amount);
        default: return;
    }
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

/// A value as C++ writes it; generated texts need no escaping.
std::string literal(const Value& value) {
    if (value.isNothing()) return "{}";
    return value.kind() == Value::Kind::text ? quoted(value.text()) : print(value);
}

std::string line(const Step& step) {
    const std::string amount = std::to_string(step.amount);
    const std::string whose = step.who.empty() ? "centre" : step.who;
    switch (step.kind) {
        case Kind::edits:
            return step.who + ".edits(" + quoted(step.record) + ", " + quoted(step.field) + ", " + literal(step.value) +
                   ")";
        case Kind::removes: return step.who + ".removes(" + quoted(step.record) + ")";
        case Kind::resolves: return step.who + ".resolves(" + quoted(step.record) + ")";
        case Kind::rescues: return step.who + ".rescues()";
        case Kind::syncs: return step.who + ".syncs(" + print(step.trouble) + ")";
        case Kind::crashes: return step.who + ".crashes()";
        case Kind::isBackedUpAs: return step.who + ".isBackedUpAs(" + amount + ")";
        case Kind::isRestoredTo: return step.who + ".isRestoredTo(" + amount + ")";
        case Kind::isClonedAs:
            return "Phone& " + step.record + " = " + step.who + ".isClonedAs(" + quoted(step.record) + ")";
        case Kind::isLost: return step.who + ".isLost()";
        case Kind::clockJumps: return step.who + ".clockJumps(" + amount + ")";
        case Kind::clockDrifts: return step.who + ".clockDrifts(" + amount + ")";
        case Kind::oldRequestArrives: return step.who + ".oldRequestArrives()";
        case Kind::centreCrashes: return "centre.crashes()";
        case Kind::centreIsBackedUpAs: return "centre.isBackedUpAs(" + amount + ")";
        case Kind::centreIsRestoredTo: return "centre.isRestoredTo(" + amount + ")";
        case Kind::centreClockJumps: return "centre.clockJumps(" + amount + ")";
        case Kind::timePasses: return "world.passes(" + amount + ")";
        case Kind::losesPower: return whose + ".diskWill(losePower, " + amount + ")";
        case Kind::diskFills: return whose + ".diskWill(runFull, " + amount + ")";
        case Kind::diskFails: return whose + ".diskWill(failToSync, " + amount + ")";
    }
    return "";
}

/// Those that are not the usual ones.
std::string optionsOf(const World::Options& options) {
    const World::Options usual;
    std::string text = ".seed = " + std::to_string(options.seed);
    const auto add = [&](const char* name, std::size_t value, std::size_t usually) {
        if (value != usually) text += std::string(", .") + name + " = " + std::to_string(value);
    };
    add("tailLimit", options.tailLimit, usual.tailLimit);
    add("pushLimit", options.pushLimit, usual.pushLimit);
    add("applyLimit", options.applyLimit, usual.applyLimit);
    add("repairLimit", options.repairLimit, usual.repairLimit);
    add("shortTail", options.shortTail, usual.shortTail);
    add("servers", options.servers, usual.servers);
    return text;
}

}  // namespace

Outcome play(const Story& story, bool printTrace) {
    World world(story.options);
    world.printTrace(printTrace);
    for (const User& user : story.phones) (void)world.phone(user.name, user.app);
    for (const Step& step : story.steps) {
        if (printTrace) world.tell(line(step));
        perform(world, step);
    }
    Outcome outcome;
    outcome.complaints = world.settles();
    outcome.traceHash = world.traceHash();
    return outcome;
}

std::string asTest(const Story& story, const std::string& name) {
    std::string text = "TEST_CASE(" + quoted(name) + ", \"[simulation]\") {\n";
    text += "    World world({" + optionsOf(story.options) + "});\n";
    std::set<std::string> there, needed;
    bool needsCentre = false;
    for (const Step& step : story.steps) {
        needed.insert(step.who);
        needsCentre = needsCentre || line(step).starts_with("centre.");
    }
    if (needsCentre) text += "    Centre& centre = world.centre();\n";
    for (const User& user : story.phones) {
        // Who does nothing still syncs in the end.
        const char* apps[] = {", App::older", "", ", App::newer"};
        text += needed.contains(user.name) ? "    Phone& " + user.name + " = " : "    (void)";
        text += "world.phone(" + quoted(user.name) + apps[static_cast<std::size_t>(user.app)] + ");\n";
        there.insert(user.name);
    }
    for (const Step& step : story.steps) {
        if (!step.who.empty() && !there.contains(step.who)) continue;
        if (step.kind == Kind::isClonedAs && !there.insert(step.record).second) continue;
        std::string words = line(step);
        if (step.kind == Kind::isClonedAs && !needed.contains(step.record)) words = words.substr(words.find("= ") + 2);
        text += "    " + words + ";\n";
    }
    return text + "    CHECK(world.settles() == \"\");\n}\n";
}

}  // namespace qiaomen::simulation
