// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "shared/core/sync.h"

namespace qiaomen::simulation {

/// Decides what every replica must hold, from nothing but the list of changes that the centre took, by the slowest and plainest
/// way there is: for each question it walks through the whole list again. It shares no code with merge(), with the stores or with
/// the hub; it knows the promises only:
///
/// - a field holds the write with the latest stamp (of fields written once: the earliest);
/// - a record is gone when everything that stands in it had been seen by somebody who removed it;
/// - whoever overwrote (or failed to overwrite) a value that he had not seen, with another one, left a conflict record with both
///   values beside it in the log, unless the field is silent; who corrects his own losing value before anybody decided changes
///   that conflict instead;
/// - what a phone gave back of others (number 0), because the centre had forgotten it, is in conflict only with a later value whose
///   writer did not know of it;
/// - two people who changed different fields of one register, neither knowing of the other, have an open note about it that names
///   what each of them changed (required where a later stamp proves that the one did not know of the other; allowed where nothing
///   proves that he did);
/// - whoever removed what another still wrote left a conflict record, too; and nobody else ever did.
class Oracle {
public:
    /// `names` says whose a device is.
    Oracle(const std::vector<LoggedChange>& log, const DeviceId& centre, Collections collections,
           std::function<std::string(const DeviceId&)> names);

    /// What is wrong with the log itself: values lost without a conflict record, and conflicts out of nowhere.
    [[nodiscard]] std::vector<std::string> complaintsAboutConflicts() const;
    /// What is wrong with a replica that has everything.
    [[nodiscard]] std::vector<std::string> complaintsAboutRecords(const std::vector<Record>& records) const;

private:
    struct Key {
        CollectionNo collection{};
        RecordId record;
        auto operator<=>(const Key&) const = default;
    };
    struct Holding {
        Stamp stamp;
        Value value;
    };
    struct Kept {
        std::size_t since = 0;  ///< the place in the log
        RecordId id;            ///< of the conflict record
        Key key;
        FieldNo field{};
        Stamp winner, loser;
        Value loserValue;
    };

    [[nodiscard]] Holding holds(const Key& key, FieldNo field, std::size_t before) const;
    [[nodiscard]] bool replaced(const Key& key, FieldNo field, Stamp stamp, const Stamp& earlier,
                                std::size_t before) const;
    /// Takes the notes of the milder grade that change `i` rightly got out of `notes` (all up to `next`); says what is missing.
    [[nodiscard]] std::vector<std::string> takeParallels(std::size_t i, std::size_t next,
                                                         std::vector<const Change*>& notes) const;
    [[nodiscard]] std::vector<std::size_t> parallelTo(std::size_t i) const;
    [[nodiscard]] bool buildsOn(std::size_t i, std::size_t earlier) const;
    [[nodiscard]] bool isSilent(const Key& key, FieldNo field) const;
    [[nodiscard]] std::string noteSays(const RecordId& note, FieldNo field, std::size_t before) const;
    [[nodiscard]] bool isVisible(const Key& key, std::size_t before) const;
    [[nodiscard]] bool isRemoved(const Key& key, std::size_t before) const;
    [[nodiscard]] std::vector<FieldNo> writtenFields(const Key& key, std::size_t before) const;
    [[nodiscard]] const Field* fieldOf(const Key& key, FieldNo field) const;
    [[nodiscard]] std::string nameOf(const Key& key) const;

    const std::vector<LoggedChange>& log_;
    DeviceId centre_;
    Collections collections_;
    std::function<std::string(const DeviceId&)> names_;
    std::map<Key, std::vector<std::size_t>> places_;  ///< where in the log each record is spoken of
};

}  // namespace qiaomen::simulation
