#include "app/person_words.h"

#include <algorithm>
#include <unordered_map>

#include "kernel/text.h"
#include "ledger/envelope.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

constexpr std::size_t shortest_name = 3, shortest_part = 4;

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

bool is_record(const HeldWords& held) {
  return held.type.starts_with("contact.") || held.type.starts_with("person.") || held.type.starts_with("seller.");
}

// What a person is called and reached by, folded: by these their mention is known.
struct Needles {
  std::vector<std::string> names, addresses, parts;

  void learn(const HeldWords& held) {
    if (!is_record(held)) return;
    auto text = folded(held.words);
    if (held.field.ends_with("name")) {
      if (text.size() < shortest_name) return;
      for (std::size_t from = 0, to = 0; from < text.size(); from = to + 1) {
        to = std::min(text.find(' ', from), text.size());
        if (to - from >= shortest_part) parts.push_back(text.substr(from, to - from));
      }
      names.push_back(std::move(text));
    } else if (text.size() > shortest_part) {
      addresses.push_back(std::move(text));
    }
  }
  std::optional<Mention> in(const std::string& words) const {
    const auto text = folded(words);
    const auto has = [&](const std::string& each) { return text.find(each) != std::string::npos; };
    if (std::ranges::any_of(addresses, has)) return Mention::address;
    if (std::ranges::any_of(names, has)) return Mention::name;
    if (std::ranges::any_of(parts, has)) return Mention::part;
    return {};
  }
};

// Files beside words of the person, or sent in by them, that stand beside nobody else's.
std::vector<HeldFile> files_of(House& house, const std::string& workspace, const std::string& subject,
                               const Vault& vault) {
  std::vector<HeldFile> mine;
  std::set<std::string> others;
  house.store().each_event(workspace, 0, [&](ledger::StoredEvent&& stored) {
    if (stored.bytes.find("\"fil_") == std::string::npos) return;
    const auto envelope = ledger::decode_envelope(stored.bytes);
    const auto owned = [&](const json::Object& around) {
      for (const auto& [key, each] : around) {
        const auto* object = each.if_object();
        const auto* ref = object ? object->if_contains("ref") : nullptr;
        const auto row = ref && ref->is_string() ? vault.find(std::string(ref->get_string())) : vault.end();
        if (row != vault.end()) return row->second.owner;
      }
      return std::string{};
    };
    const bool about = stored.bytes.find('"' + subject + '"') != std::string::npos;
    Walk walk{[](const std::string&, const std::string&) {},
              [&](const json::Object& around, std::string_view text) {
                if (!text.starts_with("fil_")) return;
                const auto owner = owned(around);
                const bool theirs = owner == subject || (about && !owner.starts_with("con_"));
                if (theirs) mine.push_back({stored.sequence, std::string(text)});
                else others.insert(std::string(text));
              }};
    if (const auto* data = envelope.data.if_object()) walk(envelope.data, "", *data);
  });
  std::erase_if(mine, [&](const HeldFile& each) { return others.contains(each.file); });
  return mine;
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

void each_words(House& house, const std::string& workspace, const std::function<bool(const std::string&)>& wanted,
                const std::function<void(HeldWords&&)>& f) {
  each_words_in(house, workspace, vault_of(house, workspace), wanted, f);
}

Findings find_person(House& house, const std::string& workspace, const std::string& subject) {
  Findings out;
  Needles needles;
  const auto vault = vault_of(house, workspace);
  each_words_in(
      house, workspace, vault, [&](const std::string& owner) { return owner == subject; },
      [&](HeldWords&& held) {
        needles.learn(held);
        out.own.push_back(std::move(held));
      });
  each_words_in(
      house, workspace, vault, [&](const std::string& owner) { return owner != subject; },
      [&](HeldWords&& held) {
        const auto how = needles.in(held.words);
        // A namesake's own record is no word about this person.
        const bool namesake = how == Mention::part && is_record(held);
        if (how && !namesake) out.mentions.push_back({std::move(held), *how});
      });
  out.files = files_of(house, workspace, subject, vault);
  return out;
}

}  // namespace vs::app
