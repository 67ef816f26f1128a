#include "features/directory/import_fields.h"

#include <algorithm>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

std::string account_in_file(const Drafting& d, const std::string& key) {
  const auto it = d.file.in_file.find(key);
  return it == d.file.in_file.end() ? std::string{} : it->second;
}

// By its name in this file, else by the name that it had before the file, else by the one that it has now.
std::string account_called(const Drafting& d, const std::string& name) {
  if (auto id = account_in_file(d, '=' + plain_name(name)); !id.empty()) return id;
  const auto former = d.file.formerly.find(plain_name(name));
  if (former != d.file.formerly.end() && account(d.state, former->second)) return former->second;
  const auto* known = by_name<Account>(d.state, name);
  return known ? known->id : std::string{};
}

}  // namespace

void state_text(Reader& read, std::string_view field, std::optional<std::string>& fact) {
  if (read.maps(field)) fact = read.text(field);
}

void state_id(Reader& read, std::optional<std::string>& fact) {
  if (read.maps("external_id")) fact = read.foreign_id("external_id");
}

void state_currency(Reader& read, std::optional<std::string>& fact) {
  const auto code = read.text("currency");
  if (code.empty()) return;
  const bool good = code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (good) fact = code;
  else read.settle("currency", code, {"bad_currency", quoted(code) + " is not a currency code.", Severity::error});
}

void state_flag(Reader& read, std::string_view field, std::optional<bool>& fact) {
  static const std::map<std::string, bool> known{{"true", true},   {"yes", true}, {"1", true}, {"x", true},
                                                 {"false", false}, {"no", false}, {"0", false}};
  const auto value = read.text(field);
  if (value.empty()) return;
  const auto it = known.find(folded(value));
  if (it != known.end()) fact = it->second;
  else read.settle(field, value, {"bad_flag", quoted(value) + " is neither yes nor no.", Severity::error});
}

void state_personal(Reader& read, std::string_view field, const std::string& owner, std::optional<Personal>& fact) {
  if (read.maps(field)) fact = Personal::of(owner, read.text(field));
}

std::string account_meant(Drafting& d, const char* name_field, const char* id_field, const char* code) {
  auto& read = d.read;
  const auto external_id = read.foreign_id(id_field);
  if (auto id = account_in_file(d, '#' + external_id); !id.empty()) return id;
  if (const auto* known = by_external<Account>(d.state, external_id)) return known->id;
  const auto name = read.text(name_field);
  if (name.empty()) return {};
  if (auto id = account_called(d, name); !id.empty()) return id;
  const auto near = read.proposal(name_field, name, d.file.names);
  const auto message = quoted(name) + " is not among the accounts." + (near ? " Did you mean '" + *near + "'?" : "");
  const auto chosen = read.settle(name_field, name, {code, message, Severity::warning, near});
  return chosen ? account_called(d, *chosen) : std::string{};
}

}  // namespace vs::directory
