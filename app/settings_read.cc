// Reading settings from flags, environment and file, with everything that is wrong told at once.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/outgoing.h"
#include "app/settings.h"
#include "app/smtp.h"

namespace vs::app {
namespace {

struct Given {
  std::string value, from;
};

// The settings as far as they are read.
struct Reader {
  std::map<std::string, Given> file;  ///< by name
  Reading out;

  template <class... A>
  void wrong(fmt::format_string<A...> text, A&&... args) {
    out.problems.push_back(fmt::format(text, std::forward<A>(args)...));
  }
};

const Setting* setting_named(const std::string& name) {
  for (const auto& s : all_settings())
    if (s.name == name) return &s;
  return nullptr;
}

std::optional<std::string> contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  std::ostringstream text;
  text << in.rdbuf();
  auto value = std::move(text).str();
  while (value.ends_with('\n') || value.ends_with('\r')) value.pop_back();
  return value;
}

void take_line(Reader& reader, const std::string& path, const YAML::Node& key, const YAML::Node& value) {
  const auto from = fmt::format("{}:{}", std::filesystem::path(path).filename().string(), key.Mark().line + 1);
  const auto name = key.IsScalar() ? key.Scalar() : std::string{};
  if (!setting_named(name)) return reader.wrong("{}: there is no setting “{}”", from, name.substr(0, 60));
  if (!value.IsScalar() && !value.IsNull()) return reader.wrong("{}: {} wants one value", from, name);
  const auto text = value.IsNull() ? std::string{} : value.Scalar();
  if (!reader.file.emplace(name, Given{text, from}).second) reader.wrong("{}: {} is set twice", from, name);
}

void read_file(Reader& reader, const std::string& path) {
  const auto text = contents(path);
  if (!text) return reader.wrong("{}: this file cannot be read", path);
  try {
    const auto root = YAML::Load(*text);
    if (root.IsNull()) return;
    if (!root.IsMap()) return reader.wrong("{}: expected lines of key: value", path);
    for (const auto& line : root) take_line(reader, path, line.first, line.second);
  } catch (const YAML::Exception& error) {
    // Its message may quote the line, and the line may hold a secret.
    reader.wrong("{}:{}: this is not well-formed YAML", std::filesystem::path(path).filename().string(),
                 error.mark.line + 1);
  }
}

std::optional<Given> from_environment(Reader& reader, const Setting& s, const Environment& environment) {
  const auto variable = s.variable();
  const char* plain = environment(variable.c_str());
  const char* path = environment((variable + "_FILE").c_str());
  const bool has_plain = plain && *plain, has_path = path && *path;
  if (has_plain && has_path) reader.wrong("{} and {}_FILE are both set; keep one", variable, variable);
  if (has_plain) return Given{plain, variable};
  if (!has_path) return {};
  if (auto value = contents(path)) return Given{std::move(*value), variable + "_FILE"};
  reader.wrong("{}_FILE: {} cannot be read", variable, path);
  return {};
}

std::optional<bool> truth(const std::string& text) {
  for (const char* yes : {"true", "yes", "on", "1"})
    if (text == yes) return true;
  for (const char* no : {"false", "no", "off", "0"})
    if (text == no) return false;
  return {};
}

void keep(Reader& reader, const Setting& s, const Given& given) {
  auto& settings = reader.out.settings;
  if (const auto* place = std::get_if<std::string Settings::*>(&s.place)) {
    if (s.check && !given.value.empty())
      if (const auto wrong = s.check(given.value)) return reader.wrong("{}: {} {}", given.from, s.name, *wrong);
    settings.*(*place) = given.value;
  } else if (const auto* number = std::get_if<int Settings::*>(&s.place)) {
    int n = 0;
    const char* end = given.value.data() + given.value.size();
    const auto [at, error] = std::from_chars(given.value.data(), end, n);
    if (error != std::errc{} || at != end || n < s.least || n > s.most)
      return reader.wrong("{}: {} is not a whole number from {} to {}", given.from, s.name, s.least, s.most);
    settings.*(*number) = n;
  } else {
    const auto value = truth(given.value);
    if (!value) return reader.wrong("{}: {} is not true or false", given.from, s.name);
    settings.*std::get<bool Settings::*>(s.place) = *value;
  }
  reader.out.from[s.name] = given.from;
}

void compare_witness(Reader& reader, const Settings& s) {
  if (s.witness_url.empty() != s.witness_key.empty())
    reader.wrong("witness_url and witness_key belong together: set both, or neither");
  if (s.witness_url.empty()) return;
  const auto objection = Outgoing({OutgoingAllowed::parse(s.outgoing_allow).value()}).objection(s.witness_url);
  if (!objection.empty())
    reader.wrong("witness_url is not called ({}): use https on port 443, or name its host and port in outgoing_allow",
                 objection);
}

void compare_shipping(Reader& reader, const Settings& s) {
  if (s.ship_to.empty() && s.ship_keys_to.empty()) return;
  if (!s.db.empty())
    return reader.wrong(
        "ship_to copies a ledger in the data folder, and db keeps it in PostgreSQL: leave ship_to and ship_keys_to "
        "away, and let PostgreSQL archive its log (archive_command)");
  if (s.ship_to.empty() || s.ship_keys_to.empty())
    reader.wrong("ship_to and ship_keys_to belong together: set both, or neither");
  else if (std::filesystem::weakly_canonical(s.ship_to) == std::filesystem::weakly_canonical(s.ship_keys_to))
    reader.wrong("ship_to and ship_keys_to are one folder: whoever finds it could read everything; name two");
}

// What only shows when settings are seen together.
void compare(Reader& reader) {
  const auto& s = reader.out.settings;
  if (const auto at = listen_address(s.metrics_listen); at && s.metrics_token.empty())
    if (!boost::asio::ip::make_address(at->first).is_loopback())
      reader.wrong("metrics_listen is open to other machines: set metrics_token, or listen on 127.0.0.1");
  compare_witness(reader, s);
  compare_shipping(reader, s);
  try {
    mail_settings(s);
  } catch (const std::runtime_error& error) {
    reader.wrong("{}", error.what());
  }
}

}  // namespace

Reading read_settings(const std::map<std::string, std::string>& flags, const std::string& config,
                      const Environment& environment) {
  Reader reader;
  if (!config.empty()) read_file(reader, config);
  for (const auto& s : all_settings()) {
    const auto flag = flags.find(s.name);
    if (flag != flags.end()) keep(reader, s, {flag->second, s.flag()});
    else if (const auto given = from_environment(reader, s, environment)) keep(reader, s, *given);
    else if (const auto line = reader.file.find(s.name); line != reader.file.end()) keep(reader, s, line->second);
  }
  compare(reader);
  return std::move(reader.out);
}

}  // namespace vs::app
