// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/read_community.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>

#include "syncserver/community/cell_format.h"
#include "syncserver/community/make_community.h"
#include "syncserver/community/write_community.h"

using namespace qiaomen;

namespace {

constexpr std::string_view kToday = "2026-11-22";
const std::string kGrid = "9901011000011001";

/// A folder that is gone when the test is over.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("community-" + std::to_string(std::random_device()()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }
    void put(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

private:
    std::filesystem::path path_;
};

std::string residents(const std::string& lines) {
    return "户号,姓名,性别,出生日期,身份证号,无证原因,与户主关系,电话,人口类别,标签\n" + lines;
}

CellProblem onlyProblem(const std::string& line) {
    const auto read = readResidents(residents(line), kToday);
    INFO(line);
    CHECK(read.rows.empty());
    REQUIRE(read.problems.size() == 1);
    return read.problems.front();
}

Community withoutLines(Community community) {
    for (auto& row : community.grids) row.line = 0;
    for (auto& row : community.households) row.line = 0;
    for (auto& row : community.residents) row.line = 0;
    return community;
}

}  // namespace

TEST_CASE("One bad line is reported with line, column and reason, and her neighbours are read", "[community][import]") {
    const auto read = readResidents(residents("1,王芳,女,1949-12-31,11010519491231002X,,户主,,常住,\n"
                                              "1,李强,男,1950-02-30,,不愿提供,配偶,,常住,\n"
                                              "2,赵敏,女,2001/5/6,,不愿提供,户主,,流入,残疾、慢病\n"),
                                    kToday);
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].name == "王芳");
    CHECK(read.rows[1].careTags == "disabled chronic");
    CHECK(read.rows[1].line == 4);
    REQUIRE(read.problems.size() == 1);
    CHECK(chinese(read.problems[0]) == "residents.csv 第3行“出生日期”：日期有误：“1950-02-30”");
    CHECK(english(read.problems[0]) == "residents.csv line 3 \"出生日期\": not a date: \"1950-02-30\"");
    CHECK(name(read.problems[0].fault) == "date");
}

TEST_CASE("Each mistake in a resident's line has its own reason", "[community][import]") {
    const auto faultOf = [](const std::string& line) { return onlyProblem(line).fault; };
    CHECK(faultOf(",王芳,女,1949-12-31,,不愿提供,户主,,常住,\n") == CellFault::empty);
    CHECK(faultOf("1,王芳,女子,1949-12-31,,不愿提供,户主,,常住,\n") == CellFault::unknownWord);
    CHECK(faultOf("1,王芳,女,2027-01-01,,不愿提供,户主,,常住,\n") == CellFault::future);
    CHECK(faultOf("1,王芳,女,1949-12-31,110105194912310021,,户主,,常住,\n") == CellFault::idNumberCheck);
    CHECK(faultOf("1,王芳,女,1949-12-31,1.10105E+17,,户主,,常住,\n") == CellFault::idNumberLength);
    CHECK(faultOf("1,王芳,女,1949-12-31,1101051949123100-X,,户主,,常住,\n") == CellFault::idNumberCharacter);
    CHECK(faultOf("1,王芳,女,1949-12-31,110105194913310020,,户主,,常住,\n") == CellFault::idNumberDate);
    CHECK(faultOf("1,王芳,女,1949-12-30,11010519491231002X,,户主,,常住,\n") == CellFault::idNumberBirth);
    CHECK(faultOf("1,王芳,男,1949-12-31,11010519491231002X,,户主,,常住,\n") == CellFault::idNumberSex);
    CHECK(faultOf("1,王芳,女,1949-12-31,,,户主,,常住,\n") == CellFault::empty);
    CHECK(faultOf("1,王芳,女,1949-12-31,,不愿提供,邻居,,常住,\n") == CellFault::unknownWord);
    CHECK(faultOf("1,王芳,女,1949-12-31,,不愿提供,户主,12345,常住,\n") == CellFault::phone);
    CHECK(faultOf("1,王芳,女,1949-12-31,,不愿提供,户主,,常住,外星人\n") == CellFault::unknownWord);
    CHECK(faultOf("1,王芳,女,1949-12-31,,不愿提供,户主,,常住,,多出\n") == CellFault::tooManyCells);
    CHECK(faultOf("1,\"王\"芳,女,1949-12-31,,不愿提供,户主,,常住,\n") == CellFault::textAfterQuote);
}

TEST_CASE("Of several telephone numbers the first is taken, and the office hears of the others",
          "[community][import]") {
    for (const std::string cell :
         {"15400001234/15400005678", "15400001234、154-0000-5678", "15400001234，15400005678",
          "\"15400001234,15400005678\"", "15400001234;15400005678", "15400001234 15400005678"}) {
        INFO(cell);
        const auto read = readResidents(residents("1,王芳,女,1949-12-31,,不愿提供,户主," + cell + ",常住,\n"), kToday);
        REQUIRE(read.rows.size() == 1);
        CHECK(read.rows[0].phone == "15400001234");
        REQUIRE(read.problems.size() == 1);
        CHECK(isRemark(read.problems[0].fault));
        CHECK(read.problems[0].expected == "15400005678");
        CHECK(chinese(read.problems[0]) == "residents.csv 第2行“电话”：只导入了第一个号码，以下未导入：15400005678");
    }
}

TEST_CASE("A further number that is none is reported as it stands; one number in groups is one",
          "[community][import]") {
    const auto read = readResidents(
        residents("1,王芳,女,1949-12-31,,不愿提供,户主,154 0000 1234/打不通 0600-2221234,常住,\n"
                  "1,李强,男,1950-02-03,,不愿提供,配偶,154 0000 5678,常住,\n"),
        kToday);
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[1].phone == "15400005678");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].expected == "打不通、0600-2221234");
}

TEST_CASE("Sons and daughters are understood by all their names", "[community][import]") {
    for (const auto& [word, code] : {std::pair{"子", "2"},
                                     {"儿子", "2"},
                                     {"长子", "2"},
                                     {"次子", "2"},
                                     {"女", "3"},
                                     {"女儿", "3"},
                                     {"长女", "3"},
                                     {"次女", "3"}}) {
        INFO(word);
        const auto read = readResidents(residents("1,王芳,女,1949-12-31,,不愿提供," + std::string(word) + ",,常住,\n"),
                                        kToday);
        REQUIRE(read.rows.size() == 1);
        CHECK(read.rows[0].relation == code);
    }
}

TEST_CASE("The reason names the words that could have been used", "[community][import]") {
    const auto problem = onlyProblem("1,王芳,女,1949-12-31,,不愿提供,户主,,长住,\n");
    CHECK(problem.column == "人口类别");
    CHECK(chineseReason(problem) == "“长住”不在可填的词里：常住、户籍在、流入、流出、寄住");
}

TEST_CASE("Every fault speaks Chinese and English and has a name of its own", "[community][import]") {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(CellFault::repeated); ++i) {
        const CellProblem problem{.file = "f.csv",
                                  .line = 2,
                                  .column = "列",
                                  .fault = static_cast<CellFault>(i),
                                  .found = "甲",
                                  .expected = "乙"};
        CHECK(names.insert(name(problem.fault)).second);
        CHECK_FALSE(name(problem.fault).empty());
        CHECK(chinese(problem).starts_with("f.csv 第2行“列”："));
        CHECK_FALSE(chineseReason(problem).empty());
        CHECK(english(problem).starts_with("f.csv line 2 \"列\": "));
        CHECK(englishReason(problem).find('%') == std::string::npos);
    }
}

TEST_CASE("Offices name, order and decorate their columns as they like", "[community][import]") {
    const auto read = readResidents(
        "晨光社区居民花名册,,,,,,,\r\n"
        "联系电话,*姓名, 身份证号码 （必填）,关系,户编号,性 别,人口类型,血型\r\n"
        "+86 154-0000-1234,　王芳　,'１１０１０５１９４９１２３１００２ｘ,妻子,1,,常住人口,O\r\n",
        kToday);
    REQUIRE(read.problems.empty());
    REQUIRE(read.rows.size() == 1);
    const auto& row = read.rows.front();
    CHECK(row.name == "王芳");
    CHECK(row.phone == "15400001234");
    CHECK(row.idNumber == "11010519491231002X");
    CHECK(row.relation == "1");
    CHECK(row.sex == "2");
    CHECK(row.birthDate == "1949-12-31");
    CHECK(row.population == "permanent");
    CHECK(row.line == 3);
    CHECK(read.ignoredColumns == std::vector<std::string>{"血型"});
}

TEST_CASE("A missing column is named once, with the names it may have", "[community][import]") {
    const auto read = readResidents("户号,姓名,性别,身份证号,与户主关系\n1,王芳,女,,户主\n2,李强,男,,户主\n", kToday);
    CHECK(read.rows.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(chinese(read.problems[0]) ==
          "residents.csv“人口类别”：缺少这一列（列名可写作：人口类别、人员类别、人口类型、人口性质）");
}

TEST_CASE("Two columns that mean the same are refused, for nobody knows which is right", "[community][import]") {
    const auto read = readResidents("户号,姓名,性别,身份证号,与户主关系,人口类别,电话,手机号\n", kToday);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].fault == CellFault::repeatedColumn);
    CHECK(read.problems[0].column == "手机号");
}

TEST_CASE("An empty file misses its columns", "[community][import]") {
    CHECK(readGrids("", kToday).problems.size() == 2);
    CHECK(readGrids("", kToday).problems[0].fault == CellFault::missingColumn);
}

TEST_CASE("A birthday is understood however it is written", "[community][import]") {
    for (const char* text :
         {"1950-03-21", "1950/3/21", "1950.3.21", "19500321", "1950年3月21日", "1950-3-21 00:00:00"}) {
        INFO(text);
        CHECK(normalDate(text) == "1950-03-21");
    }
    CHECK(normalDate("1950年3月") == "1950-03");
    CHECK(normalDate("1950") == "1950");
    for (const char* text :
         {"", "21/3/1950", "1950-13-01", "1950-02-29", "50-3-21", "1650-03-21", "春天", "1950-3-21-1"}) {
        INFO(text);
        CHECK(normalDate(text).empty());
    }
}

TEST_CASE("A door needs an address that leads to it, and a household that can be named", "[community][import]") {
    const auto doors = [](const std::string& line) {
        return readHouseholds(
            "户号,网格编码,小区,门牌号,楼栋,单元,楼层,室,村民组,户主,户籍类型,房屋用途,勿扰时段\n" + line, kToday);
    };
    const auto flat = doors("1," + kGrid +
                            ",柳荫小区,18号,3栋,2单元,6层,602,,王芳,非农,自住,12:00～14:30、21:00至7:00\n");
    REQUIRE(flat.rows.size() == 1);
    CHECK(flat.rows[0].floor == "6");
    CHECK(flat.rows[0].registerKind == "non_agricultural");
    CHECK(flat.rows[0].quietHours == "12:00-14:30 21:00-07:00");

    CHECK(doors("1," + kGrid + ",柳湾村,23号,,,,,第一村民组,王芳,农业,,\n").rows.size() == 1);
    CHECK(doors("," + kGrid + ",柳荫小区,18号,3栋,2单元,6,601,,,,空置,\n").rows.size() == 1);

    CHECK(doors("1," + kGrid + ",柳荫小区,18号,3栋,2单元,6,,,王芳,非农业,,\n").problems.at(0).column == "室");
    CHECK(doors("1," + kGrid + ",,,,,,,第一村民组,王芳,农业,,\n").problems.at(0).column == "门牌号");
    CHECK(doors("," + kGrid + ",柳湾村,23号,,,,,,王芳,农业,自住,\n").problems.at(0).column == "户号");
    CHECK(doors("1," + kGrid + ",柳湾村,23号,,,,,,王芳,农业,自住,中午\n").problems.at(0).fault == CellFault::quietHours);
    CHECK(doors("1,12345,柳湾村,23号,,,,,,王芳,农业,自住,\n").problems.at(0).fault == CellFault::gridCode);
    CHECK(doors("1," + kGrid + ",柳湾村,23号,,,顶层,,,王芳,农业,自住,\n").problems.at(0).fault == CellFault::number);
}

TEST_CASE("Lines that point nowhere or stand there twice are left out, and say which line came first",
          "[community][import]") {
    const Folder folder;
    folder.put("grids.csv", "网格编码,网格名称\n" + kGrid + ",柳湾村网格\n" + kGrid + ",柳湾村网格\n");
    folder.put("households.csv", "户号,网格编码,村民组,门牌号,户主,户籍类型\n1," + kGrid +
                                     ",第一村民组,1号,王芳,农业\n1," + kGrid +
                                     ",第一村民组,2号,李强,农业\n2,9901011000011009,第一村民组,3号,赵敏,农业\n");
    folder.put("residents.csv", residents("1,王芳,女,1949-12-31,11010519491231002X,,户主,,常住,\n"
                                          "1,王芳,女,1949-12-31,11010519491231002x,,户主,,常住,\n"
                                          "2,赵敏,女,2001-05-06,,不愿提供,户主,,常住,\n"));
    const auto reading = readCommunity(folder.path(), kToday);
    CHECK(reading.community.grids.size() == 1);
    CHECK(reading.community.households.size() == 1);
    CHECK(reading.community.residents.size() == 1);
    std::string story;
    for (const auto& problem : reading.problems) story += chinese(problem) + "\n";
    CHECK(story ==
          "grids.csv 第3行“网格编码”：与第2行重复：“9901011000011001”\n"
          "households.csv 第3行“户号”：与第2行重复：“1”\n"
          "households.csv 第4行“网格编码”：网格表中没有这个网格：“9901011000011009”\n"
          "residents.csv 第3行“姓名”：与第2行重复：“王芳”\n"
          "residents.csv 第4行“户号”：户表中没有这个户号，或该户那一行有误：“2”\n");
}

TEST_CASE("A missing file is said so, and the others are still read", "[community][import]") {
    const Folder folder;
    folder.put("grids.csv", "网格编码,网格名称\n" + kGrid + ",柳湾村网格\n");
    const auto reading = readCommunity(folder.path(), kToday);
    CHECK(reading.community.grids.size() == 1);
    REQUIRE(reading.problems.size() == 2);
    CHECK(reading.problems[0].fault == CellFault::notReadable);
    CHECK(reading.problems[0].file == "households.csv");
}

TEST_CASE("A whole community comes back from its files in every encoding", "[community][import]") {
    const auto community = makeCommunity(20);
    for (const auto encoding : {TextEncoding::utf8, TextEncoding::utf8WithMark, TextEncoding::gb18030}) {
        const Folder folder;
        REQUIRE(writeCommunity(community, folder.path() + "/files", encoding).ok());
        const auto reading = readCommunity(folder.path() + "/files", kToday);
        CHECK(reading.problems.empty());
        CHECK(withoutLines(reading.community) == community);
    }
}

TEST_CASE("A folder that cannot be written is an error that names it", "[community][import]") {
    const Folder folder;
    folder.put("taken", "a file where the folder should be");
    const auto written = writeCommunity({}, folder.path() + "/taken", TextEncoding::utf8);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().fault == Fault::refused);
    CHECK(written.error().message.find("taken") != std::string::npos);
}
