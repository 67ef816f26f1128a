// What the house signs of a document: all of it, in one way to write it.
#pragma once

#include <string>
#include <string_view>

#include "kernel/json_value.h"
#include "ledger/note.h"

namespace vs::app {

/// RFC 8785: no white space, members sorted by name. What a statement's digest is taken of.
std::string canonical(const json::Value&);
/// Base64 of SHA-256.
std::string digest64(std::string_view bytes);

/// What the house signs of a document with its proof, all of it but the statement itself.
std::string statement_of(const ledger::Checkpoint&, const json::Value& document);

}  // namespace vs::app
