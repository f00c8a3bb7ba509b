// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_address.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace qiaomen {

namespace {

const DoorForms kDoor({.estate = "锦绣花园",
                       .building = "3栋",
                       .unit = "2",
                       .room = "402",
                       .villageGroup = "",
                       .gate = "",
                       .address = "锦绣花园3栋2单元402室"});
const DoorForms kHouse({.estate = "",
                        .building = "",
                        .unit = "",
                        .room = "",
                        .villageGroup = "柳湾村民组",
                        .gate = "17号",
                        .address = "柳湾村民组17号"});

bool meansDoor(std::string_view text) {
    const std::string neutral[] = {"烔炀社区"};
    return kDoor.fits(addressForm(text), neutral);
}

}  // namespace

TEST_CASE("A door in town is meant by every way of writing its address", "[sheets][address]") {
    const auto text = GENERATE(as<std::string>{}, "锦绣花园3栋2单元402室", "锦绣花园3栋2单元402", "3栋2单元402",
                               "3-2-402", "3－2－402", "3#2-402", "3幢402", "3号楼2单元402", "三栋二单元402",
                               "锦绣花园 3 栋 2 单元 4 楼 02 室", "烔炀社区锦绣花园3-2-402", "烔炀社区3-2-0402",
                               "３栋２单元４０２", "肥西县烔炀镇锦绣花园3栋2单元402室");
    INFO(text);
    CHECK(meansDoor(text));
}

TEST_CASE("Another door is not meant", "[sheets][address]") {
    const auto text = GENERATE(as<std::string>{}, "", "锦绣花园", "3栋", "3-2-403", "2-3-402", "3-2-4021",
                               "滨河小区3栋2单元402室", "402", "3栋1单元402室", "柳湾村民组402号");
    INFO(text);
    CHECK_FALSE(meansDoor(text));
}

TEST_CASE("A house in a village is meant by its group and number", "[sheets][address]") {
    for (const char* text : {"柳湾村民组17号", "柳湾组17号", "柳湾17号", "柳湾村民小组17", "17号"})
        CHECK(kHouse.fits(addressForm(text)));
    for (const char* text : {"柳湾村民组7号", "桃园村民组17号", "柳湾村民组"})
        CHECK_FALSE(kHouse.fits(addressForm(text)));
}

TEST_CASE("Numbers within names are part of the address on both sides", "[sheets][address]") {
    const DoorForms old({.estate = "第二纺织厂宿舍",
                         .building = "5",
                         .unit = "1",
                         .room = "12A",
                         .villageGroup = "",
                         .gate = "",
                         .address = "第二纺织厂宿舍5栋1单元12A室"});
    CHECK(old.fits(addressForm("第二纺织厂宿舍5栋1单元12a")));
    CHECK(old.fits(addressForm("5-1-12A")));
    const DoorForms phase({.estate = "阳光城2期",
                           .building = "B座",
                           .unit = "",
                           .room = "1203",
                           .villageGroup = "",
                           .gate = "",
                           .address = "阳光城2期B座1203室"});
    CHECK(phase.fits(addressForm("阳光城2期B座1203")));
    CHECK(phase.fits(addressForm("B座1203")));
}

}  // namespace qiaomen
