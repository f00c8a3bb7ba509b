// SPDX-License-Identifier: Apache-2.0
#include "mobile/carrier_controller.h"

#include <QDir>

#include "mobile/carrier_words.h"
#include "mobile/text.h"
#include "shared/files/carried_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

QString nameOf(const fs::path& file) { return toQt(std::string_view(file.filename().string())); }

void add(CarrierReport& sum, const CarrierReport& one) {
    for (const auto& [grid, report] : one.grids) {
        GridSyncReport& all = sum.grids[grid];
        all.sent += report.sent;
        all.received += report.received;
        all.refused += report.refused;
        all.taken |= report.taken;
        if (report.problem) all.problem = report.problem;
    }
    sum.given.insert(sum.given.end(), one.given.begin(), one.given.end());
    sum.overtaken.insert(one.overtaken.begin(), one.overtaken.end());
    sum.more = one.more;  // what the latest says
}

}  // namespace

CarrierController::CarrierController(DeviceFolder& device, SwitchedTransport& way, SyncController& sync,
                                     Settings& settings, std::string app, QObject* parent)
    : QObject(parent), device_(device), way_(way), sync_(sync), settings_(settings), client_(device, std::move(app)) {
    look();
}

CarrierController::~CarrierController() {
    ending_ = true;
    way_.interrupt();
    executor_.finish();
}

QString CarrierController::folderName() const { return QDir(folder()).dirName(); }

fs::path CarrierController::place() const { return fromQt(folder()); }

std::size_t CarrierController::doneAnswers() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(found_.answers, [this](const fs::path& file) { return doneAnswers_.contains(file); }));
}

void CarrierController::choose(const QUrl& folder) {
    if (busy_) return;
    settings_.setCarrierFolder(folder.toLocalFile());
    result_.clear();
    look();
}

// --- One thing at a time ------------------------------------------------------------------------------------------------

void CarrierController::begin(const QString& words) {
    busy_ = true;
    fault_.reset();
    problem_.clear();
    result_.clear();
    advance(words, 0);
}

void CarrierController::advance(const QString& words, double progress) {
    doing_ = words;
    progress_ = progress;
    emit changed();
}

CarrierController::Standing CarrierController::standing(const fs::path& folder) const {
    Standing now{client_.trips(), std::nullopt, std::nullopt};
    if (folder.empty()) return now;
    auto found = lookInto(folder, client_);
    if (found)
        now.found = *std::move(found);
    else
        now.problem = found.error();
    return now;
}

void CarrierController::end(const Standing& standing) {
    busy_ = false;
    doing_.clear();
    trips_.show(standing.trips);
    isThere_ = standing.found.has_value();
    found_ = standing.found.value_or(CarrierFolder{});
    if (standing.problem && problem_.isEmpty()) fail(standing.problem->fault, explainPlace(*standing.problem));
    emit changed();
    emit finished();
}

void CarrierController::fail(Fault fault, const QString& problem) {
    if (!fault_) fault_ = fault;
    problem_ = problem_.isEmpty() ? problem : problem_ + QLatin1Char('\n') + problem;
}

void CarrierController::look() {
    if (busy_) return;
    busy_ = true;
    problem_.clear();
    fault_.reset();
    advance(tr("Looking through the folder…"), 0);
    executor_.make(
        this, [this, folder = place()] { return standing(folder); },
        [this](const Standing& standing) { end(standing); });
}

// --- The own question ---------------------------------------------------------------------------------------------------

void CarrierController::write() {
    if (busy_ || folder().isEmpty()) return;
    begin(tr("Writing the question…"));
    executor_.make(
        this,
        [this, folder = place()] {
            Written written = writeQuestion(folder);
            return std::pair(std::move(written), standing(folder));
        },
        [this](const std::pair<Written, Standing>& answer) {
            tell(answer.first);
            end(answer.second);
        });
}

CarrierController::Written CarrierController::writeQuestion(const fs::path& folder) {
    Written written;
    Result<std::string> question = Error{};
    sync_.between([&] { question = client_.ask(); });
    if (!question) {
        written.own = question.error();
        return written;
    }
    written.file = questionPlace(folder, device_.nowMs());
    if (const auto done = writeForOthers(written.file, *question); !done) {
        written.place = done.error();
        (void)client_.forget(carrierName(*question));
        return written;
    }
    for (const CarrierTrip& trip : client_.trips()) {
        if (trip.question == carrierName(*question)) written.changes = trip.changes;
    }
    return written;
}

void CarrierController::tell(const Written& written) {
    if (written.own) return fail(written.own->fault, explain(*written.own));
    if (written.place) return fail(written.place->fault, explainPlace(*written.place));
    written_ = toQt(std::string_view(written.file.string()));
    const QString brings = written.changes > 0 ? tr("%n record(s) are in %1.", "", static_cast<int>(written.changes))
                                               : tr("%1 asks what others wrote; nothing of this device is unsent.");
    result_ = brings.arg(nameOf(written.file)) + QLatin1Char('\n') +
              tr("Take it to the centre, or to somebody who has a network, and bring back the answer.");
}

// --- Answers ------------------------------------------------------------------------------------------------------------

void CarrierController::takeIn() {
    if (busy_ || answers() == 0) return;
    begin(tr("Taking in what came back…"));
    std::vector<fs::path> files = found_.answers;
    std::erase_if(files, [this](const fs::path& file) { return doneAnswers_.contains(file); });
    executor_.make(
        this,
        [this, folder = place(), files] {
            Taken taken = takeAnswers(files);
            return std::pair(std::move(taken), standing(folder));
        },
        [this](const std::pair<Taken, Standing>& answer) {
            tell(answer.first);
            end(answer.second);
            if (!given_.empty() || std::ranges::any_of(grids_, [](const auto& grid) { return grid.second.taken; }))
                emit answered();
        });
}

CarrierController::Taken CarrierController::takeAnswers(const std::vector<fs::path>& files) {
    Taken taken;
    for (std::size_t at = 0; at < files.size() && !ending_; ++at) {
        takeOne(files[at], taken);
        QMetaObject::invokeMethod(
            this,
            [this, done = static_cast<double>(at + 1) / static_cast<double>(files.size())] { advance(doing_, done); },
            Qt::QueuedConnection);
    }
    return taken;
}

void CarrierController::takeOne(const fs::path& file, Taken& taken) {
    const auto failed = [&taken](Fault fault, const QString& problem) {
        if (!taken.fault) taken.fault = fault;
        taken.problems << problem;
    };
    const auto bytes = CarrierClient::read(file);
    if (!bytes) return failed(bytes.error().fault, explainPlace(bytes.error()));
    const AnswerFlaw flaw = flawOfAnswer(*bytes, device_.signingKeys(), device_.enrolment()->centreKey);
    if (flaw == AnswerFlaw::doesNotOpen) ++taken.others;
    if (flaw != AnswerFlaw::none) {
        const Fault fault = flaw == AnswerFlaw::otherVersion ? Fault::outdated : Fault::invalid;
        return failed(fault, explainFlaw(nameOf(file), flaw));
    }
    Result<CarrierReport> report = Error{};
    sync_.between([&] { report = client_.take(*bytes); });
    if (!report) return failed(report.error().fault, explainRefusal(nameOf(file), report.error()));
    taken.done.insert(file);
    if (report->repeated)
        ++taken.repeated;
    else
        ++taken.files;
    if (!report->repeated) add(taken.sum, *report);
}

void CarrierController::tell(Taken taken) {
    doneAnswers_.merge(taken.done);
    given_ = taken.sum.given;
    grids_ = taken.sum.grids;
    const std::size_t ours = taken.files + taken.repeated;
    if (taken.files > 0)
        result_ = tellReport(taken.sum);
    else if (taken.repeated > 0)
        result_ = tr("%n answer(s) had been taken in before; nothing was left to do.", "",
                     static_cast<int>(taken.repeated));
    // Answers for others are no mishap where there was one for us, too.
    const bool onlyOthers = taken.others == static_cast<std::size_t>(taken.problems.size());
    if (ours > 0 && onlyOthers && taken.others > 0)
        result_ += QLatin1Char('\n') +
                   tr("%n answer(s) are for others and were left where they are.", "", static_cast<int>(taken.others));
    else if (taken.fault)
        fail(*taken.fault, taken.problems.join(QLatin1Char('\n')));
}

// --- Carrying for others ------------------------------------------------------------------------------------------------

void CarrierController::carry() {
    if (busy_ || questions() == 0) return;
    begin(tr("Handing in at the centre…"));
    executor_.make(
        this,
        [this, folder = place(), files = found_.questions] {
            Carried carried = carryQuestions(files);
            return std::pair(std::move(carried), standing(folder));
        },
        [this](const std::pair<Carried, Standing>& answer) {
            tell(answer.first);
            end(answer.second);
        });
}

CarrierController::Carried CarrierController::carryQuestions(const std::vector<fs::path>& files) {
    Carried carried;
    for (std::size_t at = 0; at < files.size() && !ending_; ++at) {
        const auto failed = [&carried](Fault fault, const QString& problem) {
            if (!carried.fault) carried.fault = fault;
            carried.problems << problem;
        };
        const auto question = readWhole(files[at]);
        if (!question) {
            failed(question.error().fault, explainPlace(question.error()));
            break;
        }
        Result<std::string> answer = Error{};
        sync_.between([&] {
            if (!ending_) answer = way_.carry(*question);
        });
        if (!answer) {
            failed(answer.error().fault, explainCarry(nameOf(files[at]), answer.error()));
            if (answer.error().fault == Fault::offline) break;
            continue;
        }
        if (const auto written = writeForOthers(answerPlace(files[at]), *answer); !written) {
            failed(written.error().fault, explainPlace(written.error()));
            break;
        }
        ++carried.files;
        QMetaObject::invokeMethod(
            this,
            [this, done = static_cast<double>(at + 1) / static_cast<double>(files.size())] { advance(doing_, done); },
            Qt::QueuedConnection);
    }
    carried.left = files.size() - carried.files;
    return carried;
}

void CarrierController::tell(const Carried& carried) {
    if (carried.files > 0)
        result_ = tr(
            "%n question(s) were handed in. The answers lie beside them: bring the stick back to whoever asked.", "",
            static_cast<int>(carried.files));
    if (carried.fault) fail(*carried.fault, carried.problems.join(QLatin1Char('\n')));
}

// --- What is not needed any more ----------------------------------------------------------------------------------------

void CarrierController::forget(int row) {
    if (busy_ || row < 0 || row >= trips_.count()) return;
    begin({});
    const Hash256 question = trips_.trips()[static_cast<std::size_t>(row)].question;
    executor_.make(
        this,
        [this, folder = place(), question] {
            const Outcome done = client_.forget(question);
            return std::pair(done, standing(folder));
        },
        [this](const std::pair<Outcome, Standing>& answer) {
            if (!answer.first) fail(answer.first.error().fault, explain(answer.first.error()));
            end(answer.second);
        });
}

void CarrierController::removeDone() {
    if (busy_ || done() == 0) return;
    begin(tr("Removing what is done with…"));
    std::vector<fs::path> files = found_.done;
    std::ranges::copy_if(found_.answers, std::back_inserter(files),
                         [this](const fs::path& file) { return doneAnswers_.contains(file); });
    executor_.make(
        this,
        [this, folder = place(), files] {
            Outcome removed = Done{};
            for (const fs::path& file : files) {
                if (removed) removed = removeDurably(file);
            }
            return std::pair(std::move(removed), standing(folder));
        },
        [this](const std::pair<Outcome, Standing>& answer) {
            if (!answer.first) fail(answer.first.error().fault, explainPlace(answer.first.error()));
            end(answer.second);
        });
}

}  // namespace qiaomen
