// SPDX-License-Identifier: Apache-2.0
#include "shared/client/take_out_columns.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "shared/core/json.h"
#include "shared/domain/catalogue.h"
#include "shared/domain/collections.h"
#include "shared/domain/masking.h"

namespace qiaomen {

namespace {

constexpr Label kAddress{"Address", "住址"};
constexpr Label kStatus{"Counts", "是否计入"};
constexpr Label kStands{"Stands", "有效"};
constexpr Label kCorrected{"Corrected since", "已更正"};
constexpr Label kWithdrawn{"Withdrawn", "已撤回"};
constexpr Label kYes{"yes", "是"};
constexpr Label kNo{"no", "否"};

/// Fields that only programs read, by name: the same in every collection that has them.
bool isTechnical(const Field& field) {
    constexpr std::array<std::string_view, 17> kNames{
        "options",       "fills",        "corrects",       "withdraws", "merged_into", "about",
        "outline",       "crs",          "code_hash",      "device",    "material",    "catalogue_version",
        "winner_device", "loser_device", "written_device", "draft_of",  "missing"};
    return field.type == FieldType::attachment || std::ranges::find(kNames, field.name) != kNames.end();
}

double widthOf(const Field& field) {
    switch (field.type) {
        case FieldType::longText: return 44;
        case FieldType::instant: return 17;
        case FieldType::date: return 12;
        case FieldType::boolean: return 9;
        case FieldType::integer:
        case FieldType::real: return 11;
        case FieldType::tags: return 24;
        case FieldType::choice: return 16;
        default: return field.name == "address" || field.name == "place" ? 32 : 18;
    }
}

SheetColumn lookOf(const Field& field, const TakeOutWords& words) {
    std::string head = words.in(field.label);
    if (!field.unit.empty()) head += " (" + std::string(field.unit) + ")";
    return {std::move(head), widthOf(field), field.type == FieldType::longText};
}

/// Records that say what they are about by numbers: conflicts, looks, pairs, late changes.
struct Concern {
    const Collection* collection = nullptr;
    const Field* field = nullptr;
};
Concern concernOf(const Record& record, const Collection& collection) {
    const Field* ofCollection = collection.find("of_collection");
    const Field* ofField = collection.find("of_field");
    Concern concern;
    if (ofCollection)
        concern.collection = find(allCollections(), static_cast<CollectionNo>(record.integer(ofCollection->no())));
    if (concern.collection && ofField)
        concern.field = concern.collection->find(static_cast<FieldNo>(record.integer(ofField->no())));
    return concern;
}

/// What a field of such a record says in words; nothing for fields that are as in any other.
std::optional<std::function<SheetValue(const Record&)>> concernValue(const Collection& collection, const Field& field,
                                                                     const TakeOutWords& words) {
    const auto label = [&words](const auto* described) {
        return described ? SheetValue(words.in(Label(described->label))) : SheetValue();
    };
    if (field.name == "of_collection")
        return [&collection, &words](const Record& record) -> SheetValue {
            const Collection* named = concernOf(record, collection).collection;
            return named ? SheetValue(words.in(named->label())) : SheetValue();
        };
    if (field.name == "of_field")
        return [&collection, label](const Record& record) { return label(concernOf(record, collection).field); };
    if (field.type == FieldType::reference && field.target.empty())
        return [&collection, &field, &words](const Record& record) -> SheetValue {
            const Collection* named = concernOf(record, collection).collection;
            const RecordId id = record.reference(field.no());
            return named ? SheetValue(words.names().name(named->number(), id)) : SheetValue();
        };
    if (&collection != &conflict) return std::nullopt;
    if (field.name == "before" || field.name == "winner" || field.name == "loser")
        return [&field, &words](const Record& record) -> SheetValue {
            const Field* about = concernOf(record, conflict).field;
            const auto value = valueFromJson(record.text(field.no()));
            return about && value ? words.value(*about, *value) : SheetValue();
        };
    if (field.type == FieldType::tags)
        return [&field, &words](const Record& record) -> SheetValue {
            const Collection* about = concernOf(record, conflict).collection;
            std::istringstream numbers(record.text(field.no()));
            std::string labels;
            for (int number = 0; about && numbers >> number;) {
                if (const Field* named = about->find(static_cast<FieldNo>(number)))
                    labels += (labels.empty() ? "" : words.chinese() ? "、" : ", ") + words.in(named->label);
            }
            return labels;
        };
    return std::nullopt;
}

/// "A household" is its head and its door.
void addHome(std::vector<TakeOutColumn>& columns, const TakeOutWords& words) {
    const auto home = [&words](const Record& record) -> const RecordNames::Home& {
        return words.names().home(words.names().householdOf(record));
    };
    columns.push_back(
        {{words.in(household.label()), 14}, [home](const Record& record) { return SheetValue(home(record).head); }});
    columns.push_back(
        {{words.in(kAddress), 34}, [home](const Record& record) { return SheetValue(home(record).address); }});
}

/// True when a record of the collection is about a household, if only by way of its order or hazard.
bool hasHome(const Collection& collection) {
    return std::ranges::any_of(collection.fields(), [](const Field& field) {
        return field.target == household.name() || field.target == doorOrder.name() ||
               (field.target == hazard.name() && field.required);
    });
}

TakeOutColumn columnOf(const Collection& collection, const Field& field, const TakeOutWords& words) {
    TakeOutColumn column{lookOf(field, words), {}};
    if (auto concerned = concernValue(collection, field, words)) {
        column.value = *std::move(concerned);
    } else if (field.type == FieldType::reference) {
        column.value = [&field, &words](const Record& record) -> SheetValue {
            const Collection* target = find(allCollections(), field.target);
            return target ? SheetValue(words.names().name(target->number(), record.reference(field.no())))
                          : SheetValue();
        };
    } else if (field.name == "item") {
        column.look.width = 26;
        const Field* when = momentField(collection);
        column.value = [&field, &words, when](const Record& record) -> SheetValue {
            const CivilDay day = words.dayOf(when ? record.integer(when->no()) : 0);
            const auto* item = Catalogue::sample().find(record.text(field.no()), day);
            return item ? item->name.in(words.chinese()) : record.text(field.no());
        };
    } else {
        column.value = [&field, &words](const Record& record) { return words.value(field, record.get(field.no())); };
    }
    return column;
}

TakeOutColumn statusColumn(const TakeOutWords& words, const Standings& standings) {
    return {{words.in(kStatus), 12}, [&words, &standings](const Record& record) -> SheetValue {
                const auto known = standings.find(record.id());
                const Standing standing = known != standings.end() ? known->second : Standing::stands;
                return words.in(standing == Standing::stands      ? kStands
                                : standing == Standing::corrected ? kCorrected
                                                                  : kWithdrawn);
            }};
}

}  // namespace

SheetValue TakeOutWords::value(const Field& field, const Value& value) const {
    switch (value.kind()) {
        case Value::Kind::nothing:
        case Value::Kind::id: return {};
        case Value::Kind::real: return value.real();
        case Value::Kind::integer:
            if (field.type == FieldType::instant) return instant(value.integer());
            if (field.type == FieldType::boolean) return in(value.integer() != 0 ? kYes : kNo);
            return value.integer();
        case Value::Kind::text: break;
    }
    if (field.type == FieldType::choice) return choiceText(field, value.text(), chinese_);
    if (field.type == FieldType::tags) return words(field, value.text());
    if (field.type == FieldType::date) return date(value.text());
    return maskedText(field, value.text());
}

SheetValue TakeOutWords::instant(std::int64_t ms) const {
    if (ms == 0) return {};
    const CivilDay day = now_.dayOf(ms);
    auto moment = std::get<SheetMoment>(date(dateText(day)));
    moment.minute = static_cast<int>((ms - now_.startOf(day)) / 60'000);
    return moment;
}

/// A workbook's days begin in 1900; a month or a year alone is no day.
SheetValue TakeOutWords::date(std::string_view text) {
    const std::string whole(text);
    constexpr int kFirstYear = 1900;
    if (!civilDay(text) || std::stoi(whole) < kFirstYear) return whole;
    return SheetMoment{std::stoi(whole), std::stoi(whole.substr(5, 2)), std::stoi(whole.substr(8, 2)), -1};
}

std::string TakeOutWords::words(const Field& field, std::string_view tags) const {
    std::istringstream codes{std::string(tags)};
    std::string all;
    for (std::string code; codes >> code;)
        all += (all.empty() ? "" : chinese_ ? "、" : ", ") + choiceText(field, code, chinese_);
    return all;
}

const Field* momentField(const Collection& collection) {
    const auto found = std::ranges::find_if(
        collection.fields(), [](const Field& field) { return field.type == FieldType::instant && field.required; });
    return found != collection.fields().end() ? &*found : nullptr;
}

std::vector<TakeOutColumn> takeOutColumns(const Collection& collection, const TakeOutWords& words,
                                          const Standings& standings) {
    std::vector<TakeOutColumn> columns;
    if (hasHome(collection)) addHome(columns, words);
    for (const Field& field : collection.fields()) {
        const bool isHome = field.target == household.name() && field.name == household.name();
        if (!isTechnical(field) && !isHome) columns.push_back(columnOf(collection, field, words));
    }
    if (collection.find("corrects")) columns.push_back(statusColumn(words, standings));
    return columns;
}

std::vector<TakeOutColumn> householdColumns(const TakeOutWords& words,
                                            const std::function<const Record*(const Record&)>& dwellingOf) {
    std::vector<TakeOutColumn> columns;
    for (const Field& field : household.fields()) {
        if (isTechnical(field) || field.type == FieldType::reference) continue;
        columns.push_back({lookOf(field, words), [&field, &words](const Record& record) -> SheetValue {
                               if (record.collection() != household.number()) return {};
                               return words.value(field, record.get(field.no()));
                           }});
    }
    // After number and head the address: so a row is recognised before anybody scrolls.
    const auto addDwelling = [&](const Field& field) {
        return TakeOutColumn{lookOf(field, words), [&field, &words, dwellingOf](const Record& record) -> SheetValue {
                                 const Record* home = dwellingOf(record);
                                 return home ? words.value(field, home->get(field.no())) : SheetValue();
                             }};
    };
    columns.insert(columns.begin() + 2, addDwelling(*dwelling.find(dwelling.address)));
    for (const Field& field : dwelling.fields()) {
        if (!isTechnical(field) && field.no() != dwelling.address) columns.push_back(addDwelling(field));
    }
    return columns;
}

}  // namespace qiaomen
