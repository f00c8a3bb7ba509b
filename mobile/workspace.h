// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>
#include <functional>
#include <memory>
#include <vector>

#include "mobile/anchor_form.h"
#include "mobile/attachment_controller.h"
#include "mobile/attachment_images.h"
#include "mobile/carrier_controller.h"
#include "mobile/catalogue_model.h"
#include "mobile/conflicts_model.h"
#include "mobile/diagnostics.h"
#include "mobile/door_order_form.h"
#include "mobile/doors_model.h"
#include "mobile/duplicates_model.h"
#include "mobile/finding_form.h"
#include "mobile/grids_model.h"
#include "mobile/hazard_step_form.h"
#include "mobile/household_form.h"
#include "mobile/import_form.h"
#include "mobile/late_model.h"
#include "mobile/move_form.h"
#include "mobile/newest_question.h"
#include "mobile/order_step_form.h"
#include "mobile/outbox_model.h"
#include "mobile/parallels_model.h"
#include "mobile/places_model.h"
#include "mobile/receipts_model.h"
#include "mobile/rescue_model.h"
#include "mobile/reveal.h"
#include "mobile/search_model.h"
#include "mobile/settings.h"
#include "mobile/shown_hazard.h"
#include "mobile/shown_household.h"
#include "mobile/shown_order.h"
#include "mobile/shown_photos.h"
#include "mobile/shown_slip.h"
#include "mobile/sketch_map_model.h"
#include "mobile/storage_model.h"
#include "mobile/sync_controller.h"
#include "mobile/take_out.h"
#include "mobile/text.h"
#include "mobile/today_model.h"
#include "mobile/visit_form.h"

namespace qiaomen {

/// Everything of one opened device folder, put together bottom-up: stores, executor, sessions, models, sync. The one object that
/// Main.qml is given. Pages ask it to open something; it answers by a signal that Main.qml follows, so that a tap and a line of
/// --drive go the same way.
class Workspace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml")
    /// False until an administrator's enrolment is there: show how to get one.
    Q_PROPERTY(bool enrolled READ isEnrolled CONSTANT)
    Q_PROPERTY(QString worker READ worker CONSTANT)
    Q_PROPERTY(QString server READ server CONSTANT)
    Q_PROPERTY(QString deviceId READ deviceId CONSTANT)
    Q_PROPERTY(qiaomen::GridsModel* grids READ grids CONSTANT)
    Q_PROPERTY(QString currentGrid READ currentGrid WRITE setCurrentGrid NOTIFY gridChanged)
    Q_PROPERTY(QString currentGridName READ currentGridName NOTIFY gridChanged)

    Q_PROPERTY(qiaomen::Vocabulary* vocabulary READ vocabulary CONSTANT)
    Q_PROPERTY(qiaomen::Settings* settings READ settings CONSTANT)
    Q_PROPERTY(qiaomen::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(qiaomen::PlacesModel* places READ places CONSTANT)
    Q_PROPERTY(qiaomen::DoorsModel* doors READ doors CONSTANT)
    Q_PROPERTY(qiaomen::SketchMapModel* map READ map CONSTANT)
    Q_PROPERTY(qiaomen::ShownHousehold* household READ household CONSTANT)
    Q_PROPERTY(qiaomen::SearchModel* search READ search CONSTANT)
    Q_PROPERTY(qiaomen::CatalogueModel* catalogue READ catalogue CONSTANT)
    /// Null while not enrolled.
    Q_PROPERTY(qiaomen::SyncController* sync READ sync CONSTANT)
    /// Null while not enrolled, or without a way to the centre.
    Q_PROPERTY(qiaomen::AttachmentController* attachments READ attachments CONSTANT)
    /// Sync by hand; null where `sync` is.
    Q_PROPERTY(qiaomen::CarrierController* carrier READ carrier CONSTANT)
    Q_PROPERTY(qiaomen::StorageModel* storage READ storage CONSTANT)
    /// Null where `sync` is.
    Q_PROPERTY(qiaomen::Diagnostics* diagnostics READ diagnostics CONSTANT)
    Q_PROPERTY(qiaomen::ShownPhotos* photos READ photos CONSTANT)
    Q_PROPERTY(qiaomen::ShownOrder* order READ order CONSTANT)
    Q_PROPERTY(qiaomen::ShownHazard* hazard READ hazard CONSTANT)
    Q_PROPERTY(qiaomen::ShownSlip* slip READ slip CONSTANT)
    Q_PROPERTY(qiaomen::OutboxModel* outbox READ outbox CONSTANT)
    Q_PROPERTY(qiaomen::ReceiptsModel* receipts READ receipts CONSTANT)
    Q_PROPERTY(qiaomen::RescueModel* rescued READ rescued CONSTANT)
    Q_PROPERTY(qiaomen::ConflictsModel* conflicts READ conflicts CONSTANT)
    Q_PROPERTY(qiaomen::ParallelsModel* parallels READ parallels CONSTANT)
    Q_PROPERTY(qiaomen::DuplicatesModel* duplicates READ duplicates CONSTANT)
    Q_PROPERTY(qiaomen::LateModel* late READ late CONSTANT)
    Q_PROPERTY(qiaomen::TakeOut* takeOut READ takeOut CONSTANT)
    Q_PROPERTY(qiaomen::ImportForm* visitImport READ visitImport CONSTANT)
    /// Which grids came and went since somebody last looked, in sentences; empty when there is nothing to tell. Survives a restart
    /// as far as grids went.
    Q_PROPERTY(QString scopeNews READ scopeNews NOTIFY scopeChanged)
    /// A grid that was taken and waits for what is being written in it: until handOverDrafts(), or the next start.
    Q_PROPERTY(QString leavingGrid READ leavingGrid NOTIFY scopeChanged)

    /// False until the numbers below were counted for the current grid: show a place for them, and not 0.
    Q_PROPERTY(bool counted READ isCounted NOTIFY countsChanged)
    /// Of the current grid; "met" and "visits" in the last 30 days.
    Q_PROPERTY(int households READ households NOTIFY countsChanged)
    Q_PROPERTY(int residents READ residents NOTIFY countsChanged)
    Q_PROPERTY(int householdsMet READ householdsMet NOTIFY countsChanged)
    Q_PROPERTY(int visits READ visits NOTIFY countsChanged)
    Q_PROPERTY(int openNeeds READ openNeeds NOTIFY countsChanged)
    Q_PROPERTY(int openHazards READ openHazards NOTIFY countsChanged)
public:
    enum Page { TodayPage, DoorsPage, SearchPage, SyncPage, SettingsPage, CarrierPage, StoragePage, DiagnosticsPage };
    Q_ENUM(Page)

    struct Options {
        bool offline = false;             ///< start with the network switched off
        PositionSource::Plugin position;  ///< empty: the system's
        RandomSource random;
        ClockSource clock;
        std::string app;                        ///< name and version, for the centre's records
        AttachmentWay* attachments = nullptr;   ///< outlives the workspace; null: photos stay where they are
        NetworkSource network = systemNetwork;  ///< asked when photos could be carried
        bool practice = false;                  ///< what is invented here says so on every slip
    };

    /// Opens every grid of the enrolment. Errors: those of the stores. `transport` is null when the folder is not enrolled; folder
    /// and transport must outlive the workspace.
    static Result<std::unique_ptr<Workspace>> open(DeviceFolder& folder, Transport* transport, Options options);
    ~Workspace() override;

    [[nodiscard]] bool isEnrolled() const { return folder_.enrolment().has_value(); }
    [[nodiscard]] QString worker() const;
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString deviceId() const;
    [[nodiscard]] GridsModel* grids() { return &grids_; }
    [[nodiscard]] QString currentGrid() const;
    [[nodiscard]] QString currentGridName() const;
    void setCurrentGrid(const QString& gridId);
    [[nodiscard]] Vocabulary* vocabulary() { return &vocabulary_; }
    [[nodiscard]] Settings* settings() { return &settings_; }
    [[nodiscard]] TodayModel* today() { return &today_; }
    [[nodiscard]] PlacesModel* places() { return &places_; }
    [[nodiscard]] DoorsModel* doors() { return &doors_; }
    [[nodiscard]] SketchMapModel* map() { return &map_; }
    [[nodiscard]] ShownHousehold* household() { return &household_; }
    [[nodiscard]] SearchModel* search() { return &search_; }
    [[nodiscard]] CatalogueModel* catalogue() { return &catalogue_; }
    [[nodiscard]] SyncController* sync() { return sync_.get(); }
    [[nodiscard]] AttachmentController* attachments() { return attachments_.get(); }
    [[nodiscard]] CarrierController* carrier() { return carrier_.get(); }
    [[nodiscard]] StorageModel* storage() { return &storage_; }
    [[nodiscard]] Diagnostics* diagnostics() { return diagnostics_.get(); }
    [[nodiscard]] ShownPhotos* photos() { return &photos_; }
    [[nodiscard]] ShownOrder* order() { return &order_; }
    [[nodiscard]] ShownHazard* hazard() { return &hazard_; }
    [[nodiscard]] ShownSlip* slip() { return &slip_; }
    [[nodiscard]] OutboxModel* outbox() { return &outbox_; }
    [[nodiscard]] ReceiptsModel* receipts() { return &receipts_; }
    [[nodiscard]] RescueModel* rescued() { return &rescued_; }
    [[nodiscard]] ConflictsModel* conflicts() { return &conflicts_; }
    [[nodiscard]] ParallelsModel* parallels() { return &parallels_; }
    [[nodiscard]] DuplicatesModel* duplicates() { return &duplicates_; }
    [[nodiscard]] LateModel* late() { return &late_; }
    [[nodiscard]] TakeOut* takeOut() { return &takeOut_; }
    [[nodiscard]] ImportForm* visitImport() { return &visitImport_; }
    [[nodiscard]] QString scopeNews() const;
    [[nodiscard]] QString leavingGrid() const;
    [[nodiscard]] bool isCounted() const { return counts_.has_value(); }
    [[nodiscard]] int households() const { return counted(&GridCounts::households); }
    [[nodiscard]] int residents() const { return counted(&GridCounts::residents); }
    [[nodiscard]] int householdsMet() const { return counted(&GridCounts::householdsMet); }
    [[nodiscard]] int visits() const { return counted(&GridCounts::visits); }
    [[nodiscard]] int openNeeds() const { return counted(&GridCounts::openNeeds); }
    [[nodiscard]] int openHazards() const { return counted(&GridCounts::openHazards); }

    /// One of the app's main pages; emits pageOpened().
    Q_INVOKABLE void openPage(qiaomen::Workspace::Page page) { emit pageOpened(page); }
    /// The place in that row of `places`; emits placeOpened().
    Q_INVOKABLE void openPlace(int row);
    /// Emits householdOpened(); `household` shows it.
    Q_INVOKABLE void openHousehold(const QString& householdId);
    /// The photos of a hazard; emits photosOpened(). `photos` shows them.
    Q_INVOKABLE void openPhotos(const QString& hazardId);
    /// Begins (or goes on with, from its draft) a visit; emits visitBegun(). The form lives until the next visit is begun.
    Q_INVOKABLE void beginVisit(const QString& householdId);
    /// Likewise for the household's own fields; emits householdEdited().
    Q_INVOKABLE void editHousehold(const QString& householdId);
    /// Begins (or goes on with) a need or a hazard without a visit; emits findingBegun(). The form lives until the next one.
    Q_INVOKABLE void beginNeed(const QString& householdId);
    Q_INVOKABLE void beginHazard(const QString& householdId);
    /// A hazard of a place that is nobody's, in the current grid: a stairwell, a yard.
    Q_INVOKABLE void beginHazardAt(const QString& place);
    /// A door order; emits orderOpened(). `order` shows it.
    Q_INVOKABLE void openOrder(const QString& orderId);
    /// Begins (or goes on with) a door order of a household; emits orderBegun(). Saved, it is opened.
    Q_INVOKABLE void beginOrder(const QString& householdId);
    /// Begins (or goes on with) a step of an order, a code of order_step.act; emits orderStepBegun().
    Q_INVOKABLE void beginOrderStep(const QString& orderId, const QString& act);
    /// What was done about a hazard; emits hazardOpened(). `hazard` shows it.
    Q_INVOKABLE void openHazard(const QString& hazardId);
    /// Likewise for a step of a hazard, a code of hazard_step.act; emits hazardStepBegun().
    Q_INVOKABLE void beginHazardStep(const QString& hazardId, const QString& act);
    /// The current grid's contact card as a slip; emits slipOpened(). `slip` shows it, as every slip that is made.
    Q_INVOKABLE void openContactCard();
    /// The current grid as a workbook; emits takeOutOpened(). `takeOut` writes it.
    Q_INVOKABLE void openTakeOut();
    /// The office's visits from a workbook; emits importOpened(). `visitImport` reads it.
    Q_INVOKABLE void openImport();
    /// Begins a look at a masked number: beginReveal("resident", id, "id_number"); emits revealBegun(). Nothing is shown yet.
    Q_INVOKABLE void beginReveal(const QString& collection, const QString& recordId, const QString& field);
    /// Begins (or goes on with) writing down who came or went; emits moveBegun(). The form lives until the next one.
    Q_INVOKABLE void beginMove(const QString& householdId, qiaomen::MoveForm::Kind kind);
    /// Likewise: a new household behind a door of the current grid.
    Q_INVOKABLE void beginMoveIn(const QString& dwellingId);
    /// A lease, a trade or a certificate of the household, or with an empty id a new one; emits anchorEdited().
    Q_INVOKABLE void editAnchor(const QString& householdId, const QString& anchorId);
    /// Nobody was at home, written down at once; emits visitSaved().
    Q_INVOKABLE void noteNotHome(const QString& householdId, bool cardLeft);
    /// Takes back a visit that this device saved: emits visitUndone(), or failed().
    Q_INVOKABLE void undoVisit(const QString& visitId);
    /// Likewise a move; emits actUndone().
    Q_INVOKABLE void undoMove(const QString& moveId);
    /// Takes back what actSaved() told last: emits actUndone(), or failed().
    Q_INVOKABLE void undoAct();

    /// The news of grids was read.
    Q_INVOKABLE void acknowledgeScope();
    /// Nothing more is written in the grid that was taken: what is a draft there goes to those who hold it now.
    Q_INVOKABLE void handOverDrafts();

    /// Writes drafts now: the app goes to the background, or is about to end.
    Q_INVOKABLE void flush();

    /// For the engine's AttachmentImages.
    [[nodiscard]] const std::shared_ptr<ImageSessions>& images() const { return images_; }
    [[nodiscard]] const std::vector<GridSession*>& sessions() const { return sessions_; }
    [[nodiscard]] GridSession* currentSession() const { return current_; }
    [[nodiscard]] StoreExecutor& executor() { return executor_; }

signals:
    void gridChanged();
    void scopeChanged();
    /// Pages that show something of a grid must let go of it now.
    void gridLeaves();
    void countsChanged();
    void pageOpened(qiaomen::Workspace::Page page);
    void placeOpened();
    void householdOpened(const QString& householdId);
    void photosOpened(const QString& hazardId);
    void visitBegun(qiaomen::VisitForm* form);
    void householdEdited(qiaomen::HouseholdForm* form);
    void findingBegun(qiaomen::FindingForm* form);
    void findingSaved(const QString& summary);
    void orderOpened(const QString& orderId);
    void orderBegun(qiaomen::DoorOrderForm* form);
    void orderStepBegun(qiaomen::OrderStepForm* form);
    void hazardOpened(const QString& hazardId);
    void hazardStepBegun(qiaomen::HazardStepForm* form);
    void slipOpened();
    void takeOutOpened();
    void importOpened();
    /// A step of an order or a hazard was saved or taken back: say so.
    void stepSaved(const QString& summary);
    void moveBegun(qiaomen::MoveForm* form);
    void anchorEdited(qiaomen::AnchorForm* form);
    /// A move or an anchor was saved: say so, and offer undoAct().
    void actSaved(const QString& summary);
    void actUndone(const QString& summary);
    void revealBegun(qiaomen::Reveal* reveal);
    /// What was asked for could not be done; a sentence.
    void failed(const QString& problem);
    /// A visit was saved (by a page or by --drive): say so, with what the form says, and offer undoVisit(visitId).
    void visitSaved(const QString& summary, const QString& visitId);
    void visitUndone(const QString& summary);

private:
    Workspace(DeviceFolder& folder, Options options);
    Outcome openSessions();
    Outcome addSession(const HeldGrid& held);
    void tellSessions();
    void followScope();
    void follow(const std::vector<GivenGrid>& given, const std::map<GridId, GridSyncReport>& grids);
    void leaveWhenDone(const GridId& grid);
    void handOver(GridSession* session);
    void leave(GridSession* session);
    void erase(const GridId& grid);
    void connectSync(Transport& transport);
    void connectAttachments();
    void use(GridSession* session);
    /// Finds the session that holds a record, the current one first, off the UI thread; null to `then` when none does.
    void findSession(CollectionNo collection, const RecordId& record, std::function<void(GridSession*)> then);
    void connectOrders();
    void clearOrders();
    void showSlip(Slip slip);
    template <class Form, class Begun>
    void beginForm(std::unique_ptr<Form>& form, std::unique_ptr<Form> fresh, Begun begun);
    void beginFinding(GridSession& session, FindingForm::Subject subject);
    void told(const RecordId& visitId, const Result<Undone>& outcome);
    void beginMove(GridSession& session, MoveForm::Kind kind, const MoveForm::Subject& subject);
    void undoMove(GridSession& session, const RecordId& move);
    void putBack(GridSession& session, const std::vector<Edit>& edits);
    void count();
    [[nodiscard]] int counted(std::int64_t GridCounts::*of) const {
        return counts_ ? static_cast<int>((*counts_).*of) : 0;
    }
    void speak();
    static CivilDay today(std::int64_t nowMs);

    DeviceFolder& folder_;
    Options options_;
    Vocabulary vocabulary_;
    StoreExecutor executor_;
    Settings settings_;
    std::vector<std::unique_ptr<GridSession>> owned_;
    std::vector<GridSession*> sessions_;
    GridSession* current_ = nullptr;
    GridsModel grids_{this};
    TodayModel today_{settings_, this};
    PlacesModel places_{options_.position, this};
    DoorsModel doors_{this};
    SketchMapModel map_{vocabulary_, this};
    ShownHousehold household_{vocabulary_, this};
    ShownPhotos photos_{vocabulary_, this};
    ShownOrder order_{vocabulary_, this};
    ShownHazard hazard_{vocabulary_, this};
    ShownSlip slip_{executor_, this};
    CatalogueModel catalogue_{executor_, settings_, today(options_.clock()), this};
    SearchModel search_{settings_, catalogue_, this};
    OutboxModel outbox_{executor_, vocabulary_, this};
    StorageModel storage_{folder_.path(), executor_, this};
    ReceiptsModel receipts_{executor_, vocabulary_, this};
    RescueModel rescued_{executor_, vocabulary_, this};
    ConflictsModel conflicts_{executor_, vocabulary_, this};
    ParallelsModel parallels_{executor_, vocabulary_, this};
    DuplicatesModel duplicates_{executor_, vocabulary_, this};
    LateModel late_{executor_, vocabulary_, this};
    TakeOut takeOut_{executor_, vocabulary_, toQt(std::string_view(options_.app)), this};
    ImportForm visitImport_{executor_, vocabulary_, this};
    QStringList arrived_;         ///< names of grids that came since somebody last looked
    QStringList waiting_;         ///< names of grids that wait for what is being written
    std::set<GridId> writtenIn_;  ///< where a form was opened since the app started
    std::unique_ptr<SwitchedTransport> switched_;
    std::unique_ptr<SyncController> sync_;
    std::unique_ptr<AttachmentController> attachments_;
    std::unique_ptr<CarrierController> carrier_;
    std::unique_ptr<Diagnostics> diagnostics_;
    std::shared_ptr<ImageSessions> images_ = std::make_shared<ImageSessions>();
    std::unique_ptr<VisitForm> visit_;
    std::unique_ptr<HouseholdForm> householdForm_;
    std::unique_ptr<FindingForm> finding_;
    std::unique_ptr<DoorOrderForm> orderForm_;
    std::unique_ptr<OrderStepForm> orderStep_;
    std::unique_ptr<HazardStepForm> hazardStep_;
    std::unique_ptr<MoveForm> move_;
    std::unique_ptr<AnchorForm> anchor_;
    std::function<void()> undoAct_;  ///< what takes back the latest move or anchor
    std::unique_ptr<Reveal> reveal_;
    std::optional<GridCounts> counts_;
    NewestQuestion asked_;
};

}  // namespace qiaomen
