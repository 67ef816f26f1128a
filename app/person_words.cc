#include "app/person_words.h"

#include <algorithm>
#include <unordered_map>

#include "app/files.h"
#include "app/files_kept.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "ledger/envelope.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

using Vault = std::unordered_map<std::string, ledger::VaultRow>;

Vault vault_of(House& house, const std::string& workspace) {
  Vault vault;
  house.store().each_vault_row(workspace, [&](ledger::VaultRow&& row) {
    auto ref = row.ref;
    vault.emplace(std::move(ref), std::move(row));
  });
  return vault;
}

// Calls `words(path, ref)` for every reference and `text(object, string)` for every plain text of an event.
struct Walk {
  std::function<void(const std::string& path, const std::string& ref)> words;
  std::function<void(const json::Object& around, std::string_view)> text = [](const json::Object&, std::string_view) {};

  void operator()(const json::Value& value, const std::string& path, const json::Object& around) const {
    if (value.is_array())
      for (const auto& each : value.get_array()) (*this)(each, path, around);
    if (value.is_string()) text(around, value.get_string());
    if (!value.is_object()) return;
    const auto& object = value.get_object();
    if (const auto* ref = object.if_contains("ref"); ref && object.contains("com") && object.size() == 2)
      return words(path, std::string(ref->as_string()));
    for (const auto& [key, each] : object)
      (*this)(each, path.empty() ? std::string(key) : path + '.' + std::string(key), object);
  }
};

// Files as events name them: those beside words of the person, sent in by them, or beside words that go with them, and
// nobody else's.
struct Named {
  std::vector<HeldFile> theirs;
  std::set<std::string> others, all;
};

struct Whose {
  std::string subject;
  std::set<std::string> sent, also;
};

// The words beside a file, as the vault has them: null when there are none.
const ledger::VaultRow* words_beside(const json::Object& around, const Vault& vault) {
  for (const auto& [key, each] : around) {
    const auto* object = each.if_object();
    const auto* ref = object ? object->if_contains("ref") : nullptr;
    const auto row = ref && ref->is_string() ? vault.find(std::string(ref->get_string())) : vault.end();
    if (row != vault.end()) return &row->second;
  }
  return nullptr;
}

Named named_files(House& house, const std::string& workspace, const Whose& whose, const Vault& vault) {
  Named out;
  house.store().each_event(workspace, 0, [&](ledger::StoredEvent&& stored) {
    if (stored.bytes.find("\"fil_") == std::string::npos) return;
    const auto envelope = ledger::decode_envelope(stored.bytes);
    const bool about = stored.bytes.find('"' + whose.subject + '"') != std::string::npos;
    Walk walk{[](const std::string&, const std::string&) {},
              [&](const json::Object& around, std::string_view text) {
                if (!text.starts_with("fil_")) return;
                const auto* row = words_beside(around, vault);
                const auto owner = row ? row->owner : std::string();
                const bool goes = row && whose.also.contains(row->ref);
                const bool theirs = owner == whose.subject || goes || (about && !owner.starts_with("con_"));
                out.all.emplace(text);
                if (theirs) out.theirs.push_back({stored.sequence, std::string(text)});
                else out.others.emplace(text);
              }};
    if (const auto* data = envelope.data.if_object()) walk(envelope.data, "", *data);
  });
  return out;
}

// Handed in and never used: theirs when they sent it, or when it names them.
bool unused_and_theirs(House& house, const std::string& workspace, const std::string& file, const Whose& whose,
                       const Names& names) {
  if (whose.sent.contains(file)) return true;
  if (names.empty()) return false;
  const auto opened = open_file(house, workspace, file);
  if (!opened) return false;
  const bool text = opened->file.type.starts_with("text/");
  return names.mention(opened->file.name) || (text && names.mention(opened->bytes));
}

std::vector<HeldFile> files_of(House& house, const std::string& workspace, const Whose& whose, const Names& names,
                               const Vault& vault) {
  auto named = named_files(house, workspace, whose, vault);
  for (const auto& file : house.store().blobs(workspace))
    if (!named.all.contains(file) && unused_and_theirs(house, workspace, file, whose, names))
      named.theirs.push_back({0, file});
  std::erase_if(named.theirs, [&](const HeldFile& each) { return named.others.contains(each.file); });
  return std::move(named.theirs);
}

void each_words_in(House& house, const std::string& workspace, const Vault& vault,
                   const std::function<bool(const std::string&)>& wanted, const std::function<void(HeldWords&&)>& f) {
  house.store().each_event(workspace, 0, [&](ledger::StoredEvent&& stored) {
    if (stored.bytes.find("\"ref\":\"v_") == std::string::npos) return;
    const auto envelope = ledger::decode_envelope(stored.bytes);
    Walk walk{[&](const std::string& path, const std::string& ref) {
      const auto row = vault.find(ref);
      if (row == vault.end() || !wanted(row->second.owner)) return;
      const auto* key = house.keys().find(workspace, row->second.owner);
      auto words = key ? ledger::unseal(*key, workspace, ref, row->second.sealed) : std::nullopt;
      if (!words) return;
      f({stored.sequence, envelope.meta, envelope.type, path, ref, row->second.owner, std::move(*words)});
    }};
    if (const auto* data = envelope.data.if_object()) walk(envelope.data, "", *data);
  });
}

}  // namespace

bool is_somebody(const World& world, const std::string& subject) {
  return directory::contact(world.get<directory::State>(), subject) ||
         people::find(world.get<people::State>(), subject);
}

void each_words(House& house, const std::string& workspace, const std::function<bool(const std::string&)>& wanted,
                const std::function<void(HeldWords&&)>& f) {
  each_words_in(house, workspace, vault_of(house, workspace), wanted, f);
}

Findings find_person(House& house, const std::string& workspace, const std::string& subject,
                     const std::vector<std::string>& also) {
  Findings out;
  const auto vault = vault_of(house, workspace);
  each_words_in(
      house, workspace, vault, [&](const std::string& owner) { return owner == subject; },
      [&](HeldWords&& held) {
        out.names.learn(held);
        out.own.push_back(std::move(held));
      });
  const auto mentioned = [&](HeldWords&& held) {
    const auto how = out.names.in(held.words);
    // A namesake's own record is no word about this person.
    const bool namesake = how == Mention::part && is_record(held);
    if (how && !namesake) out.mentions.push_back({std::move(held), *how});
  };
  // A restored house asks for many who are gone: without names nobody is found in what others wrote.
  if (!out.names.empty())
    each_words_in(house, workspace, vault, [&](const std::string& owner) { return owner != subject; }, mentioned);
  const auto sent = files_sent_by(house.store(), workspace, subject);
  const Whose whose{subject, {sent.begin(), sent.end()}, {also.begin(), also.end()}};
  out.files = files_of(house, workspace, whose, out.names, vault);
  return out;
}

}  // namespace vs::app
