// SPDX-License-Identifier: Apache-2.0
//
// A photo's way from one worker's app to another's: two whole apps without their windows, a real server process, real files.
#include <atomic>

#include "mobile/attachment_images.h"
#include "mobile/text.h"
#include "shared/client/http_attachment_way.h"
#include "shared/client/http_transport.h"
#include "shared/domain/collections.h"
#include "tests/mobile/office.h"
#include "tests/mobile/pictures.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// The app of a worker, with the network switched off at first.
struct OfflineApp {
    DeviceFolder device;
    std::unique_ptr<HttpTransport> transport;
    std::unique_ptr<HttpAttachmentWay> way;
    Network network = Network::metered;
    std::unique_ptr<Workspace> workspace;

    OfflineApp(const Office& office, const std::string& name)
        : device(ok(DeviceFolder::open(office.folder / name, allCollections(), systemClock(), systemRandom()))) {
        ok(device.enrol(ok(readEnrolment(office.folder / (name + ".json")))));
        const HttpOptions options{device.enrolment()->server, device.enrolment()->token, {}};
        transport = std::make_unique<HttpTransport>(options);
        way = std::make_unique<HttpAttachmentWay>(options);
        workspace = ok(Workspace::open(device, transport.get(),
                                       {.offline = true,
                                        .position = {},
                                        .random = systemRandom(),
                                        .clock = systemClock(),
                                        .app = "journey",
                                        .attachments = way.get(),
                                        .network = [this] { return network; }}));
    }
    AttachmentController& attachments() { return *workspace->attachments(); }
    AttachmentStore& store() { return *ok(workspace->currentSession()->attachments()); }
    /// The network is there; waits until records have gone and photos were looked at after them.
    void syncs() {
        std::atomic<bool> ran = false;
        const auto connection = QObject::connect(&attachments(), &AttachmentController::runEnded, [&] { ran = true; });
        workspace->sync()->setNetworkOn(true);
        workspace->sync()->syncNow();
        waitUntil([&] { return ran && workspace->sync()->onlyHereCount() == 0; });
        QObject::disconnect(connection);
    }
};

/// Photographs a hazard in the stairwell; its id.
QString photographs(OfflineApp& app, const QUrl& picture) {
    FindingForm* form = nullptr;
    bool saved = false;
    QObject::connect(app.workspace.get(), &Workspace::findingBegun, [&](FindingForm* begun) { form = begun; });
    QObject::connect(app.workspace.get(), &Workspace::findingSaved, [&] { saved = true; });
    app.workspace->beginHazardAt(text("3栋，2单元"));
    waitUntil([&] { return form && form->isReady(); });
    form->hazard()->setKind("fire_passage");
    form->hazard()->setRisk("general");
    form->hazard()->photos()->add(picture, "before");
    waitUntil([&] { return form->problem().isEmpty(); });
    const QString id = toQt(form->hazard()->record());
    form->save();
    waitUntil([&] { return saved; });
    return id;
}

QVariant first(ShownPhotos& photos, int role) { return photos.index(0).data(role); }

}  // namespace

TEST_CASE(
    "Alice photographs a hazard without a network; Bob's phone has the thumbnail after both have synced, and the "
    "original when he asks for it",
    "[photos][journey]") {
    const Office office;
    OfflineApp hers(office, "alice"), his(office, "bob");
    const QString hazard = photographs(hers, pictureFile(office.folder.path(), "camera.jpg", Qt::red));
    waitUntil([&] { return hers.attachments().onlyHere() == 1; });
    CHECK(hers.attachments().words() == "1 photo(s) only on this phone");

    // Over mobile data the photo's thumbnail is sent, and the photo itself waits.
    hers.syncs();
    CHECK(ok(hers.store().standing()).onlyHere == 1);
    his.syncs();
    ShownPhotos& photos = *his.workspace->photos();
    his.workspace->openPhotos(hazard);
    waitUntil([&] { return photos.isReady() && photos.count() == 1; });
    waitUntil([&] { return first(photos, ShownPhotos::ThumbnailRole).toString() != ""; });
    CHECK(first(photos, ShownPhotos::ImageRole).toString() == "");
    CHECK(first(photos, ShownPhotos::ByRole).toString() == "alice");
    CHECK(his.attachments().notHere() == 1);

    // He asks too early: the centre does not have it yet, and his phone says so.
    photos.fetch(0);
    waitUntil([&] { return first(photos, ShownPhotos::AbsentRole).toBool(); });
    CHECK_FALSE(first(photos, ShownPhotos::FetchingRole).toBool());

    // Alice comes home, where there is Wi-Fi: now the photo is safe.
    hers.network = Network::unmetered;
    hers.syncs();
    waitUntil([&] { return hers.attachments().onlyHere() == 0; });
    CHECK(ok(hers.store().standing()).onlyHere == 0);

    photos.fetch(0);
    waitUntil([&] { return first(photos, ShownPhotos::ImageRole).toString() != ""; });
    const auto image = ok(his.store().named()).at(0);
    CHECK(ok(his.store().read(image.hash)) == ok(hers.store().read(image.hash)));
    CHECK(ok(readImage(his.store(), image.hash, QSize(400, 400))).size() == QSize(400, 300));
    waitUntil([&] { return his.attachments().notHere() == 0; });
    waitUntil([&] { return his.attachments().words() == "All photos are safe"; });
}

TEST_CASE("While the network is switched off no photo leaves the phone", "[photos][journey]") {
    const Office office;
    OfflineApp hers(office, "alice"), his(office, "bob");
    hers.network = his.network = Network::unmetered;
    const QString hazard = photographs(hers, pictureFile(office.folder.path(), "camera.jpg", Qt::red));
    hers.workspace->sync()->syncNow();
    waitUntil([&] { return hers.attachments().onlyHere() == 1 && hers.workspace->sync()->roundsBegun() > 0; });
    CHECK_FALSE(hers.attachments().isMoving());
    hers.syncs();
    waitUntil([&] { return hers.attachments().onlyHere() == 0; });
    his.syncs();
    waitUntil([&] { return his.attachments().onlyHere() == 0; });
    CHECK(ok(his.store().standing()).notHere == 0);  // unmetered: the original came by itself
}

TEST_CASE("With the setting, originals travel over mobile data, too", "[photos][journey]") {
    const Office office;
    OfflineApp hers(office, "alice");
    photographs(hers, pictureFile(office.folder.path(), "camera.jpg", Qt::red));
    hers.workspace->settings()->setOriginalsOverMobile(true);
    hers.syncs();
    waitUntil([&] { return hers.attachments().onlyHere() == 0; });
    CHECK(ok(hers.store().standing()).onlyHere == 0);
}

}  // namespace qiaomen::tests
