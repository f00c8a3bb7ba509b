// SPDX-License-Identifier: Apache-2.0
#include "mobile/catalogue_model.h"

#include <QAbstractItemModelTester>

#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

TEST_CASE("At a door an item is found by initials, opened, and says all that is missing at once", "[catalogue]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    CatalogueModel& catalogue = *app.workspace().catalogue();
    QAbstractItemModelTester strict(&catalogue, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(catalogue.isLoading());
    catalogue.load();
    waitUntil([&] { return catalogue.count() == 75; });
    CHECK_FALSE(catalogue.isLoading());
    catalogue.setQuery("gljt");
    REQUIRE(catalogue.count() == 1);
    catalogue.open(catalogue.index(0).data(CatalogueModel::CodeRole).toString());
    CHECK(catalogue.itemName() == "Allowance for the very old");
    CHECK(catalogue.publicities().size() == 6);
    CHECK(catalogue.publicityLabels().size() == 6);
    CHECK(catalogue.steps().size() == catalogue.stepCards().size());
    REQUIRE(catalogue.missing().size() == 3);
    catalogue.toggleInHand(0);
    catalogue.toggleInHand(99);
    CHECK(catalogue.missing() == QStringList{"Own bank or social security card", "Recent passport photo"});
    CHECK(catalogue.inHand() == QStringList{"1", "0", "0"});
    catalogue.toggleInHand(0);
    CHECK(catalogue.missing().size() == 3);

    catalogue.setQuery("");
    catalogue.setCategory("culture");
    CHECK(catalogue.count() == 3);
    app.workspace().settings()->setLanguage("zh_CN");
    CHECK(catalogue.itemName() == text("高龄津贴申请"));
    catalogue.open("no such item");
    CHECK(catalogue.itemName().isEmpty());
    CHECK(catalogue.missing().isEmpty());
}

}  // namespace qiaomen::tests
