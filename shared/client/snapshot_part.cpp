// SPDX-License-Identifier: Apache-2.0
#include "shared/client/snapshot_part.h"

#include <algorithm>
#include <charconv>

#include "shared/files/durable_file.h"
#include "shared/files/sealed_bytes.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPiece = kAttachmentChunk;
constexpr std::size_t kTagDigits = 64;

std::string aboutPiece(const std::string& name) { return "qiaomen snapshot piece 1 " + name; }

/// "TAG-SIZE-INDEX".
std::optional<SnapshotPart::Place> placeIn(std::string_view name) {
    const auto tag = hashFromText(name.substr(0, kTagDigits));
    if (!tag || name.size() <= kTagDigits) return std::nullopt;
    SnapshotPart::Place place{.tag = *tag};
    std::from_chars(name.data() + kTagDigits + 1, name.data() + name.size(), place.size);
    if (place.size == 0 || place.size > tuning::kMaxReplyBytes) return std::nullopt;
    return place;
}

}  // namespace

SnapshotPart::SnapshotPart(fs::path folder, const AttachmentKey& key, std::chrono::milliseconds moment)
    : folder_(std::move(folder)), key_(key), moment_(moment) {
    load();
}

fs::path SnapshotPart::pieceFile(std::uint64_t index) const {
    return folder_ / (hashText(place_.tag) + '-' + std::to_string(place_.size) + '-' + std::to_string(index));
}

/// Pieces are written in order: what follows a gap, a short or a damaged one is not used.
void SnapshotPart::load() {
    std::error_code wrong;
    for (const auto& entry : fs::directory_iterator(folder_, wrong)) {
        if (const auto place = placeIn(entry.path().filename().string())) place_ = *place;
    }
    if (place_.size == 0) return;
    for (std::uint64_t index = 0; bytes_.size() == index * kPiece; ++index) {
        const fs::path file = pieceFile(index);
        const auto sealed = readWhole(file);
        const auto piece = sealed ? unseal(*sealed, key_, aboutPiece(file.filename().string()))
                                  : Result<std::string>(sealed.error());
        if (!piece || piece->size() > kPiece || bytes_.size() + piece->size() > place_.size) break;
        bytes_ += *piece;
    }
    written_ = bytes_.size() / kPiece * kPiece;
    if (bytes_.empty()) forget();
}

std::optional<SnapshotPart::Place> SnapshotPart::place() const {
    if (bytes_.empty()) return std::nullopt;
    return Place{place_.tag, place_.size, bytes_.size()};
}

bool SnapshotPart::begin(const Place& place) {
    if (place.tag != place_.tag || place.size != place_.size) forget();
    if (place.have != bytes_.size() || place.size == 0 || place.size > tuning::kMaxReplyBytes) return false;
    place_ = place;
    begunAt_ = std::chrono::steady_clock::now();
    return true;
}

bool SnapshotPart::add(std::string_view bytes) {
    if (bytes_.size() + bytes.size() > place_.size) return false;
    bytes_ += bytes;
    const std::uint64_t full = bytes_.size() / kPiece * kPiece;
    if (full > written_ && std::chrono::steady_clock::now() - begunAt_ >= moment_) write(written_, full);
    return true;
}

void SnapshotPart::keep() {
    if (!bytes_.empty()) write(written_, bytes_.size());
}

void SnapshotPart::write(std::uint64_t from, std::uint64_t to) {
    std::error_code wrong;
    fs::create_directories(folder_, wrong);
    for (std::uint64_t at = from; at < to; at += kPiece) {
        const auto piece = std::string_view(bytes_).substr(at, std::min(kPiece, to - at));
        const fs::path file = pieceFile(at / kPiece);
        const std::string sealed = seal(piece, key_, aboutPiece(file.filename().string()));
        if (!writeDurably(file, folder_ / "new", sealed)) return;
        if (piece.size() == kPiece) written_ = at + kPiece;
    }
}

Result<std::string> SnapshotPart::whole() {
    if (bytes_.size() != place_.size) {
        keep();
        return Error{Fault::offline, "the connection broke within a snapshot: it goes on where it stopped"};
    }
    if (attachmentHash(bytes_) == place_.tag) return bytes_;
    forget();
    return Error{Fault::offline, "the snapshot arrived damaged: it comes again"};
}

void SnapshotPart::forget() {
    std::error_code stays;
    fs::remove_all(folder_, stays);
    bytes_.clear();
    place_ = {};
    written_ = 0;
}

}  // namespace qiaomen
