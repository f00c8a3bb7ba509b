// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <map>
#include <set>
#include <vector>

#include "mobile/vocabulary.h"
#include "shared/client/local_store.h"

namespace qiaomen {

/// What a person needs to recognise one of their own changes: which household it is about, and the record's name.
struct ChangeSubject {
    RecordId household;  ///< none when it is about no household
    std::string headName;
    std::string address;
    std::string name;  ///< a resident's
};

/// Reads what the change is about from the store; never fails: what cannot be read stays empty. Off the UI thread.
ChangeSubject subjectOf(LocalStore& store, const Change& change);

/// Who and where: "王芳，锦绣花园3栋2单元501". Pure.
QString words(const ChangeSubject& subject, const Vocabulary& vocabulary);

/// The change in words: "Visit: Met", "Need: Elder care", "张三: Phone, Place of work". Pure.
QString describe(const Change& change, const ChangeSubject& subject, const Vocabulary& vocabulary);

/// What the change writes, a line for each field: "Phone: 190****0012". References are left out, sensitive texts masked. Pure.
QString writtenWords(const Change& change, const Vocabulary& vocabulary);

/// Every change that is only on this device, latest first. Off the UI thread.
Result<std::vector<OutboxEntry>> unsentChanges(LocalStore& store);

/// What is only on this device, by record and by household: the marks on doors and in timelines. Off the UI thread; reads every
/// unsent change, so ask GridSession::unsent(), which remembers the answer.
struct Unsent {
    std::set<RecordId> records;
    std::set<RecordId> households;
};
Unsent unsentMarks(LocalStore& store);

}  // namespace qiaomen
