// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <atomic>

#include "mobile/carrier_folder.h"
#include "mobile/carrier_trips_model.h"
#include "mobile/settings.h"
#include "mobile/sync_controller.h"

namespace qiaomen {

/// Sync by hand: a stick or a folder that somebody carries between this device and the centre. Writes this device's question there,
/// takes in answers that came back, and, while there is a network, hands in questions of others and puts the answers beside them.
///
/// One thing at a time, on a thread of its own: a slow stick or a slow network holds up neither the screen nor a save. No round of the
/// sync over the network is under way meanwhile. Nothing is lost when the stick is full or pulled out: what is unsent stays unsent
/// until an answer with the centre's receipt was taken in.
class CarrierController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.carrier")
    /// Where the files are; empty until somebody chose, remembered afterwards.
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(QString folderName READ folderName NOTIFY changed)
    /// The folder was looked through, and what is said below is what is in it.
    Q_PROPERTY(bool folderThere READ isFolderThere NOTIFY changed)
    /// Files in it: answers, whoever they are for; questions of others that no answer lies beside; what this device needs no more.
    Q_PROPERTY(int answers READ answers NOTIFY changed)
    Q_PROPERTY(int questions READ questions NOTIFY changed)
    Q_PROPERTY(int done READ done NOTIFY changed)
    Q_PROPERTY(qiaomen::CarrierTripsModel* trips READ trips CONSTANT)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// What is being done, in words, and how far it has come, 0 to 1.
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// What came of it, in sentences; empty before anything was done.
    Q_PROPERTY(QString result READ result NOTIFY changed)
    /// What did not work, and what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    /// All of them outlive this.
    CarrierController(DeviceFolder& device, SwitchedTransport& way, SyncController& sync, Settings& settings,
                      std::string app, QObject* parent = nullptr);
    ~CarrierController() override;

    [[nodiscard]] QString folder() const { return settings_.carrierFolder(); }
    [[nodiscard]] QString folderName() const;
    [[nodiscard]] bool isFolderThere() const { return isThere_; }
    [[nodiscard]] int answers() const { return static_cast<int>(found_.answers.size() - doneAnswers()); }
    [[nodiscard]] int questions() const { return static_cast<int>(found_.questions.size()); }
    [[nodiscard]] int done() const { return static_cast<int>(found_.done.size() + doneAnswers()); }
    [[nodiscard]] CarrierTripsModel* trips() { return &trips_; }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& doing() const { return doing_; }
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] const QString& result() const { return result_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

    /// What the latest answers said about the grids of this device.
    [[nodiscard]] const std::vector<GivenGrid>& given() const { return given_; }
    [[nodiscard]] const std::map<GridId, GridSyncReport>& grids() const { return grids_; }
    /// The file that was written last.
    [[nodiscard]] const QString& written() const { return written_; }
    /// The fault of what did not work, for whoever drives.
    [[nodiscard]] std::optional<Fault> fault() const { return fault_; }

    Q_INVOKABLE void choose(const QUrl& folder);
    /// Reads anew what is on its way and in the folder.
    Q_INVOKABLE void look();
    /// Writes everything that is unsent as a question into the folder.
    Q_INVOKABLE void write();
    /// Takes in every answer there that is for this device.
    Q_INVOKABLE void takeIn();
    /// Hands in the questions of others, and writes the answers beside them.
    Q_INVOKABLE void carry();
    /// The question of that row got lost.
    Q_INVOKABLE void forget(int row);
    /// Removes what this device needs no more from the folder.
    Q_INVOKABLE void removeDone();

signals:
    void changed();
    /// Whatever was asked for has ended, well or not.
    void finished();
    /// An answer was taken in: grids may have come or gone.
    void answered();

private:
    struct Standing {
        std::vector<CarrierTrip> trips;
        std::optional<CarrierFolder> found;
        std::optional<Error> problem;  ///< of the folder
    };
    /// What came of one piece of work: sentences are made of it on the UI thread.
    struct Written {
        std::optional<Error> own, place;
        std::filesystem::path file;
        std::size_t changes = 0;
    };
    struct Taken {
        CarrierReport sum;  ///< of all answers together
        std::size_t files = 0, repeated = 0, others = 0;
        std::set<std::filesystem::path> done;
        QList<QString> problems;
        std::optional<Fault> fault;
    };
    struct Carried {
        std::size_t files = 0, left = 0;
        QList<QString> problems;
        std::optional<Fault> fault;
    };

    [[nodiscard]] std::size_t doneAnswers() const;
    [[nodiscard]] std::filesystem::path place() const;
    void begin(const QString& words);
    void advance(const QString& words, double progress);
    void end(const Standing& standing);
    void fail(Fault fault, const QString& problem);
    [[nodiscard]] Standing standing(const std::filesystem::path& folder) const;
    Written writeQuestion(const std::filesystem::path& folder);
    Taken takeAnswers(const std::vector<std::filesystem::path>& files);
    void takeOne(const std::filesystem::path& file, Taken& taken);
    Carried carryQuestions(const std::vector<std::filesystem::path>& files);
    void tell(const Written& written);
    void tell(Taken taken);
    void tell(const Carried& carried);

    DeviceFolder& device_;
    SwitchedTransport& way_;
    SyncController& sync_;
    Settings& settings_;
    CarrierClient client_;
    CarrierTripsModel trips_{this};
    CarrierFolder found_;
    std::set<std::filesystem::path> doneAnswers_;  ///< taken in since the start
    bool isThere_ = false, busy_ = false;
    double progress_ = 0;
    QString doing_, result_, problem_, written_;
    std::optional<Fault> fault_;
    std::vector<GivenGrid> given_;
    std::map<GridId, GridSyncReport> grids_;
    std::atomic<bool> ending_ = false;
    StoreExecutor executor_;  ///< its own: the last to come and the first to go
};

}  // namespace qiaomen
