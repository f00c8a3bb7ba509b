// SPDX-License-Identifier: Apache-2.0
#include "shared/files/carried_file.h"

#include <sys/stat.h>

namespace qiaomen {

Outcome writeForOthers(const std::filesystem::path& file, std::string_view bytes) {
    Outcome written = writeDurably(file, std::filesystem::path(file).concat(".new"), bytes);
    if (written) (void)::chmod(file.c_str(), 0644);  // a stick's file system may know no owners
    return written;
}

}  // namespace qiaomen
