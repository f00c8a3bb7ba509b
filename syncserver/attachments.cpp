// SPDX-License-Identifier: Apache-2.0
#include "syncserver/attachments.h"

#include <algorithm>

#include "shared/files/durable_file.h"
#include "shared/sqlite/database.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;
using Kind = AttachmentEvent::Kind;

Error unnamed() { return {Fault::missing, "no record of this grid names this attachment"}; }

}  // namespace

/// One grid's folder and names. `garbage/HASH` holds, as text, since when (ms) no record has named the attachment.
struct Attachments::Grid {
    Grid(const GridId& gridId, fs::path path, Collections collections)
        : id(gridId), folder(std::move(path)), names(collections) {}

    GridId id;
    fs::path folder;
    std::unique_ptr<AttachmentFiles> files;
    std::mutex following;  ///< guards what stands below
    AttachmentNames names;
    std::int64_t collectedAtMs = 0;
};

Attachments::Attachments(GridStore& grids, Options options) : grids_(grids), options_(std::move(options)) {
    if (options_.maxBytesPerGrid == 0) options_.maxBytesPerGrid = limits::kMaxAttachmentBytesPerGrid;
}

Attachments::~Attachments() = default;

void Attachments::tell(Kind kind, std::uint64_t bytes) const {
    if (options_.observer) options_.observer({kind, bytes});
}

Result<std::shared_ptr<Attachments::Grid>> Attachments::use(const GridId& id) {
    const std::lock_guard lock(mutex_);
    if (const auto found = open_.find(id); found != open_.end()) return found->second;
    // No folder is made for a grid that does not exist.
    if (const auto exists = grids_.view(id); !exists) return exists.error();
    auto grid = std::make_shared<Grid>(id, options_.folder / id.text(), options_.collections);
    auto files = AttachmentFiles::open(grid->folder, attachmentKey(options_.key, id), options_.use);
    if (!files) return files.error();
    grid->files = *std::move(files);
    open_.emplace(id, grid);
    return grid;
}

/// Runs `work` on the grid, with its names brought up to the present, and alone with it. The view is given back before: a sync does
/// not wait for files.
template <class Work>
auto Attachments::with(const GridId& id, Work&& work) -> decltype(work(std::declval<Grid&>())) {
    return guarded([&]() -> decltype(work(std::declval<Grid&>())) {
        auto grid = use(id);
        if (!grid) return grid.error();
        const std::lock_guard lock((*grid)->following);
        {
            auto view = grids_.view(id);
            if (!view) return view.error();
            (*grid)->names.follow(**view);
        }
        return work(**grid);
    });
}

template <class Work>
auto Attachments::withGranted(const Grant& grant, const GridId& id, bool brings, Work&& work)
    -> decltype(work(std::declval<Grid&>())) {
    const bool mayAsk = brings ? grant.mayHandIn(id) : grant.opens(id);
    if (!mayAsk) return Error{Fault::refused, "this device may not open grid " + id.text()};
    return with(id, std::forward<Work>(work));
}

AttachmentReceipt Attachments::receiptFor(const Grid& grid, const Hash256& hash, std::uint64_t size) const {
    AttachmentReceipt receipt{.grid = grid.id, .hash = hash, .size = size, .atMs = options_.clock()};
    sign(receipt, options_.signingKey);
    return receipt;
}

/// When the last chunk has come, the attachment becomes whole: now, or after an end of the process or a full disk in between, when it
/// is asked about. Chunks that do not make it up are gone afterwards, and it is wanted from the beginning.
Result<AttachmentState> Attachments::stateOf(Grid& grid, const Hash256& hash) {
    AttachmentState state{.hash = hash};
    const AttachmentNames::Named* named = grid.names.find(hash);
    if (!named) return state;
    if (!grid.files->has(hash) && grid.files->nextOffset(hash, named->size) == named->size) {
        if (auto finished = finish(grid, hash, *named); !finished) return finished.error();
    }
    const bool isHeld = grid.files->has(hash);
    state.kind = isHeld ? AttachmentState::Kind::held : AttachmentState::Kind::wanted;
    if (isHeld) {
        state.receipt = receiptFor(grid, hash, named->size);
    } else {
        state.offset = grid.files->nextOffset(hash, named->size);
    }
    return state;
}

Result<AttachmentStates> Attachments::states(const Grant& grant, const GridId& id, const std::vector<Hash256>& hashes) {
    if (hashes.size() > kMaxAttachmentsPerQuestion)
        return Error{Fault::invalid, "too many attachments in one question"};
    return withGranted(grant, id, true, [&](Grid& grid) -> Result<AttachmentStates> {
        if (options_.clock() - grid.collectedAtMs > limits::kCollectPause.count()) {
            if (auto collected = collect(grid); !collected) return collected.error();
        }
        AttachmentStates states;
        for (const Hash256& hash : hashes) {
            auto state = stateOf(grid, hash);
            // Chunks that make up something else are told where they came from; here it is wanted again.
            if (!state && state.error().fault == Fault::invalid) state = stateOf(grid, hash);
            if (!state) return state.error();
            states.attachments.push_back(*std::move(state));
        }
        // Whoever no longer opens the grid brings his own, and is not told what else there is.
        if (!grant.opens(id)) return states;
        for (const auto& [hash, named] : grid.names.all()) {
            if (states.missing.size() == kMaxAttachmentsPerQuestion) break;
            if (!grid.files->has(hash)) states.missing.push_back({hash, named.size});
        }
        return states;
    });
}

Result<AttachmentState> Attachments::take(const Grant& grant, const GridId& id, const Hash256& hash,
                                          std::uint64_t offset, const std::string& bytes) {
    auto state = withGranted(grant, id, true, [&](Grid& grid) -> Result<AttachmentState> {
        const AttachmentNames::Named* named = grid.names.find(hash);
        if (!named) return unnamed();
        if (grid.files->has(hash)) return stateOf(grid, hash);
        if (grid.files->bytes() + bytes.size() > options_.maxBytesPerGrid)
            return Error{Fault::full, "the grid's share of the disk is used up"};
        if (auto kept = grid.files->putChunk(hash, named->size, offset, bytes); !kept) return kept.error();
        tell(Kind::chunk, bytes.size());
        return stateOf(grid, hash);
    });
    if (!state) tell(Kind::refused);
    return state;
}

Outcome Attachments::finish(Grid& grid, const Hash256& hash, const AttachmentNames::Named& named) {
    if (auto whole = grid.files->assemble(hash, named.size); !whole) return whole;
    const auto content = grid.files->read(hash);
    if (!content) return content.error();
    if (!beginsAs(named.type, *content)) {
        if (auto removed = grid.files->remove(hash); !removed) return removed;
        return Error{Fault::invalid, "the content is not what its type says: " + named.type};
    }
    tell(Kind::complete, named.size);
    return Done{};
}

Result<std::string> Attachments::give(const Grant& grant, const GridId& id, const Hash256& hash, std::uint64_t offset) {
    return withGranted(grant, id, false, [&](Grid& grid) -> Result<std::string> {
        if (!grid.names.find(hash)) return unnamed();
        const auto content = grid.files->read(hash);
        if (!content && content.error().fault == Fault::broken) {
            tell(Kind::damaged);
            return Error{Fault::missing, "the attachment is not here any more: it waits for somebody who has it"};
        }
        if (!content) return content.error();
        std::string piece = offset < content->size() ? content->substr(offset, kAttachmentChunk) : std::string();
        tell(Kind::sent, piece.size());
        return piece;
    });
}

Result<AttachmentCounts> Attachments::counts(const GridId& id) {
    return with(id, [&](Grid& grid) -> Result<AttachmentCounts> {
        AttachmentCounts counts{.named = grid.names.all().size(), .bytes = grid.files->bytes()};
        for (const AttachmentFiles::Held& held : grid.files->list()) {
            ++counts.held;
            if (!grid.names.find(held.hash)) ++counts.garbage;
        }
        counts.missing = counts.named - (counts.held - counts.garbage);
        return counts;
    });
}

Result<std::size_t> Attachments::check(const GridId& id) {
    return with(id, [&](Grid& grid) -> Result<std::size_t> {
        std::size_t damaged = 0;
        for (const AttachmentFiles::Held& held : grid.files->list()) {
            const auto content = grid.files->read(held.hash);
            if (content) continue;
            if (content.error().fault != Fault::broken) return content.error();
            ++damaged;
            tell(Kind::damaged);
        }
        return damaged;
    });
}

Outcome Attachments::collect(const GridId& id) {
    return with(id, [&](Grid& grid) { return collect(grid); });
}

Outcome Attachments::collect(Grid& grid) {
    const std::int64_t now = options_.clock();
    const fs::path marks = grid.folder / "garbage";
    std::error_code wrong;
    fs::create_directories(marks, wrong);
    if (wrong) return fileError(marks, wrong.value());
    for (const AttachmentFiles::Held& held : grid.files->list()) {
        const fs::path mark = marks / hashText(held.hash);
        if (grid.names.find(held.hash)) {
            fs::remove(mark, wrong);
            continue;
        }
        const auto since = readWhole(mark);
        if (!since || since->empty()) {
            if (auto marked = writeDurably(mark, grid.files->scratch(mark.filename().string()), std::to_string(now));
                !marked)
                return marked;
        } else if (now - std::strtoll(since->c_str(), nullptr, 10) > limits::kKeepGarbage.count()) {
            if (auto removed = grid.files->remove(held.hash); !removed) return removed;
            fs::remove(mark, wrong);
            tell(Kind::removed, held.size);
        }
    }
    grid.collectedAtMs = now;
    return grid.files->dropChunksBefore(now - limits::kKeepChunks.count());
}

}  // namespace qiaomen
