// Uploaded files: told by their content, stored once by digest, encrypted under a key of their own.
#pragma once

#include "app/house.h"

namespace vs::app {

inline constexpr std::size_t file_bytes_most = 10 * 1024 * 1024;

struct StoredFile {
  std::string id, name, type;
  std::size_t size = 0;
};

/// Stores the bytes. Refuses what is too large or of a kind that does not belong here.
Result<StoredFile> store_file(House&, const std::string& workspace, const std::string& name, const std::string& bytes);

struct OpenedFile {
  StoredFile file;
  std::string bytes;
};
Result<OpenedFile> open_file(House&, const std::string& workspace, const std::string& id);

}  // namespace vs::app
