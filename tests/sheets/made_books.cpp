// SPDX-License-Identifier: Apache-2.0
#include "tests/sheets/made_books.h"

#include <zip.h>

#include <fstream>
#include <iterator>

#include "tests/support/temp_folder.h"

namespace qiaomen::tests {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string zipOf(const Parts& parts) {
    const TempFolder folder;
    const auto file = folder.path() / "made.zip";
    int error = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, &error);
    for (const auto& [name, content] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    return bytesOf(file);
}

Parts bookParts(const std::string& sheet, const std::string& texts) {
    constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Parts parts{
        {"xl/workbook.xml",
         std::string(kHead) +
             "<workbook xmlns:r=\"r\"><sheets><sheet name=\"走访\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         std::string(kHead) +
             "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", std::string(kHead) + "<worksheet>" + sheet + "</worksheet>"}};
    if (!texts.empty()) parts.emplace_back("xl/sharedStrings.xml", std::string(kHead) + "<sst>" + texts + "</sst>");
    return parts;
}

}  // namespace qiaomen::tests
