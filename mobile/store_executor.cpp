// SPDX-License-Identifier: Apache-2.0
#include "mobile/store_executor.h"

namespace qiaomen {

StoreExecutor::StoreExecutor(QObject* parent) : QObject(parent) {
    for (QThreadPool* lane : {&reads_, &writes_, &makes_}) {
        lane->setMaxThreadCount(1);
        lane->setExpiryTimeout(-1);
    }
}

StoreExecutor::~StoreExecutor() { finish(); }

void StoreExecutor::finish() {
    makes_.waitForDone();
    writes_.waitForDone();
    reads_.waitForDone();
}

}  // namespace qiaomen
