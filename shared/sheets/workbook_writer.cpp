// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/workbook_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include "shared/sheets/workbook_reader.h"

namespace qiaomen {

namespace {

constexpr std::size_t kLongestName = 31;      ///< characters of a sheet's name
constexpr std::size_t kLongestText = 32'767;  ///< characters of a cell

/// The first `most` characters.
std::string_view beginning(std::string_view text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (starts && characters++ == most) return text.substr(0, at);
    }
    return text;
}

bool isFull(int error) { return error == ENOSPC || error == EDQUOT || error == EFBIG; }

}  // namespace

struct WorkbookWriter::Book {
    struct Sheet {
        lxw_worksheet* sheet = nullptr;
        std::size_t columns = 0;
        std::uint64_t rows = 0;
        std::uint64_t filled = 0;  ///< of them; a row without a cell is not in the file
        bool head = false;

        [[nodiscard]] lxw_row_t next() const { return static_cast<lxw_row_t>(rows + (head ? 1 : 0)); }
    };

    std::filesystem::path file;
    std::string folder, footer;
    lxw_workbook* book = nullptr;
    lxw_format *head = nullptr, *bold = nullptr, *text = nullptr, *wrapped = nullptr, *day = nullptr, *moment = nullptr;
    std::vector<Sheet> sheets;
    std::set<std::string> names;
    int failed = 0;  ///< an errno; the first thing that went wrong

    void fail(int error) {
        if (failed == 0) failed = error != 0 ? error : EIO;
    }
    [[nodiscard]] Error error() const {
        const bool full = isFull(failed);
        const Fault fault = full ? Fault::full : failed == ENOENT ? Fault::missing : Fault::broken;
        return {fault, file.filename().string() + ": " + (full ? "the disk is full" : std::strerror(failed))};
    }

    void makeFormats() {
        for (lxw_format** format : {&head, &bold, &text, &wrapped, &day, &moment}) {
            *format = workbook_add_format(book);
            format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
        }
        format_set_bold(head);
        format_set_bg_color(head, 0xE3EDE9);
        format_set_bottom(head, LXW_BORDER_THIN);
        format_set_text_wrap(head);
        format_set_bold(bold);
        format_set_text_wrap(wrapped);
        format_set_num_format(day, "yyyy-mm-dd");
        format_set_align(day, LXW_ALIGN_LEFT);
        format_set_num_format(moment, "yyyy-mm-dd hh:mm");
        format_set_align(moment, LXW_ALIGN_LEFT);
    }

    std::string freeName(std::string_view wish) {
        const std::string name = sheetName(wish);
        std::string free = name;
        for (int number = 2; !names.insert(free).second; ++number) {
            const std::string mark = " " + std::to_string(number);
            free = std::string(beginning(name, kLongestName - mark.size())) + mark;
        }
        return free;
    }

    std::size_t add(std::string_view name, std::span<const SheetColumn> columns, bool withHead) {
        Sheet added{workbook_add_worksheet(book, freeName(name).c_str()), columns.size(), 0, 0, withHead};
        if (!added.sheet) fail(errno);
        sheets.push_back(added);
        if (!added.sheet) return sheets.size() - 1;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at);
            worksheet_set_column(added.sheet, column, column, columns[at].width, columns[at].wraps ? wrapped : text);
            if (withHead) worksheet_write_string(added.sheet, 0, column, columns[at].head.c_str(), head);
        }
        worksheet_set_landscape(added.sheet);
        worksheet_set_paper(added.sheet, 9);  // A4
        worksheet_fit_to_pages(added.sheet, 1, 0);
        worksheet_set_footer(added.sheet, footer.c_str());
        if (withHead) worksheet_freeze_panes(added.sheet, 1, 0);
        if (withHead) worksheet_repeat_rows(added.sheet, 0, 0);
        return sheets.size() - 1;
    }

    /// False when there is nothing to write.
    bool write(const Sheet& sheet, lxw_col_t column, const SheetValue& value, lxw_format* asked) {
        const lxw_row_t row = sheet.next();
        lxw_error error = LXW_NO_ERROR;
        if (const auto* words = std::get_if<std::string>(&value)) {
            const std::string kept(beginning(*words, kLongestText));
            if (kept.empty()) return false;
            error = worksheet_write_string(sheet.sheet, row, column, kept.c_str(), asked);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            error = worksheet_write_number(sheet.sheet, row, column, static_cast<double>(*whole), asked);
        } else if (const auto* real = std::get_if<double>(&value)) {
            error = worksheet_write_number(sheet.sheet, row, column, *real, asked);
        } else if (const auto* when = std::get_if<SheetMoment>(&value)) {
            lxw_datetime date{
                when->year, when->month, when->day, std::max(when->minute, 0) / 60, std::max(when->minute, 0) % 60, 0};
            error = worksheet_write_datetime(sheet.sheet, row, column, &date, when->minute < 0 ? day : moment);
        } else {
            return false;
        }
        if (error != LXW_NO_ERROR) fail(error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE ? E2BIG : errno);
        return true;
    }

    void writeRow(std::size_t number, std::span<const SheetValue> cells, lxw_format* asked) {
        Sheet& sheet = sheets[number];
        if (!sheet.sheet) return;
        bool any = false;
        for (std::size_t at = 0; at < cells.size(); ++at)
            any = write(sheet, static_cast<lxw_col_t>(at), cells[at], asked) || any;
        ++sheet.rows;
        sheet.filled += any ? 1 : 0;
        if (std::ferror(sheet.sheet->optimize_tmpfile) != 0) fail(errno);
    }

    /// The library does not look whether its temporary files could be written.
    void flush() {
        for (const Sheet& sheet : sheets) {
            errno = 0;
            if (sheet.sheet && std::fflush(sheet.sheet->optimize_tmpfile) != 0) fail(errno);
        }
    }

    void close() {
        for (const Sheet& sheet : sheets) {
            if (!sheet.sheet || !sheet.head || sheet.columns == 0) continue;
            worksheet_autofilter(sheet.sheet, 0, 0, static_cast<lxw_row_t>(sheet.rows),
                                 static_cast<lxw_col_t>(sheet.columns - 1));
        }
        flush();
        errno = 0;
        const lxw_error error = workbook_close(std::exchange(book, nullptr));
        if (error != LXW_NO_ERROR) fail(errno);
    }

    /// Whether everything that was written is in the file.
    [[nodiscard]] bool isWhole() const {
        const std::vector<std::uint64_t> counts = countRows(file, sheets.size());
        if (counts.size() != sheets.size()) return false;
        return std::ranges::equal(counts, sheets, [](std::uint64_t count, const Sheet& sheet) {
            return count >= sheet.filled + (sheet.head ? 1 : 0);
        });
    }
};

Result<std::unique_ptr<WorkbookWriter>> WorkbookWriter::create(const std::filesystem::path& file,
                                                               const Options& options) {
    auto book = std::make_unique<Book>();
    book->file = file;
    book->folder = file.parent_path().string();
    book->footer = options.footer;
    lxw_workbook_options manner{};
    manner.constant_memory = LXW_TRUE;
    manner.tmpdir = book->folder.data();
    book->book = workbook_new_opt(file.c_str(), &manner);
    if (!book->book) return Error{Fault::broken, file.filename().string() + ": there is not enough memory"};
    std::string title = options.title, author = options.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    workbook_set_properties(book->book, &properties);
    book->makeFormats();
    return std::unique_ptr<WorkbookWriter>(new WorkbookWriter(std::move(book)));
}

WorkbookWriter::WorkbookWriter(std::unique_ptr<Book> book) : book_(std::move(book)) {}

WorkbookWriter::~WorkbookWriter() {
    if (book_->book) lxw_workbook_free(book_->book);
}

std::size_t WorkbookWriter::beginTable(std::string_view name, std::span<const SheetColumn> columns) {
    return book_->add(name, columns, true);
}

std::size_t WorkbookWriter::beginNotes(std::string_view name, std::span<const SheetColumn> columns) {
    return book_->add(name, columns, false);
}

void WorkbookWriter::row(std::size_t sheet, std::span<const SheetValue> cells) {
    book_->writeRow(sheet, cells, nullptr);
}

void WorkbookWriter::heading(std::size_t sheet, std::span<const SheetValue> cells) {
    book_->writeRow(sheet, cells, book_->bold);
}

std::uint64_t WorkbookWriter::rows(std::size_t sheet) const { return book_->sheets[sheet].rows; }

bool WorkbookWriter::hasFailed() const { return book_->failed != 0; }

Outcome WorkbookWriter::finish() {
    if (book_->failed == 0) book_->close();
    if (book_->failed == 0 && !book_->isWhole()) book_->fail(ENOSPC);
    if (book_->failed != 0) return book_->error();
    return Done{};
}

std::string sheetName(std::string_view wish) {
    std::string name;
    for (const char letter : wish)
        name += std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos ? letter : ' ';
    name = beginning(name, kLongestName);
    return name.empty() ? "Sheet" : name;
}

}  // namespace qiaomen
