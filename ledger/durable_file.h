// Small files: read whole, and there whole after a power cut or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vs::ledger {

/// Puts these bytes in the place of the file, readable by its owner only; throws StoreFailure.
void write_durably(const std::filesystem::path& file, std::string_view bytes);
/// The same, but leaves alone what is there already.
void make_durably(const std::filesystem::path& file, std::string_view bytes);
/// All bytes of a file; "" when there is none that can be read.
std::string content_of(const std::filesystem::path& file);
/// Makes the names of this folder durable, of new files and of renamed ones; throws StoreFailure.
void sync_folder(const std::filesystem::path& folder);

}  // namespace vs::ledger
