// What a house notes about files beside them: how much a workspace keeps, and what its customers sent in.
#pragma once

#include "ledger/store.h"

namespace vs::app {

/// Bytes of all files of a workspace, sealed.
std::uint64_t bytes_kept(ledger::Store&, const std::string& workspace);
void note_bytes_kept(ledger::Store&, const std::string& workspace, std::uint64_t bytes);

/// That a customer sent in this file, whatever becomes of it.
void note_sent(ledger::Store&, const std::string& workspace, const std::string& contact, const std::string& file);
/// Ids of all files that the customer ever sent in.
std::vector<std::string> files_sent_by(ledger::Store&, const std::string& workspace, const std::string& contact);

}  // namespace vs::app
