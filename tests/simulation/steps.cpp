// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/steps.h"

#include <algorithm>
#include <array>
#include <set>

namespace qiaomen::simulation {

namespace {

using Kind = Step::Kind;

Disks::Failure::Kind failureOf(Kind kind) {
    return kind == Kind::losesPower ? losePower : kind == Kind::diskFills ? runFull : failToSync;
}

Phone* phoneNamed(World& world, const std::string& name) {
    const auto found = std::ranges::find_if(world.phones(), [&](const auto& one) { return one->name() == name; });
    return found == world.phones().end() ? nullptr : found->get();
}

/// What happens to a centre, or to nobody. False: it is about a phone.
bool performForAll(World& world, const Step& step) {
    Centre& centre = step.field == kHarbour || step.record == kHarbour ? world.harbour() : world.centre();
    const auto label = static_cast<int>(step.amount);
    switch (step.kind) {
        case Kind::centreCrashes: centre.crashes(); return true;
        case Kind::centreIsBackedUpAs: centre.isBackedUpAs(label); return true;
        case Kind::centreIsRestoredTo: centre.isRestoredTo(label); return true;
        case Kind::centreClockJumps: centre.clockJumps(step.amount); return true;
        case Kind::gives: centre.gives(step.who, step.record); return true;
        case Kind::takes: centre.takes(step.who, step.record); return true;
        case Kind::timePasses: world.passes(step.amount); return true;
        case Kind::losesPower:
        case Kind::diskFills:
        case Kind::diskFails:
            if (step.who.empty()) centre.diskWill(failureOf(step.kind), step.amount);
            return step.who.empty();
        default: return false;
    }
}

void perform(World& world, const Step& step) {
    if (performForAll(world, step)) return;
    Phone* found = phoneNamed(world, step.who);
    if (!found) return;
    Phone& phone = *found;
    const auto label = static_cast<int>(step.amount);
    switch (step.kind) {
        case Kind::edits: return phone.edits(step.record, step.field, step.value);
        case Kind::removes: return phone.removes(step.record);
        case Kind::resolves: return phone.resolves(step.record);
        case Kind::rescues: return phone.rescues(step.record);
        case Kind::takesIn: return phone.takesIn(step.record);
        case Kind::putsAside: return phone.putsAside(step.record);
        case Kind::types: return phone.types(step.record, step.value.text());
        case Kind::syncs: return phone.syncs(step.trouble);
        case Kind::meets:
            if (Phone* other = phoneNamed(world, step.record)) phone.meets(*other);
            return;
        case Kind::isCutOff: return phone.isCutOff();
        case Kind::hearsNothing: return phone.hearsNothing();
        case Kind::isConnected: return phone.isConnected();
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

std::string words(const Step& step) {
    const std::string amount = std::to_string(step.amount);
    const std::string record = quoted(step.record);
    switch (step.kind) {
        case Kind::edits: return "edits(" + record + ", " + quoted(step.field) + ", " + literal(step.value) + ")";
        case Kind::removes: return "removes(" + record + ")";
        case Kind::resolves: return "resolves(" + record + ")";
        case Kind::rescues: return "rescues(" + record + ")";
        case Kind::takesIn: return "takesIn(" + record + ")";
        case Kind::putsAside: return "putsAside(" + record + ")";
        case Kind::types: return "types(" + record + ", " + literal(step.value) + ")";
        case Kind::syncs: return "syncs(" + print(step.trouble) + ")";
        case Kind::meets: return "meets(" + step.record + ")";
        case Kind::isCutOff: return "isCutOff()";
        case Kind::hearsNothing: return "hearsNothing()";
        case Kind::isConnected: return "isConnected()";
        case Kind::gives: return "gives(" + quoted(step.who) + ", " + record + ")";
        case Kind::takes: return "takes(" + quoted(step.who) + ", " + record + ")";
        case Kind::crashes:
        case Kind::centreCrashes: return "crashes()";
        case Kind::isBackedUpAs:
        case Kind::centreIsBackedUpAs: return "isBackedUpAs(" + amount + ")";
        case Kind::isRestoredTo:
        case Kind::centreIsRestoredTo: return "isRestoredTo(" + amount + ")";
        case Kind::isClonedAs: return "isClonedAs(" + record + ")";
        case Kind::isLost: return "isLost()";
        case Kind::clockJumps:
        case Kind::centreClockJumps: return "clockJumps(" + amount + ")";
        case Kind::clockDrifts: return "clockDrifts(" + amount + ")";
        case Kind::oldRequestArrives: return "oldRequestArrives()";
        case Kind::timePasses: return "passes(" + amount + ")";
        case Kind::losesPower: return "diskWill(losePower, " + amount + ")";
        case Kind::diskFills: return "diskWill(runFull, " + amount + ")";
        case Kind::diskFails: return "diskWill(failToSync, " + amount + ")";
    }
    return "";
}

/// Whose name stands before the dot.
std::string subject(const Step& step) {
    if (step.kind == Kind::timePasses) return "world";
    const bool isCentres = step.who.empty() || step.kind == Kind::gives || step.kind == Kind::takes;
    if (!isCentres) return step.who;
    return step.field == kHarbour || step.record == kHarbour ? "harbour" : "centre";
}

std::string line(const Step& step) { return subject(step) + "." + words(step); }

std::string print(const Job& job) {
    constexpr std::array<const char*, 3> kApps = {"App::older", "", "App::newer"};
    constexpr std::array<const char*, 3> kRoles = {"", "Role::leader", "Role::hall"};
    std::string text;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "." : ", .") + std::string(name) + " = " + value;
    };
    add("app", kApps.at(static_cast<std::size_t>(job.app)));
    add("role", kRoles.at(static_cast<std::size_t>(job.role)));
    if (job.grid != kEast) add("grid", quoted(job.grid));
    return text.empty() ? "" : ", {" + text + "}";
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
    add("communities", options.communities, usual.communities);
    return text;
}

}  // namespace

Outcome play(const Story& story, bool printTrace) {
    World world(story.options);
    world.printTrace(printTrace);
    for (const User& user : story.phones) (void)world.phone(user.name, user.job);
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
    std::set<std::string> there, needed;
    for (const Step& step : story.steps) {
        needed.insert(subject(step));
        if (step.kind == Kind::meets) needed.insert(step.record);
    }
    std::string text = "TEST_CASE(" + quoted(name) + ", \"[simulation]\") {\n";
    text += "    World world({" + optionsOf(story.options) + "});\n";
    for (const char* centre : {"centre", "harbour"}) {
        if (needed.contains(centre)) text += "    Centre& " + std::string(centre) + " = world." + centre + "();\n";
    }
    for (const User& user : story.phones) {
        // Who does nothing still syncs in the end.
        text += needed.contains(user.name) ? "    Phone& " + user.name + " = " : "    (void)";
        text += "world.phone(" + quoted(user.name) + print(user.job) + ");\n";
        there.insert(user.name);
    }
    for (const Step& step : story.steps) {
        if (!step.who.empty() && !there.contains(step.who)) continue;
        if (step.kind == Kind::meets && !there.contains(step.record)) continue;
        const bool isClone = step.kind == Kind::isClonedAs;
        if (isClone && !there.insert(step.record).second) continue;
        text += isClone && needed.contains(step.record) ? "    Phone& " + step.record + " = " : "    ";
        text += line(step) + ";\n";
    }
    return text + "    CHECK(world.settles() == \"\");\n}\n";
}

}  // namespace qiaomen::simulation
