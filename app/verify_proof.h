// Checking documents that left the house: receipts and records with a `proof` (docs/proofs.md). Needs no server, no
// network and no data folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/witness_note.h"
#include "kernel/context.h"
#include "kernel/json.h"
#include "ledger/note.h"

namespace vs::app {

/// What the reader knows from elsewhere.
struct Trust {
  std::vector<ledger::Verifier> keys;            ///< empty: believe the keys in the document
  std::optional<ledger::Checkpoint> checkpoint;  ///< one that was obtained another day or way
  std::uint64_t consistency_from = 0, consistency_to = 0;
  std::vector<ledger::Hash> consistency;  ///< path between the two
  std::vector<WitnessKey> witnesses;      ///< whose word counts
};

/// An event that is shown to stand in the ledger.
struct ProvedEvent {
  std::uint64_t sequence = 0;
  std::string bytes, type;
  Meta meta;
};

/// Words that are shown to be those that an event is bound to.
struct OpenedWords {
  std::string ref, words;
};

/// What was found out about a document.
struct Verdict {
  std::string wrong;              ///< "" when all is well: then what was proved follows
  std::uint64_t first_wrong = 0;  ///< sequence of the first bad event, where one is
  ledger::Checkpoint checkpoint;
  std::string signed_with;  ///< verifier key
  bool key_was_known = false;
  std::string witness;  ///< who cosigned the beginning of this ledger, if anybody known did
  std::uint64_t witnessed_size = 0;
  Instant witnessed_at;
  std::vector<ProvedEvent> events;
  std::vector<OpenedWords> words;
};

/// Checks signature, inclusion of each event, opened words, and that the house stands for the document as it is.
Verdict verify_document(const json::Value& document, const Trust&);

/// Reads the answer of `GET /checkpoint/consistency` or a note into what the reader knows; false when it is neither.
bool know(Trust&, const std::string& bytes);

/// Folds the proved events as the program would and holds the receipt against the result: what it says that the
/// customer permitted follows from what is proved. The first member that differs, or nothing.
std::optional<std::string> disagreement(const json::Object& receipt, const Verdict&);

}  // namespace vs::app
