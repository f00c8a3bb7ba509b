// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/cell_problem.h"

namespace qiaomen {

namespace {

/// One fault in words. "%f" stands for what was found, "%e" for what was expected.
struct Wording {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
};

Wording wording(CellFault fault) {
    switch (fault) {
        case CellFault::notReadable: return {"notReadable", "文件打不开：%e", "the file cannot be read: %e"};
        case CellFault::workbook:
            return {"workbook", "这是Excel工作簿，请另存为CSV文件后再导入",
                    "this is an Excel workbook: save it as CSV and import that"};
        case CellFault::oldWorkbook:
            return {"oldWorkbook", "这是旧版（.xls）或加了密码的工作簿，请去掉密码并另存为.xlsx后再导入",
                    "this is an old workbook (.xls) or one with a password: save it as .xlsx without a password"};
        case CellFault::damaged:
            return {"damaged", "工作簿已损坏，读不完整（%e）；请在Excel中打开并另存一份后再导入",
                    "the workbook is damaged (%e): open it in Excel and save a copy"};
        case CellFault::tooLarge:
            return {"tooLarge", "文件过大，最多可导入%e；请分成几个文件",
                    "the file is too large, at most %e can be taken in: divide it into several files"};
        case CellFault::noTable: return {"noTable", "没有找到含有这些列的工作表：%e", "no sheet has these columns: %e"};
        case CellFault::encoding:
            return {"encoding", "第%e个字符处的字节%f既不是UTF-8也不是GB18030",
                    "byte %f at character %e is neither UTF-8 nor GB18030"};
        case CellFault::missingColumn:
            return {"missingColumn", "缺少这一列（列名可写作：%e）", "the column is missing (it may be called: %e)"};
        case CellFault::repeatedColumn: return {"repeatedColumn", "这一列出现了两次", "the column appears twice"};
        case CellFault::unclosedQuote: return {"unclosedQuote", "引号没有结束", "a quotation mark is never closed"};
        case CellFault::textAfterQuote:
            return {"textAfterQuote", "结束引号之后还有文字：“%f”", "text after the closing quotation mark: \"%f\""};
        case CellFault::tooManyCells:
            return {"tooManyCells", "内容比表头多，多出的是：“%f”",
                    "more cells than headers; the first one too many: \"%f\""};
        case CellFault::empty: return {"empty", "不能为空", "must not be empty"};
        case CellFault::unknownWord: return {"unknownWord", "“%f”不在可填的词里：%e", "\"%f\" is not one of: %e"};
        case CellFault::date: return {"date", "日期有误：“%f”", "not a date: \"%f\""};
        case CellFault::future: return {"future", "日期在今天之后：“%f”", "the date is after today: \"%f\""};
        case CellFault::moment: return {"moment", "时间看不懂：“%f”，可写作%e", "not a date: \"%f\"; write it as %e"};
        case CellFault::way: return {"way", "方式“%f”不在可填的词里：%e", "\"%f\" is no way of a visit: %e"};
        case CellFault::tooLong:
            return {"tooLong", "文字过长，最多%e个字", "the text is too long: at most %e characters"};
        case CellFault::number: return {"number", "应为%e之间的整数：“%f”", "must be a whole number in %e: \"%f\""};
        case CellFault::gridCode:
            return {"gridCode", "网格编码应为12位社区编码、1位类型和3位序号：“%f”",
                    "a grid code is a 12-digit community code, a kind digit and 3 digits: \"%f\""};
        case CellFault::phone: return {"phone", "电话号码有误：“%f”", "not a telephone number: \"%f\""};
        case CellFault::furtherPhones:
            return {"furtherPhones", "只导入了第一个号码，以下未导入：%e",
                    "only the first number was taken; left out: %e"};
        case CellFault::quietHours:
            return {"quietHours", "安静时段应写作12:00-14:30：“%f”", "quiet hours are written 12:00-14:30: \"%f\""};
        case CellFault::idNumberLength:
            return {"idNumberLength", "身份证号应为18位：“%f”", "an identity number has 18 characters: \"%f\""};
        case CellFault::idNumberCharacter:
            return {"idNumberCharacter", "身份证号前17位应为数字，末位应为数字或X：“%f”",
                    "an identity number is 17 digits and a digit or X: \"%f\""};
        case CellFault::idNumberDate:
            return {"idNumberDate", "身份证号中的出生日期不存在：“%f”",
                    "the birth date inside the identity number does not exist: \"%f\""};
        case CellFault::idNumberCheck:
            return {"idNumberCheck", "身份证号校验位不符，可能有一位写错：“%f”",
                    "the identity number's check digit does not match, probably one digit is wrong: \"%f\""};
        case CellFault::idNumberBirth:
            return {"idNumberBirth", "出生日期“%f”与身份证号中的%e不一致",
                    "the birth date \"%f\" differs from the identity number's %e"};
        case CellFault::idNumberSex:
            return {"idNumberSex", "性别“%f”与身份证号所示的“%e”不一致",
                    "the sex \"%f\" differs from the identity number's \"%e\""};
        case CellFault::unknownGrid:
            return {"unknownGrid", "网格表中没有这个网格：“%f”", "no such grid in the grids file: \"%f\""};
        case CellFault::unknownHousehold:
            return {"unknownHousehold", "户表中没有这个户号，或该户那一行有误：“%f”",
                    "no such household in the households file, or its line was refused: \"%f\""};
        case CellFault::repeated: return {"repeated", "与第%e行重复：“%f”", "the same as line %e: \"%f\""};
    }
    return {};
}

std::string fill(std::string_view pattern, const CellProblem& problem) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%' && i + 1 < pattern.size()) {
            text += pattern[++i] == 'f' ? problem.found : problem.expected;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace

bool isRemark(CellFault fault) { return fault == CellFault::furtherPhones; }

std::string_view name(CellFault fault) { return wording(fault).name; }

std::string chineseReason(const CellProblem& problem) { return fill(wording(problem.fault).zh, problem); }

std::string englishReason(const CellProblem& problem) { return fill(wording(problem.fault).en, problem); }

std::string chinese(const CellProblem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += " 第" + std::to_string(problem.line) + "行";
    if (!problem.column.empty()) text += "“" + problem.column + "”";
    return text + "：" + chineseReason(problem);
}

std::string english(const CellProblem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += " line " + std::to_string(problem.line);
    if (!problem.column.empty()) text += " \"" + problem.column + "\"";
    return text + ": " + englishReason(problem);
}

}  // namespace qiaomen
