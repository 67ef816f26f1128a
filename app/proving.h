// Proofs that leave the house: events of the ledger with their inclusion proofs, under a signed checkpoint, with the
// words and salts that open what a document shows. The format stands in docs/proofs.md; whoever holds such a document
// needs nothing else to check it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/checkpoints.h"
#include "app/statement.h"

namespace vs::app {

/// What is proved: these events, and what of the document is taken from them.
struct Proving {
  std::set<std::uint64_t> sequences;
  const json::Value& document;
};

/// The member `proof` of a document: checkpoint, keys, events with paths, opened words, and the statement by which
/// the house stands for the document itself. Only words that the document shows are opened.
/// Waits until all is durable; not for the writer's own thread.
json::Object proof_of(House&, Checkpoints&, const engine::Workspace&, const Proving&);

/// One event with its path, as it stands in `events` of a proof.
json::Object proved_event(const ledger::StoredEvent&, const std::vector<ledger::Hash>& path);

/// The answer of the query `authorizations/{id}/receipt` to this question, with its proof. Waits; not for the
/// writer's own thread.
Result<std::string> proved_receipt(House&, Checkpoints&, const std::string& workspace, const Ask&);

}  // namespace vs::app
