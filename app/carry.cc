#include "app/carry.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/files_kept.h"
#include "ledger/check.h"
#include "ledger/link_tables.h"

namespace vs::app {
namespace {

constexpr std::size_t events_at_once = 1'000;

// It becomes a part of addresses, of names of keys and of what is signed.
bool plain_name(const std::string& id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, plain);
}

}  // namespace

ledger::WorkspaceRow exported_in(ledger::Store& container) {
  auto rows = container.workspaces();
  if (rows.size() != 1) throw ledger::StoreFailure("the folder is no whole export: it must hold one workspace");
  if (!plain_name(rows[0].id)) throw ledger::StoreFailure("the folder is no export: its workspace has an odd name");
  if (const auto damage = ledger::check_ledger(container, rows[0].id).damage)
    throw ledger::StoreFailure("event " + std::to_string(damage->sequence) + " of the export: " + damage->what);
  return std::move(rows[0]);
}

ledger::Frontier copy_events(const Move& m) {
  const auto [there, root] = m.to.head(m.workspace);
  ledger::Frontier tree;
  ledger::Append part;
  const auto write = [&] {
    part.workspace = m.workspace, part.size = tree.size(), part.root = tree.root();
    m.to.commit({part});
    part = {};
  };
  m.from.each_event(m.workspace, 0, [&](ledger::StoredEvent&& e) {
    if (e.sequence != tree.size() + 1 || ledger::leaf_hash(e.nonce, e.bytes) != e.leaf)
      throw ledger::StoreFailure("event " + std::to_string(tree.size() + 1) + " of the workspace is damaged");
    tree.append(e.leaf);
    if (tree.size() == there && tree.root() != root)
      throw ledger::StoreFailure("another ledger stands here under the same name");
    if (tree.size() <= there) return;
    part.events.push_back(std::move(e));
    if (part.events.size() == events_at_once) write();
  });
  if (!part.events.empty()) write();
  const auto [size, wanted] = m.from.head(m.workspace);
  if (size != tree.size() || wanted != tree.root()) throw ledger::StoreFailure("the ledger is cut short");
  return tree;
}

void copy_words(const Move& m) {
  ledger::Append part;
  part.workspace = m.workspace;
  const auto write = [&](std::size_t least) {
    if (part.vault.size() + part.answers.size() < least) return;
    m.to.commit({part});
    part.vault.clear(), part.answers.clear();
  };
  m.from.each_vault_row(m.workspace, [&](ledger::VaultRow&& row) {
    if (!m.to.vault_row(m.workspace, row.ref)) part.vault.push_back(std::move(row));
    write(events_at_once);
  });
  // What the first answers said stays behind, as in backups: that a command was carried out is enough.
  m.from.each_answer(m.workspace, [&](ledger::CommandAnswer&& answer) {
    answer.body = "{}";
    if (!m.to.answer(m.workspace, answer.key)) part.answers.push_back(std::move(answer));
    write(events_at_once);
  });
  write(1);
}

void copy_tables(const Move& m) {
  std::uint64_t bytes = 0;
  for (const auto& digest : m.from.blobs(m.workspace)) {
    const auto blob = m.from.blob(m.workspace, digest);
    if (!blob) continue;
    m.to.put_blob(m.workspace, *blob);
    bytes += blob->bytes.size();
  }
  note_bytes_kept(m.to, m.workspace, bytes);
  for (const auto& link : m.from.links().links_of(m.workspace))
    if (!m.to.links().link(link.digest)) m.to.links().put_link(link);
  std::set<std::string> known;  // putting one of these would bring back what was revoked here
  for (const auto& token : m.to.tokens()) known.insert(token.id);
  for (const auto& token : m.from.tokens())
    if (token.workspace == m.workspace && !known.contains(token.id)) m.to.put_token(token);
  if (auto note = m.from.checkpoint(m.workspace)) m.to.put_checkpoint(m.workspace, m.to.head(m.workspace).first, *note);
}

void copy_senders(const Move& m, const std::vector<std::string>& contacts) {
  for (const auto& contact : contacts)
    for (const auto& file : files_sent_by(m.from, m.workspace, contact))
      if (m.to.blob(m.workspace, file)) note_sent(m.to, m.workspace, contact, file);
}

std::vector<std::string> copy_logins(const Move& m, const std::vector<std::string>& people) {
  std::vector<std::string> copied;
  for (const auto& id : people) {
    const auto login = m.from.user(id);
    if (!login || m.to.user(id)) continue;
    if (m.to.user_by_email(login->email)) {
      std::fprintf(stderr, "somebody else signs in here with the address of %s: their login was left out\n",
                   id.c_str());
      continue;
    }
    m.to.put_user(*login);
    for (const auto& [key, value] : m.from.settings(id)) m.to.put_setting(id, key, value);
    copied.push_back(id);
  }
  return copied;
}

}  // namespace vs::app
