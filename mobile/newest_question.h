// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "mobile/store_executor.h"

namespace qiaomen {

/// A model's question to the stores that is asked again and again, on every keystroke or commit: only the newest answer counts.
/// While one is being read the next ones wait as one, so that fast typing or a long sync never piles up work. Who asks the same
/// again because something changed may take every answer on the way: else a page would stand still as long as changes come faster
/// than answers. A member of the object that asks; UI thread only.
class NewestQuestion {
public:
    /// What becomes of an answer when the question was asked again meanwhile.
    enum class Older { dropped, taken };

    template <class Work, class Then>
    void ask(StoreExecutor& executor, QObject* asker, Work work, Then then, Older older = Older::dropped) {
        auto begin = [this, &executor, asker, older, work = std::move(work), then = std::move(then)] {
            underWay_ = true;
            executor.read(asker, work, [this, older, then](auto answer) mutable {
                underWay_ = false;
                const bool forgotten = std::exchange(forgotten_, false);
                const auto next = std::exchange(next_, nullptr);
                if (next) next();
                if (!forgotten && (!next || older == Older::taken)) then(std::move(answer));
            });
        };
        if (underWay_)
            next_ = std::move(begin);
        else
            begin();
    }
    /// Nobody wants to know any more: what is under way is not answered, and what waits is not asked.
    void forget() {
        next_ = nullptr;
        forgotten_ = underWay_;
    }
    [[nodiscard]] bool isUnderWay() const { return underWay_; }

private:
    bool underWay_ = false;
    bool forgotten_ = false;
    std::function<void()> next_;
};

}  // namespace qiaomen
