// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "mobile/store_executor.h"

namespace qiaomen {

/// A model's question to the stores that is asked again and again, on every keystroke or commit: only the newest answer counts.
/// While one is being read the next ones wait as one, so that fast typing or a long sync never piles up work. A member of the
/// object that asks; UI thread only.
class NewestQuestion {
public:
    template <class Work, class Then>
    void ask(StoreExecutor& executor, QObject* asker, Work work, Then then) {
        auto begin = [this, &executor, asker, work = std::move(work), then = std::move(then)] {
            underWay_ = true;
            executor.read(asker, work, [this, then](auto answer) mutable {
                underWay_ = false;
                if (auto next = std::exchange(next_, nullptr))
                    next();
                else
                    then(std::move(answer));
            });
        };
        if (underWay_)
            next_ = std::move(begin);
        else
            begin();
    }
    [[nodiscard]] bool isUnderWay() const { return underWay_; }

private:
    bool underWay_ = false;
    std::function<void()> next_;
};

}  // namespace qiaomen
