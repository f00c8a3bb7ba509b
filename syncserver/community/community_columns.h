// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/domain/codes.h"
#include "syncserver/community/community_rows.h"

namespace qiaomen {

/// The columns of a community's office files, each described once: what it is called, what may stand in it, and which member
/// of the row it fills. Reader, writer, importer and generator share these tables; a new column is one line here and one
/// member in community_rows.h.
///
///     grids.csv        one line per grid
///     households.csv   one line per door: the dwelling, and the household behind it if there is one
///     residents.csv    one line per person
///
/// The order of columns is free, further columns are ignored, and only those marked `required` must be there.

/// What may stand in a cell, and what becomes of it.
enum class Format {
    text,   ///< anything
    word,   ///< one word of the column: its Chinese label, its code, or another word for it; becomes the code
    words,  ///< several of them, separated by 、 or ， or ; or | or blanks; become codes separated by one space
    date,  ///< 1950-03-21, 1950/3/21, 1950.3.21, 19500321, 1950年3月21日, not after today; the day, or month and day, may be missing
    number,   ///< a whole number of up to six digits, perhaps negative; 3层, 3楼, 3F are read as 3
    decimal,  ///< a number with a decimal point, not negative
    phone,  ///< mobile or landline with area code; of several (、 / ， ； blank) the first is taken, the others reported
    idNumber,    ///< 18 characters by GB 11643-1999
    gridCode,    ///< 12-digit community code + kind digit + 3 digits
    quietHours,  ///< 12:00-14:30、21:00-07:00
};

/// Another word that offices use for a code.
struct OtherWord {
    std::string_view word;
    std::string_view code;
};

/// GB/T 4761 counts sons- and daughters-in-law among sons and daughters, and parents-in-law among parents.
inline constexpr OtherWord kRelationWords[] = {
    {"本人", "0"},   {"夫", "1"},     {"妻", "1"},   {"丈夫", "1"}, {"妻子", "1"},   {"子", "2"},       {"独生子", "2"},
    {"长子", "2"},   {"次子", "2"},   {"三子", "2"}, {"四子", "2"}, {"养子", "2"},   {"继子", "2"},     {"女婿", "2"},
    {"女", "3"},     {"独生女", "3"}, {"长女", "3"}, {"次女", "3"}, {"三女", "3"},   {"四女", "3"},     {"养女", "3"},
    {"继女", "3"},   {"儿媳", "3"},   {"孙子", "4"}, {"孙女", "4"}, {"外孙", "4"},   {"外孙子", "4"},   {"外孙女", "4"},
    {"曾孙", "4"},   {"父", "5"},     {"母", "5"},   {"父亲", "5"}, {"母亲", "5"},   {"公公", "5"},     {"婆婆", "5"},
    {"岳父", "5"},   {"岳母", "5"},   {"祖父", "6"}, {"祖母", "6"}, {"爷爷", "6"},   {"奶奶", "6"},     {"外祖父", "6"},
    {"外祖母", "6"}, {"外公", "6"},   {"外婆", "6"}, {"兄", "7"},   {"弟", "7"},     {"姐", "7"},       {"妹", "7"},
    {"哥哥", "7"},   {"弟弟", "7"},   {"姐姐", "7"}, {"妹妹", "7"}, {"非亲属", "8"}, {"其他亲属", "8"}, {"合租", "8"},
    {"租客", "8"},   {"侄子", "8"},   {"侄女", "8"}, {"外甥", "8"}, {"外甥女", "8"}, {"孙媳妇", "4"},   {"保姆", "8"},
    {"同住", "8"}};
inline constexpr OtherWord kSexWords[] = {{"男性", "1"}, {"女性", "2"}, {"M", "1"}, {"F", "2"}};
inline constexpr OtherWord kPopulationWords[] = {
    {"常住人口", "permanent"}, {"户籍人口", "registered"}, {"户籍", "registered"},
    {"流入人口", "inflow"},    {"流动人口", "inflow"},     {"外来人口", "inflow"},
    {"流出人口", "outflow"},   {"外出务工", "outflow"},    {"寄住人口", "lodger"}};
inline constexpr OtherWord kRegisterWords[] = {
    {"农业户口", "agricultural"}, {"农业户籍", "agricultural"},       {"农村", "agricultural"},
    {"非农", "non_agricultural"}, {"非农业户口", "non_agricultural"}, {"城镇", "non_agricultural"},
    {"集体", "collective"}};
inline constexpr OtherWord kUseWords[] = {{"自住房", "owner"},  {"自用", "owner"},   {"租赁", "let"},
                                          {"出租房", "let"},    {"空房", "vacant"},  {"空置房", "vacant"},
                                          {"商铺", "business"}, {"经营", "business"}};
inline constexpr OtherWord kCareWords[] = {
    {"独居", "elder_alone"},  {"空巢", "elder_couple"},   {"空巢老人", "elder_couple"},
    {"高龄", "very_old"},     {"留守", "left_behind"},    {"残疾", "disabled"},
    {"低保户", "low_income"}, {"低保对象", "low_income"}, {"特困人员", "special_hardship"},
    {"退伍军人", "veteran"},  {"慢病", "chronic"},        {"孕妇", "pregnant"}};
inline constexpr OtherWord kHouseholdTagWords[] = {
    {"低保", "low_income"}, {"特困", "special_hardship"}, {"军人家庭", "military_family"}};
inline constexpr OtherWord kGridKindWords[] = {{"基础", "base"}, {"专属", "special"}};

/// What a column is called and holds. `Row` is GridRow, HouseholdRow or ResidentRow.
template <class Row>
struct Column {
    std::string_view name;        ///< the header we write
    std::string_view otherNames;  ///< headers we understand as well, separated by "|"
    std::string Row::*cell;
    Format format = Format::text;
    bool required = false;              ///< the column must be there
    bool filled = false;                ///< and no cell of it may be empty
    std::span<const Choice> choices{};  ///< of words
    std::span<const OtherWord> otherWords{};
};

inline constexpr Column<GridRow> kGridColumns[] = {
    {"网格编码", "网格代码|网格编号", &GridRow::code, Format::gridCode, true, true},
    {"网格名称", "网格|网格名", &GridRow::name, Format::text, true, true},
    {"网格类型", "类型", &GridRow::kind, Format::word, false, false, codes::kGridKind, kGridKindWords},
    {"村民组/居民组", "组别|村民组|居民组|村(居)民组", &GridRow::group},
    {"社区", "所属社区|社区名称|村(社区)", &GridRow::community},
    {"四至范围", "网格范围|范围|四至", &GridRow::boundary},
    {"规划户数", "户数|计划户数", &GridRow::plannedHouseholds, Format::number},
    {"网格员", "网格员姓名|网格管理员|B岗", &GridRow::worker},
    {"窗口人员", "窗口工作人员|A岗", &GridRow::clerk},
    {"网格电话", "网格员电话|联系电话|电话", &GridRow::phone, Format::phone},
};

inline constexpr Column<HouseholdRow> kHouseholdColumns[] = {
    {"户号", "户编号|家庭编号|户口簿编号", &HouseholdRow::number, Format::text, true},
    {"网格编码", "网格代码|所属网格编码|所属网格", &HouseholdRow::gridCode, Format::gridCode, true, true},
    {"小区/路名", "小区|小区名称|路名|街路巷|自然村", &HouseholdRow::estate},
    {"门牌号", "门牌|门号", &HouseholdRow::gate},
    {"楼栋", "栋|幢|楼号|栋号|楼栋号", &HouseholdRow::building},
    {"单元", "单元号", &HouseholdRow::unit},
    {"楼层", "层|所在楼层", &HouseholdRow::floor, Format::number},
    {"室", "室号|房号|房间号", &HouseholdRow::room},
    {"村民组", "村民小组|组|组别", &HouseholdRow::villageGroup},
    {"户主", "户主姓名", &HouseholdRow::headName, Format::text, true},
    {"户籍类型", "户口性质|户籍性质|户别|户口类型", &HouseholdRow::registerKind, Format::word, true, false,
     codes::kRegister, kRegisterWords},
    {"房屋用途", "用途|房屋状态|居住情况", &HouseholdRow::use, Format::word, false, false, codes::kDwellingUse,
     kUseWords},
    {"面积", "建筑面积|房屋面积", &HouseholdRow::area, Format::decimal},
    {"产权人", "房主|房东|业主", &HouseholdRow::owner},
    {"产权人电话", "房主电话|房东电话|业主电话", &HouseholdRow::ownerPhone, Format::phone},
    {"联系电话", "电话|户主电话|家庭电话", &HouseholdRow::phone, Format::phone},
    {"联系方式", "首选联系方式", &HouseholdRow::contactWay, Format::word, false, false, codes::kContactWay},
    {"户标签", "家庭标签|家庭类型|标签", &HouseholdRow::tags, Format::words, false, false, codes::kHouseholdTags,
     kHouseholdTagWords},
    {"勿扰时段", "安静时段|免打扰时段", &HouseholdRow::quietHours, Format::quietHours},
    {"不再询问", "勿再询问", &HouseholdRow::doNotAsk},
    {"备注", "说明", &HouseholdRow::note},
};

inline constexpr Column<ResidentRow> kResidentColumns[] = {
    {"户号", "户编号|家庭编号|户口簿编号", &ResidentRow::householdNumber, Format::text, true, true},
    {"姓名", "居民姓名|成员姓名", &ResidentRow::name, Format::text, true, true},
    {"性别", "", &ResidentRow::sex, Format::word, true, false, codes::kSex, kSexWords},
    {"出生日期", "出生年月日|出生年月|生日", &ResidentRow::birthDate, Format::date},
    {"身份证号", "身份证号码|公民身份号码|证件号码|身份证", &ResidentRow::idNumber, Format::idNumber, true},
    {"无证原因", "无身份证原因|无证件原因", &ResidentRow::noIdReason},
    {"与户主关系", "关系|家庭关系|与户主的关系", &ResidentRow::relation, Format::word, true, true, codes::kRelation,
     kRelationWords},
    {"电话", "联系电话|手机|手机号|手机号码|联系方式", &ResidentRow::phone, Format::phone},
    {"人口类别", "人员类别|人口类型|人口性质", &ResidentRow::population, Format::word, true, true, codes::kPopulation,
     kPopulationWords},
    {"民族", "", &ResidentRow::nation},
    {"工作单位", "单位|就业单位|工作(学习)单位", &ResidentRow::workUnit},
    {"户籍地", "户籍地址|户籍所在地|户口所在地", &ResidentRow::registerPlace},
    {"标签", "关爱标签|人员标签|特殊人群", &ResidentRow::careTags, Format::words, false, false, codes::kCareTags,
     kCareWords},
    {"入住日期", "来此居住日期|迁入日期", &ResidentRow::livesHereFrom, Format::date},
};

/// The table that belongs to a row type, and the file it stands in.
template <class Row>
struct OfficeFile;
template <>
struct OfficeFile<GridRow> {
    static constexpr std::string_view kName = "grids.csv";
    static constexpr std::span<const Column<GridRow>> kColumns = kGridColumns;
};
template <>
struct OfficeFile<HouseholdRow> {
    static constexpr std::string_view kName = "households.csv";
    static constexpr std::span<const Column<HouseholdRow>> kColumns = kHouseholdColumns;
};
template <>
struct OfficeFile<ResidentRow> {
    static constexpr std::string_view kName = "residents.csv";
    static constexpr std::span<const Column<ResidentRow>> kColumns = kResidentColumns;
};

}  // namespace qiaomen
