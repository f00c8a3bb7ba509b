// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/names.h"

#include <array>

namespace qiaomen {

namespace {

struct Surname {
    std::string_view text;
    int weight;  ///< persons in about 10,000
};

constexpr Surname kSurnames[] = {
    {"王", 725}, {"李", 719}, {"张", 683}, {"刘", 539}, {"陈", 453}, {"杨", 308}, {"赵", 229}, {"黄", 223}, {"周", 212},
    {"吴", 205}, {"徐", 166}, {"孙", 154}, {"胡", 131}, {"朱", 126}, {"高", 121}, {"林", 118}, {"何", 117}, {"郭", 115},
    {"马", 109}, {"罗", 86},  {"梁", 84},  {"宋", 81},  {"郑", 78},  {"谢", 72},  {"韩", 68},  {"唐", 65},  {"冯", 64},
    {"于", 62},  {"董", 61},  {"萧", 59},  {"程", 57},  {"曹", 57},  {"袁", 54},  {"邓", 54},  {"许", 54},  {"傅", 51},
    {"沈", 50},  {"曾", 50},  {"彭", 49},  {"吕", 47},  {"苏", 47},  {"卢", 47},  {"蒋", 47},  {"蔡", 46},  {"贾", 42},
    {"丁", 42},  {"魏", 42},  {"薛", 41},  {"叶", 41},  {"阎", 38},  {"余", 37},  {"潘", 37},  {"杜", 37},  {"戴", 34},
    {"夏", 34},  {"钟", 34},  {"汪", 34},  {"田", 34},  {"任", 33},  {"姜", 33},  {"范", 32},  {"方", 31},  {"石", 31},
    {"姚", 30},  {"谭", 30},  {"廖", 30},  {"邹", 29},  {"熊", 28},  {"金", 28},  {"陆", 27},  {"欧阳", 7}, {"上官", 2},
    {"司徒", 2}, {"诸葛", 1}};

/// A character of three bytes in UTF-8; a table of them is one string.
constexpr std::size_t kCharacter = 3;

/// Given names of one sex and time: one character alone (`single`, with this chance in percent), or one of `first` and one of
/// `second`.
struct Fashion {
    int untilYear;
    int singlePercent;
    std::string_view single;
    std::string_view first;
    std::string_view second;
};

constexpr Fashion kMen[] = {
    {1959, 8, "根福贵宝祥", "国建德永正金有学长家文明志玉世光传兆庆", "华福贵才生发根财安林山海富云明祥田友堂清"},
    {1979, 22, "军勇强斌伟刚辉峰涛波平明俊健", "建国志卫红小文学海晓永光新宏爱家正俊",
     "军国华民明平强东林斌峰生文武波兵勇江"},
    {1999, 30, "磊鹏涛杰浩超伟俊凯波飞龙亮鑫", "志文俊海晓家明子伟永小天思泽振宏成",
     "鹏杰龙辉飞超涛伟强峰宇凯亮阳斌文浩"},
    {2100, 14, "睿轩昊晨泽宸毅朗", "子浩梓宇俊一奕明天博嘉皓沐思景瑾", "轩涵宇辰睿泽豪然阳杰航晨博熙诚霖"}};

constexpr Fashion kWomen[] = {
    {1959, 8, "英兰芳珍莲", "秀桂玉凤兰翠月素金桃菊春巧腊爱", "英兰珍芳花莲香云梅华荣霞琴凤娥"},
    {1979, 20, "红霞燕敏丽萍芳娟玲静梅琴", "丽小晓春红秀海美玉爱艳建桂冬", "华萍霞红梅芳琴英玲丽娟燕琼云平"},
    {1999, 30, "婷静雪丹敏倩莉娜慧玲颖洁", "婷雅思晓雨文佳玉梦小丽欣慧海雪", "婷静雪娟琳敏莹洁玲倩慧瑶蕾怡丽"},
    {2100, 14, "萱妍瑶彤涵悦琪", "梓雨欣子诗思一语佳可若沐芷艺奕", "涵萱彤妍怡琪瑶桐悦轩晴宁汐诺菲"}};

constexpr std::string_view kRareCharacters[] = {"䶮", "𠮷", "㛃", "堃", "喆", "淼", "昇", "祎"};

std::string_view character(SeededRandom& random, std::string_view table) {
    return table.substr(
        static_cast<std::size_t>(random.below(static_cast<int>(table.size() / kCharacter))) * kCharacter, kCharacter);
}

}  // namespace

std::string_view surname(SeededRandom& random) { return random.pickWeighted(kSurnames).text; }

std::string givenName(SeededRandom& random, Sex sex, int birthYear) {
    const auto& fashions = sex == Sex::male ? kMen : kWomen;
    const Fashion* fashion = fashions;
    while (birthYear > fashion->untilYear) ++fashion;
    constexpr int kRarePerMille = 4;
    if (random.percent(fashion->singlePercent)) return std::string(character(random, fashion->single));
    std::string name(character(random, fashion->first));
    const auto second = random.perMille(kRarePerMille) ? random.pick(kRareCharacters)
                                                       : character(random, fashion->second);
    return name.append(second);
}

}  // namespace qiaomen
