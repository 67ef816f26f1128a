// Every setting of the program, described once: flags, environment, file, checks, `vouchsafe doctor` and
// docs/settings.md all follow from this description.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vs::app {

/// What the program runs by. A member's initial value is the setting's default.
struct Settings {
  std::string data = "vouchsafe-data";
  std::string key_file, signing_key_file, checkpoints, db, keys_db, web;
  std::string listen = "127.0.0.1:8080";
  std::string public_url, trusted_proxies;
  std::string erasures;
  int shutdown_seconds = 20;
  int requests_per_minute = 6'000;
  bool confine = true;
  std::string log_level = "info";
  std::string metrics_listen, metrics_token;
  int disk_reserve_mb = 256;
  std::string clamd;
  bool clamd_required = true;
  std::string ship_to, ship_keys_to;
  int ship_seconds = 2, ship_segments = 5'000;
  std::string smtp_url, mail_from;
  int mail_timeout_seconds = 60, mail_pause_seconds = 60;
  std::string outgoing_allow, witness_url, witness_key;
  std::string admin_email = "admin@localhost", admin_password;
  bool sample = false;
  std::string sample_password;

  bool secure() const { return public_url.starts_with("https://"); }  ///< cookies only over TLS
};

/// The description of one setting.
struct Setting {
  using Place = std::variant<std::string Settings::*, int Settings::*, bool Settings::*>;
  /// What is wrong with a value, as the end of a sentence that begins with the setting's name; nothing when it is fine.
  using Check = std::optional<std::string> (*)(const std::string&);

  const char* name;  ///< key in the file; `--name` and `VOUCHSAFE_NAME` follow from it
  Place place;
  const char* what;  ///< one sentence for whoever sets it
  bool secret = false;
  int least = 0, most = 0;  ///< of numbers
  Check check = nullptr;    ///< of texts

  std::string flag() const;      ///< `--smtp-url`; secrets have none, other users of the machine see command lines
  std::string variable() const;  ///< `VOUCHSAFE_SMTP_URL`
};

/// All of them, in the order of the documentation.
std::span<const Setting> all_settings();
/// The value as text; of a secret, whether it is set.
std::string shown(const Setting&, const Settings&);
/// docs/settings.md, whole.
std::string settings_page();

/// Host and port of `HOST:PORT`, an IPv6 host in brackets; nothing when it is neither.
std::optional<std::pair<std::string, std::uint16_t>> listen_address(const std::string&);

/// The addresses of a list with commas; nothing when one is none.
std::optional<std::set<std::string>> address_list(const std::string&);

/// What was read, where each value that is not a default comes from, and all that is wrong, at once.
struct Reading {
  Settings settings;
  std::map<std::string, std::string> from;  ///< by name: `--listen`, `VOUCHSAFE_LISTEN`, `vouchsafe.yaml:3`
  std::vector<std::string> problems;
};

using Environment = std::function<const char*(const char*)>;
/// Flags before environment before file. `flags`: by name. `config`: path of a YAML file, "" for none.
Reading read_settings(const std::map<std::string, std::string>& flags, const std::string& config, const Environment&);

}  // namespace vs::app
