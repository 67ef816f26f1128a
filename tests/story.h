// Stories: rules of a feature as a person would tell them, run against the real modules without a ledger.
//
//   # A contact may withdraw at any time (R4).
//   at 2026-11-22T09:00:00Z
//   as per_ana program_owner
//   given authorization.recorded {…}              past event, whole; words about people as plain text
//   when authorizations.withdraw aut_1 {…}        a command, the item it addresses, its body
//   tick procedures.due                           or: a watcher looks at the clock
//   then authorization.withdrawn {…}              every event that follows, in order; the JSON may leave out keys
//   refused authorization.none                    or: all codes of the refusal
//   nothing                                       or: accepted without an event
//   see authorizations.item aut_1 {…}             a query; `?k=v` may follow the id
//
// `$id` stands for the item of the last accepted command, "*" for any value.
#pragma once

#include <string>
#include <vector>

#include "engine/registry.h"

namespace vs::story {

/// How the stories of one text went. `text` is the same text with the program's answers where they differ.
struct Report {
  int passed = 0;
  int failed = 0;
  std::vector<std::string> complaints;  ///< `line 12: …`
  std::string text;
};

/// Tells every story of the text to the modules of the registry.
Report tell(const engine::Registry&, const std::string& text);

/// True if `want` is contained in `got`: objects may have more keys, lists are of one length, "*" is anything.
bool contained(const json::Value& want, const json::Value& got);

}  // namespace vs::story
