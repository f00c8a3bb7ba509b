// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/domain/catalogue.h"
#include "tests/diary/person.h"
#include "tests/processes/centre.h"

namespace qiaomen::diary {

/// One household of the story as it stood before: the notebook's page of it.
struct Home {
    std::string id, dwelling, head;
    std::vector<std::string> members;  ///< ids, the head first
};

/// Three days of Zhang Min, who has no network from Tuesday morning to Friday; and of her colleague Li Qiang, who has. Real processes:
/// two apps and a centre, with clocks and a disk that the story rules. Each chapter is a function; after the last one the files of all
/// three are compared, field by field, with what the test wrote down.
class Diary {
public:
    struct Programs {
        std::filesystem::path app, server, diskLibrary;
    };
    Diary(const Programs& programs, std::filesystem::path folder);

    // The chapters, in their order.
    void mondayEvening();   ///< everybody has everything; the network ends
    void firstMorning();    ///< Tuesday: doors of every kind; an app that dies over a half-typed visit
    void cellar();          ///< Tuesday afternoon: hazards, photos; an app that dies in the middle of a save
    void movesAndPapers();  ///< Wednesday morning: who moves, leases, door orders, what is put off
    void fullDisk();        ///< Wednesday noon
    void wrongClock();      ///< Wednesday afternoon: the clock is set back, and right again
    void thirdDay();        ///< Thursday: rechecks, second visits with papers, another grid
    void meanwhile();       ///< what the colleague did in these days, at the same doors
    void wayBack();         ///< Friday: one grid is taken, another given; everything meets
    void compare();

    [[nodiscard]] int acts() const { return zhang_.acts(); }
    [[nodiscard]] std::vector<std::string> complaints();

private:
    struct Grid {
        std::string id, code;
        Notebook notebook;
    };
    /// Something recorded in a grid that was taken meanwhile: what it would have left.
    struct Late {
        json line;
        Left left;
        std::string record;  ///< id, once it was recorded
    };
    [[nodiscard]] processes::Phone phone(const std::string& name, const std::vector<std::string>& environment) const;
    void enrol(const std::string& name, const std::string& worker, const std::vector<const Grid*>& grids);
    void chooseHomes(const Grid& grid, Person& walker, std::vector<Home>& homes);
    /// The next household in walking order that nobody of the story has been at, with at least so many people.
    Home next(std::size_t members = 1);
    /// The next one where an old person lives alone, to whom a visit a week is due.
    Home nextInCare();
    [[nodiscard]] json person(const std::string& resident) { return main_.notebook.record("resident", resident); }
    [[nodiscard]] std::string picture(const std::string& name) const;
    void chapter(const std::string& words);
    void check(bool holds, const std::string& words);
    void syncAll();
    std::vector<Late> lateActs();
    void noteLate(const Late& late, const char* state);
    void decideLate();
    static json clash(const Home& home, int field, const json& winner, const json& loser, const Person& later,
                      const Person& earlier);
    void decideConflicts();
    void compareSafety();
    void compareToday();

    Programs programs_;
    std::filesystem::path folder_;
    Moods moods_;
    processes::Centre centre_;
    Person zhang_, li_;
    Grid main_, taken_, given_;  ///< both workers' all along; taken from Zhang on Friday; given to her then
    std::vector<Home> homes_, takenHomes_;
    std::size_t next_ = 0;
    std::vector<std::string> complaints_;

    // What chapters remember for later ones.
    std::string passage_, ebike_, wiring_;  ///< hazards
    std::string proxyOrder_, doorOrder_;
    std::string sent_;                ///< a visit
    Home noted_, called_, parallel_;  ///< where the colleague writes, too
    Home half_, putOff_;
    std::vector<Late> late_;
};

/// The first item of the catalogue that takes time and asks for several papers.
const CatalogueItem& itemWithPapers(const std::string& day);

}  // namespace qiaomen::diary
