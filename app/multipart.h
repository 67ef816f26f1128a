// Forms that carry files (`multipart/form-data`), read by a library made for messages.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vs::app {

struct Upload {
  std::string field, name, bytes;
};

struct Multipart {
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<Upload> files;  ///< without those that were left empty
};

/// Nothing when the body is not what the content type says.
std::optional<Multipart> read_multipart(const std::string& content_type, const std::string& body);

}  // namespace vs::app
