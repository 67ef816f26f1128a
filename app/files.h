// Uploaded files: told by their content, stored once by digest, encrypted under a key of their own.
#pragma once

#include "app/house.h"

namespace vs::app {

inline constexpr std::size_t file_bytes_most = 10 * 1024 * 1024;
/// Of all files of a workspace.
inline constexpr std::uint64_t files_bytes_most = 20ull * 1024 * 1024 * 1024;

struct StoredFile {
  std::string id, name, type;
  std::size_t size = 0;
};

/// Stores the bytes, pictures without what their cameras noted. Refuses what is too large, of a kind that does not
/// belong here, or not what its name or the sender's `declared` media type says.
Result<StoredFile> store_file(House&, const std::string& workspace, const std::string& name, const std::string& bytes,
                              const std::string& declared = {});

/// The same for a file that a customer sends in: it is theirs, also when nothing comes of what it was sent for.
Result<StoredFile> store_sent_file(House&, const std::string& workspace, const std::string& contact,
                                   const std::string& name, const std::string& bytes);

struct OpenedFile {
  StoredFile file;
  std::string bytes;
};
Result<OpenedFile> open_file(House&, const std::string& workspace, const std::string& id);

/// `attachment` with the name in both spellings that browsers read (RFC 6266).
std::string attachment(const std::string& name);

}  // namespace vs::app
