// SPDX-License-Identifier: Apache-2.0
#include "mobile/carrier_folder.h"

#include <fstream>

#include "mobile/text.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".qmc";
/// Of a file that somebody was writing when the stick was pulled out.
constexpr const char* kUnfinished = ".new";
constexpr std::string_view kQuestion = "question";
constexpr std::string_view kAnswer = "answer";
/// What tells a question from an answer.
constexpr std::size_t kHeadBytes = 16;

std::string headOf(const fs::path& file) {
    std::string head(kHeadBytes, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

void sortIn(const fs::path& file, const CarrierClient& client, CarrierFolder& found) {
    const std::string head = headOf(file);
    if (looksLikeAnswer(head)) {
        found.answers.push_back(file);
        return;
    }
    if (!looksLikeQuestion(head)) return;
    const auto bytes = readWhole(file);
    if (!bytes) return;
    const Hash256 name = carrierName(*bytes);
    if (client.isAnswered(name))
        found.done.push_back(file);
    else if (client.isOwn(name))
        found.own.push_back(file);
    else if (!fs::exists(answerPlace(file)))
        found.questions.push_back(file);
}

}  // namespace

Result<CarrierFolder> lookInto(const fs::path& folder, const CarrierClient& client) {
    std::error_code wrong;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, wrong), end; !wrong && entry != end; entry.increment(wrong)) {
        std::error_code none;
        if (entry->is_regular_file(none) && entry->path().extension() != kUnfinished) files.push_back(entry->path());
    }
    if (wrong) return fileError(folder, wrong.value());
    std::ranges::sort(files);
    CarrierFolder found;
    for (const fs::path& file : files) sortIn(file, client, found);
    return found;
}

fs::path questionPlace(const fs::path& folder, std::int64_t atMs) {
    const std::string stem = "qiaomen-" + std::string(kQuestion) + "-" +
                             fromQt(QDateTime::fromMSecsSinceEpoch(atMs).toString(QStringLiteral("yyyyMMdd-HHmmss")));
    fs::path place = folder / (stem + kEnding);
    for (int number = 2; fs::exists(place); ++number)
        place = folder / (stem + " (" + std::to_string(number) + ")" + kEnding);
    return place;
}

fs::path answerPlace(const fs::path& question) {
    std::string stem = question.stem().string();
    if (const auto at = stem.find(kQuestion); at != std::string::npos)
        stem.replace(at, kQuestion.size(), kAnswer);
    else
        stem += "-" + std::string(kAnswer);
    return question.parent_path() / (stem + kEnding);
}

}  // namespace qiaomen
