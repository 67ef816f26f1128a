// Checkpoints, proofs and receipts over the API (docs/proofs.md). All of them wait for the disk and sign: they run
// beside the threads that answer.
#include <boost/json/serialize.hpp>

#include <charconv>

#include "app/api_call.h"
#include "app/evidence.h"
#include "app/files.h"
#include "app/policy.h"
#include "app/proving.h"
#include "ledger/proof.h"

namespace vs::app {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t n = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), n);
  return bad == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional(n) : std::nullopt;
}

http::Response as_json(const json::Value& value) {
  return {200, "application/json", boost::json::serialize(value), {}, {}};
}

ledger::Subtrees subtrees_of(House& house, const std::string& workspace, const ledger::Tree& tree) {
  return {tree, [&house, workspace](std::uint64_t first, std::size_t count) {
            return house.store().leaves(workspace, first + 1, count);
          }};
}

json::Array texts(const std::vector<ledger::Verifier>& keys) {
  json::Array out;
  for (const auto& key : keys) out.emplace_back(key.text());
  return out;
}

}  // namespace

bool Api::proofs(Call& call) {
  const std::string what = call.part(0), more = call.part(1);
  if (what == "checkpoint" && call.parts() == 1) return checkpoint(call), true;
  if (what == "checkpoint" && more == "keys" && call.parts() == 2) return checkpoint_keys(call), true;
  if (what == "checkpoint" && more == "consistency" && call.parts() == 2) return consistency(call), true;
  if (what == "proof" && call.parts() == 2) return proof(call), true;
  const bool of_past = call.request.query.contains("as_of");
  if (what == "authorizations" && call.part(2) == "receipt" && call.parts() == 3 && !of_past)
    return receipt(call), true;
  const bool wants_json = call.request.header("accept").starts_with("application/json");
  const bool has_evidence = (what == "requests" && !wants_json) || what == "authorizations";
  if (has_evidence && call.part(2) == "evidence" && call.parts() == 3 && !of_past) return evidence(call), true;
  return false;
}

void Api::prove(Call& call, std::function<http::Response(const engine::Workspace&, const http::Request&)> answer) {
  slow_.answer(call.respond, [this, answer = std::move(answer), request = call.request,
                              workspace = call.workspace](const http::Respond& respond) {
    try {
      respond(answer(*house_.engine().workspace(workspace), request));
    } catch (const std::exception&) {
      respond(http::problem(RefusalKind::busy, "no_proof", "The proof could not be made just now.", "Try again."));
    }
  });
}

void Api::checkpoint(Call& call) {
  prove(call, [this](const engine::Workspace& ws, const http::Request& request) -> http::Response {
    const auto at = checkpoints_->now(ws);
    if (request.header("accept").starts_with("text/plain")) return {200, "text/plain; charset=utf-8", at.note, {}, {}};
    return as_json({{"origin", at.checkpoint.origin},
                    {"size", at.checkpoint.size},
                    {"root", ledger::hex(at.checkpoint.root)},
                    {"note", at.note}});
  });
}

void Api::checkpoint_keys(Call& call) {
  prove(call, [this](const engine::Workspace& ws, const http::Request&) {
    return as_json({{"keys", texts(checkpoints_->keys(ws))}});
  });
}

void Api::consistency(Call& call) {
  const auto ask = call.ask();
  const auto from = number(ask.param("from")), to = number(ask.param("to"));
  if (!from || (ask.params.contains("to") && !to))
    return call.refuse(RefusalKind::malformed, "bad_size", "`from` and `to` are sizes of the ledger.",
                       "Write from=1200, the size in your checkpoint.");
  prove(call, [this, from = *from, to](const engine::Workspace& ws, const http::Request&) {
    const auto at = checkpoints_->now(ws);
    const auto last = to.value_or(at.checkpoint.size);
    if (from > last || last > at.checkpoint.size)
      return http::problem(RefusalKind::rule, "beyond_the_ledger",
                           "The ledger has " + std::to_string(at.checkpoint.size) + " events.",
                           "Ask for sizes up to that, the smaller one as `from`.");
    auto subtrees = subtrees_of(house_, ws.id, at.tree);
    json::Array path;
    for (const auto& each : ledger::consistency_path(from, last, subtrees)) path.emplace_back(ledger::base64(each));
    return as_json({{"origin", at.checkpoint.origin},
                    {"from", from},
                    {"to", last},
                    {"path", std::move(path)},
                    {"checkpoint", at.note}});
  });
}

void Api::proof(Call& call) {
  if (!policy::allows("proof.item", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  const auto sequence = number(call.part(1));
  prove(call, [this, sequence](const engine::Workspace& ws, const http::Request&) {
    const auto at = checkpoints_->now(ws);
    const bool there = sequence && *sequence >= 1 && *sequence <= at.checkpoint.size;
    const auto stored = there ? house_.store().event(ws.id, *sequence) : std::nullopt;
    if (!stored) return http::problem(RefusalKind::not_found, "not_found", "There is no such event.");
    auto subtrees = subtrees_of(house_, ws.id, at.tree);
    auto out = proved_event(*stored, ledger::inclusion_path(*sequence - 1, at.checkpoint.size, subtrees));
    out["checkpoint"] = at.note;
    out["keys"] = texts(checkpoints_->keys(ws));
    return as_json(out);
  });
}

void Api::evidence(Call& call) {
  const auto collection = call.part(0);
  if (!policy::allows(collection + ".evidence", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  auto ask = call.ask();
  ask.id = call.part(1);
  prove(call, [this, ask, collection](const engine::Workspace& ws, const http::Request&) {
    auto pack = evidence_pack(house_, *checkpoints_, ws.id, collection, ask);
    if (!pack) return http::problem(pack.error());
    http::Response out{200, "application/zip", std::move(*pack), {}, {}};
    out.headers.emplace_back("Content-Disposition", attachment("evidence-" + ask.id.substr(0, 12) + ".zip"));
    return out;
  });
}

void Api::receipt(Call& call) {
  if (!policy::allows("authorizations.receipt", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  auto ask = call.ask();
  ask.id = call.part(1);
  prove(call, [this, ask](const engine::Workspace& ws, const http::Request&) {
    const auto receipt = proved_receipt(house_, *checkpoints_, ws.id, ask);
    if (!receipt) return http::problem(receipt.error());
    return http::Response{200, "application/json", *receipt, {}, {}};
  });
}

}  // namespace vs::app
