// Reading a zip archive that came from outside, within bounds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/zip.h"

namespace vs::app {

/// Its files; nothing when it is none, is damaged, or unpacks to more than these many bytes.
std::optional<std::vector<ZipEntry>> unzip(const std::string& bytes, std::size_t most);

}  // namespace vs::app
