// SPDX-License-Identifier: Apache-2.0
#include "shared/client/take_out_sheets.h"

#include <algorithm>
#include <tuple>

#include "shared/client/take_out_columns.h"
#include "shared/domain/collections.h"
#include "shared/domain/natural_order.h"

namespace qiaomen {

namespace {

constexpr Label kAbout{"About", "说明"};
constexpr Label kTitle{"Records of a grid", "网格数据导出"};
constexpr Label kHouseholds{"Households", "住户与房屋"};
constexpr Label kMerged{"Merged records", "已合并记录"};
constexpr Label kStandsFor{"Stands for it", "并入"};
constexpr Label kCollection{"Kind", "类别"};
constexpr Label kName{"Name", "名称"};
constexpr Label kRows{"Rows", "行数"};
constexpr Label kThatCount{"That count", "其中有效"};

/// The lines of the first sheet.
constexpr Label kGrid{"Grid", "网格"};
constexpr Label kCommunity{"Community", "社区"};
constexpr Label kExported{"Exported at", "导出时间"};
constexpr Label kWorker{"Exported by", "导出人"};
constexpr Label kDevice{"Device", "设备"};
constexpr Label kApp{"Program", "程序"};
constexpr Label kPeriod{"What happened between", "事项起止日期"};
constexpr Label kEverything{"everything that is on this device", "本设备上的全部记录"};
constexpr Label kSafe{"Own records confirmed by the centre", "中心已确认的本机记录"};
constexpr Label kOnlyHere{"Own records only on this device", "仅存于本机的记录"};
constexpr Label kRefused{"Own records refused by the centre", "中心未接收的记录"};
constexpr Label kOldest{"The oldest of them is of", "其中最早一条"};
constexpr Label kReceipt{"Last heard of the centre", "最近一次收到中心回执"};
constexpr Label kNever{"never", "从未"};
constexpr Label kSheets{"Sheets", "工作表"};
constexpr Label kNotes{"Please note", "须知"};
constexpr Label kMaskedNote{"Identity numbers, telephone numbers and other numbers of people are masked.",
                            "身份证号、电话号码等个人号码已作遮挡。"};
constexpr Label kPhotosNote{"Photos are not part of this file.", "照片不在本文件内。"};
constexpr Label kLawNote{
    "This file holds personal information. Keep it as the law asks, and delete it when it is not needed any more.",
    "本文件含个人信息，请依法妥善保管，用后及时删除。"};
constexpr Label kRegistersNote{
    "The period is that of what happened; registers of households, residents and the like are complete.",
    "起止日期只限定发生的事项；住户、居民等名册为全部。"};

/// Order as one walks past the doors; a household before the one that split off from it later.
struct Home {
    Record dwelling{CollectionNo{}, {}};
    std::optional<Record> household;
};
bool comesBefore(const Home& left, const Home& right) {
    const bool leftVillage = left.dwelling.text(dwelling.building).empty();
    const bool rightVillage = right.dwelling.text(dwelling.building).empty();
    if (leftVillage != rightVillage) return rightVillage;
    for (const FieldNo field : {dwelling.estate, dwelling.building, dwelling.villageGroup, dwelling.unit, dwelling.room,
                                dwelling.gate, dwelling.address}) {
        if (const int order = compareNaturally(left.dwelling.text(field), right.dwelling.text(field))) return order < 0;
    }
    const auto id = [](const Home& home) { return home.household ? home.household->id() : home.dwelling.id(); };
    return id(left) < id(right);
}

class Sheets {
public:
    Sheets(LocalStore& store, const TakeOutOrder& order, const TakeOutState& state, TakeOutWatch& watch)
        : store_(store),
          order_(order),
          state_(state),
          watch_(watch),
          database_(store.file(), {.key = store.key(), .readOnly = true}),
          tables_(database_, store.collections()),
          reading_(database_),
          redirects_(readRedirects(database_)),
          names_(tables_, redirects_, order.now, order.chinese),
          words_(names_, order.now, order.chinese) {}

    Result<TakenOut> write(const std::filesystem::path& file) {
        const std::string footer = "&L" + words_.in(kWorker) + " " + escaped(order_.worker) + " " +
                                   dateText(order_.now.day()) + "&R&P / &N";
        auto made = WorkbookWriter::create(file, {words_.in(kTitle), order_.worker, footer});
        if (!made) return made.error();
        book_ = std::move(*made);
        const SheetColumn notes[] = {{"", 44, true}, {"", 40, true}, {"", 14}};
        const std::size_t about = book_->beginNotes(words_.in(kAbout), notes);
        count();
        writeHouseholds();
        for (const Collection* collection : store_.collections()) {
            if (collection != &grid && collection != &household && collection != &dwelling)
                writeCollection(*collection);
        }
        writeMerged();
        if (watch_.cancelled) return TakenOut{.cancelled = true};
        writeAbout(about);
        if (auto written = book_->finish(); !written) return written.error();
        return TakenOut{{}, rows_, written_.size(), false};
    }

private:
    /// A view of the database that stays as it is.
    class OneMoment {
    public:
        explicit OneMoment(Database& database) : database_(database) { database_.run("BEGIN"); }
        ~OneMoment() { database_.run("COMMIT"); }
        OneMoment(const OneMoment&) = delete;
        OneMoment& operator=(const OneMoment&) = delete;

    private:
        Database& database_;
    };
    struct Written {
        std::string name;
        std::uint64_t rows = 0;
        std::optional<std::uint64_t> counting;  ///< of facts that can be taken back
    };

    static std::string escaped(std::string text) {
        for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 2))
            text.insert(at, "&");
        return text;
    }

    [[nodiscard]] bool goesOn() const { return !watch_.cancelled && !book_->hasFailed(); }

    void count() {
        std::uint64_t total = 0;
        for (const Collection* collection : store_.collections())
            total += static_cast<std::uint64_t>(
                database_.number("SELECT count(*) FROM " + std::string(collection->name()) + " WHERE _gone = 0"));
        watch_.total = total;
    }

    std::vector<Record> visible(const Collection& collection) {
        std::vector<Record> records;
        tables_.forEach(collection.number(), [&](Record&& record) {
            if (record.isVisible()) records.push_back(std::move(record));
        });
        return records;
    }

    /// Begins a sheet and gives what writes its rows.
    template <class Rows>
    void writeTable(const std::string& name, const std::vector<TakeOutColumn>& columns, Rows rows) {
        std::vector<SheetColumn> looks;
        for (const TakeOutColumn& column : columns) looks.push_back(column.look);
        const std::size_t sheet = book_->beginTable(name, looks);
        std::vector<SheetValue> cells(columns.size());
        rows([&](const Record& record) {
            for (std::size_t at = 0; at < columns.size(); ++at) cells[at] = columns[at].value(record);
            book_->row(sheet, cells);
            ++watch_.done;
        });
        written_.push_back({name, book_->rows(sheet), {}});
        rows_ += book_->rows(sheet);
    }

    void writeHouseholds() {
        std::map<RecordId, Record> dwellings;
        for (Record& one : visible(dwelling)) dwellings.emplace(one.id(), std::move(one));
        std::vector<Home> homes;
        std::set<RecordId> livedIn;
        for (Record& one : visible(household)) {
            if (redirects_.households.isMerged(one.id())) continue;
            const RecordId door = one.reference(household.dwelling);
            const auto known = dwellings.find(door);
            if (one.text(household.movedOut).empty()) livedIn.insert(door);
            homes.push_back(
                {known != dwellings.end() ? known->second : Record(dwelling.number(), door), std::move(one)});
        }
        for (const auto& [id, record] : dwellings) {
            if (!livedIn.contains(id)) homes.push_back({record, std::nullopt});
        }
        std::ranges::sort(homes, comesBefore);
        for (const Home& home : homes) {
            if (home.household) order_of_.emplace(home.household->id(), order_of_.size());
        }
        const auto dwellingOf = [&dwellings](const Record& record) -> const Record* {
            if (record.collection() == dwelling.number()) return &record;
            const auto known = dwellings.find(record.reference(household.dwelling));
            return known != dwellings.end() ? &known->second : nullptr;
        };
        writeTable(words_.in(kHouseholds), householdColumns(words_, dwellingOf), [&](const auto& row) {
            for (const Home& home : homes) {
                if (!goesOn()) return;
                row(home.household ? *home.household : home.dwelling);
            }
        });
    }

    void writeCollection(const Collection& collection) {
        const std::string table(collection.name());
        if (!goesOn() || database_.number("SELECT count(*) FROM " + table + " WHERE _gone = 0") == 0) return;
        readStandings(collection);
        const std::vector<TakeOutColumn> columns = takeOutColumns(collection, words_, standings_);
        writeTable(words_.in(collection.label()), columns, [&](const auto& row) {
            if (&collection == &resident)
                eachResident(row);
            else
                eachRecord(collection, row);
        });
        if (collection.find("corrects")) written_.back().counting = written_.back().rows - standings_.size();
    }

    /// Those who live together stand together, the head first, then the eldest; who has left comes last.
    template <class Row>
    void eachResident(const Row& row) {
        std::vector<Record> people = visible(resident);
        std::erase_if(people, [this](const Record& one) { return redirects_.residents.isMerged(one.id()); });
        const auto place = [this](const Record& one) {
            const auto home = order_of_.find(redirects_.households.standing(one.reference(resident.household)));
            return std::tuple(home != order_of_.end() ? home->second : order_of_.size(),
                              !one.text(resident.livesHereTo).empty(), one.text(resident.relation) != "0",
                              one.text(resident.birthDate), one.id());
        };
        std::ranges::sort(people, {}, place);
        for (const Record& one : people) {
            if (!goesOn()) return;
            row(one);
        }
    }

    /// What happened last comes first, within the period that is asked for.
    template <class Row>
    void eachRecord(const Collection& collection, const Row& row) {
        const Field* when = momentField(collection);
        std::string sql = "SELECT id FROM " + std::string(collection.name()) + " WHERE _gone = 0";
        const std::string column = when ? std::string(when->name) : std::string();
        if (collection.find("withdraws")) sql += " AND withdraws IS NOT 1";
        if (when) sql += " AND " + column + " >= ?1 AND " + column + " < ?2";
        sql += when ? " ORDER BY " + column + " DESC, id" : " ORDER BY id";
        Statement ids = database_.prepare(sql);
        if (when) ids.with(from(), until());
        while (goesOn() && ids.step()) row(tables_.read(collection.number(), ids.id<struct RecordKind>(0)));
    }

    [[nodiscard]] std::int64_t from() const {
        const auto day = civilDay(order_.fromDay);
        return day ? order_.now.startOf(*day) : INT64_MIN;
    }
    [[nodiscard]] std::int64_t until() const {
        const auto day = civilDay(order_.untilDay);
        return day ? order_.now.startOf(*day + 1) : INT64_MAX;
    }

    /// Of the facts that will be rows.
    void readStandings(const Collection& collection) {
        standings_.clear();
        if (!collection.find("corrects")) return;
        const std::string table(collection.name()), when(momentField(collection)->name);
        const bool withdrawable = collection.find("withdraws") != nullptr;
        Statement rows = database_.prepare(
            "SELECT c.corrects, " + std::string(withdrawable ? "c.withdraws" : "0") + " FROM " + table + " c JOIN " +
            table + " f ON f.id = c.corrects WHERE c._gone = 0 AND f._gone = 0 AND f." + when + " >= ?1 AND f." + when +
            " < ?2" + (withdrawable ? " AND f.withdraws IS NOT 1" : ""));
        rows.with(from(), until());
        while (rows.step()) {
            Standing& standing = standings_[rows.id<struct RecordKind>(0)];
            if (standing != Standing::withdrawn)
                standing = rows.integer(1) == 1 ? Standing::withdrawn : Standing::corrected;
        }
    }

    void writeMerged() {
        const std::size_t count = redirects_.households.merged().size() + redirects_.residents.merged().size();
        if (!goesOn() || count == 0) return;
        const auto standingOf = [this](const Record& record) {
            const bool isHome = record.collection() == household.number();
            return (isHome ? redirects_.households : redirects_.residents).standing(record.id());
        };
        const auto column = [this](const Label& head, double width, auto value) {
            return TakeOutColumn{{words_.in(head), width}, value};
        };
        const std::vector<TakeOutColumn> columns{
            column(kCollection, 12,
                   [this](const Record& one) {
                       return SheetValue(words_.in(find(store_.collections(), one.collection())->label()));
                   }),
            column(kName, 18,
                   [](const Record& one) {
                       const bool isHome = one.collection() == household.number();
                       return SheetValue(one.text(isHome ? household.headName : resident.fullName));
                   }),
            column(kStandsFor, 18,
                   [this, standingOf](const Record& one) {
                       return SheetValue(names_.name(one.collection(), standingOf(one)));
                   }),
            column(dwelling.find(dwelling.address)->label, 34,
                   [this](const Record& one) { return SheetValue(names_.home(names_.householdOf(one)).address); })};
        writeTable(words_.in(kMerged), columns, [&](const auto& row) {
            for (const auto& [merged, standing] : redirects_.households.merged())
                row(tables_.read(household.number(), merged));
            for (const auto& [merged, standing] : redirects_.residents.merged())
                row(tables_.read(resident.number(), merged));
        });
    }

    void line(std::size_t sheet, const Label& label, SheetValue value) {
        const SheetValue cells[] = {words_.in(label), std::move(value)};
        book_->row(sheet, cells);
    }
    void note(std::size_t sheet, const Label& text) {
        const SheetValue cells[] = {words_.in(text)};
        book_->row(sheet, cells);
    }
    void head(std::size_t sheet, std::initializer_list<Label> labels) {
        book_->row(sheet, {});
        std::vector<SheetValue> cells;
        for (const Label& label : labels) cells.emplace_back(words_.in(label));
        book_->heading(sheet, cells);
    }

    void writeAbout(std::size_t sheet) {
        const SheetValue title[] = {words_.in(kTitle)};
        book_->heading(sheet, title);
        Record own(grid.number(), {});
        for (Record& one : visible(grid)) own = std::move(one);
        line(sheet, kGrid, own.text(grid.gridName) + (own.text(grid.code).empty() ? "" : "  " + own.text(grid.code)));
        line(sheet, kCommunity, own.text(grid.community));
        line(sheet, kExported, words_.instant(order_.now.ms));
        line(sheet, kWorker, order_.worker);
        line(sheet, kDevice, store_.device().text());
        line(sheet, kApp, order_.app);
        const bool whole = order_.fromDay.empty() && order_.untilDay.empty();
        line(sheet, kPeriod, whole ? words_.in(kEverything) : order_.fromDay + " — " + order_.untilDay);
        writeSafety(sheet);
        head(sheet, {kSheets, kRows, kThatCount});
        for (const Written& one : written_) {
            const SheetValue cells[] = {
                one.name, static_cast<std::int64_t>(one.rows),
                one.counting ? SheetValue(static_cast<std::int64_t>(*one.counting)) : SheetValue()};
            book_->row(sheet, cells);
        }
        head(sheet, {kNotes});
        note(sheet, kMaskedNote);
        note(sheet, kPhotosNote);
        if (!whole) note(sheet, kRegistersNote);
        note(sheet, kLawNote);
    }

    void writeSafety(std::size_t sheet) {
        line(sheet, kSafe, static_cast<std::int64_t>(state_.safety.safe));
        line(sheet, kOnlyHere, static_cast<std::int64_t>(state_.safety.onlyHere));
        if (state_.safety.oldestUnsentMs) line(sheet, kOldest, words_.instant(*state_.safety.oldestUnsentMs));
        if (state_.safety.refused > 0) line(sheet, kRefused, static_cast<std::int64_t>(state_.safety.refused));
        line(sheet, kReceipt,
             state_.lastReceiptMs > 0 ? words_.instant(state_.lastReceiptMs) : SheetValue(words_.in(kNever)));
    }

    LocalStore& store_;
    const TakeOutOrder& order_;
    const TakeOutState& state_;
    TakeOutWatch& watch_;
    Database database_;
    RecordTables tables_;
    OneMoment reading_;
    GridRedirects redirects_;
    RecordNames names_;
    TakeOutWords words_;
    std::unique_ptr<WorkbookWriter> book_;
    std::map<RecordId, std::size_t> order_of_;  ///< of households, as they stand on their sheet
    Standings standings_;
    std::vector<Written> written_;
    std::uint64_t rows_ = 0;
};

}  // namespace

Result<TakenOut> writeSheets(LocalStore& store, const TakeOutOrder& order, const TakeOutState& state,
                             const std::filesystem::path& file, TakeOutWatch& watch) {
    return Sheets(store, order, state, watch).write(file);
}

}  // namespace qiaomen
