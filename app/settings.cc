// The table of settings, and what follows from it alone.
#include "app/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "app/outgoing_addresses.h"
#include "app/scanner.h"
#include "app/witness_note.h"

namespace vs::app {
namespace {

using Wrong = std::optional<std::string>;

Wrong address_wrong(const std::string& text) {
  if (listen_address(text)) return {};
  return "is not an address like 127.0.0.1:8080 or [::1]:8080";
}

Wrong url_wrong(const std::string& text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  if (web && text.size() > 10 && text.find_first_of(" ?#") == std::string::npos) return {};
  return "is not an address like https://references.example.com";
}

Wrong db_wrong(const std::string& text) {
  if (text.starts_with("postgres://") || text.starts_with("postgresql://")) return {};
  return "is not an address like postgres://user:password@host/name";
}

Wrong level_wrong(const std::string& text) {
  for (const char* level : {"debug", "info", "warning", "error"})
    if (text == level) return {};
  return "is not one of debug, info, warning, error";
}

Wrong proxies_wrong(const std::string& text) {
  if (address_list(text)) return {};
  return "is not a list of addresses like 127.0.0.1, ::1";
}

Wrong scanner_wrong(const std::string& text) {
  if (scanner_address(text)) return {};
  return "is not the path of a socket like /run/clamav/clamd.ctl, nor an address like 127.0.0.1:3310";
}

Wrong allow_wrong(const std::string& text) {
  if (OutgoingAllowed::parse(text)) return {};
  return "is not a list like witness.example.com:8080, 10.1.0.0/16";
}

Wrong witness_wrong(const std::string& text) {
  if (WitnessKey::parse(text)) return {};
  return "is not a witness's key like witness.example+1f3a20c4+BR…";
}

Wrong token_wrong(const std::string& text) {
  if (text.size() >= 16) return {};
  return "is shorter than 16 characters";
}

using S = Settings;
constexpr bool secret = true;

// Where everything lies, and how the program serves and watches itself.
std::vector<Setting> of_the_house() {
  return {
      {"data", &S::data, "Folder of the ledger, its keys and its files."},
      {"key_file", &S::key_file, "File of the key that encrypts the other keys; by default one in the data folder."},
      {"erasures", &S::erasures,
       "List of erasures and withdrawals; never part of a backup, by default in the data folder."},
      {"db", &S::db, "PostgreSQL that several nodes share, as postgres://user:password@host/name; SQLite without one.",
       secret, 0, 0, db_wrong},
      {"keys_db", &S::keys_db, "PostgreSQL for the keys alone, with backups of its own; a schema in `db` without one.",
       secret, 0, 0, db_wrong},
      {"signing_key_file", &S::signing_key_file,
       "File of the key that signs checkpoints and receipts; by default one in the data folder."},
      {"checkpoints", &S::checkpoints,
       "Folder for the newest checkpoint of every ledger, best on another machine; by default in the data folder."},
      {"web", &S::web, "Folder of the built web app; by default the one beside the program."},
      {"listen", &S::listen, "Address and port to serve on.", false, 0, 0, address_wrong},
      {"public_url", &S::public_url, "Address under which people reach it; https makes cookies Secure.", false, 0, 0,
       url_wrong},
      {"trusted_proxies", &S::trusted_proxies,
       "Addresses of proxies whose X-Forwarded-For is believed, with commas between.", false, 0, 0, proxies_wrong},
      {"shutdown_seconds", &S::shutdown_seconds, "How long a stop waits for answers that are under way.", false, 1,
       600},
      {"requests_per_minute", &S::requests_per_minute,
       "How often one session or token may ask; a minute's worth may come at once.", false, 60, 10'000'000},
      {"confine", &S::confine, "Give up system calls that a server never needs (seccomp), once started."},
      {"log_level", &S::log_level, "Least weight of log lines: debug, info, warning or error.", false, 0, 0,
       level_wrong},
      {"metrics_listen", &S::metrics_listen, "Address and port of GET /metrics for Prometheus; none by default.", false,
       0, 0, address_wrong},
      {"metrics_token", &S::metrics_token, "Bearer token for /metrics; required unless it listens on loopback.", secret,
       0, 0, token_wrong},
      {"disk_reserve_mb", &S::disk_reserve_mb,
       "Free space below which nothing new is recorded; a quarter of it is set aside.", false, 64, 1'000'000},
      {"clamd", &S::clamd, "Virus scanner that files are shown to: socket of ClamAV's clamd, or HOST:PORT.", false, 0,
       0, scanner_wrong},
      {"clamd_required", &S::clamd_required,
       "Refuse files while the scanner cannot be reached; false takes them unseen."},
      {"ship_to", &S::ship_to, "Folder on another machine or disk to which the ledger is copied as it grows."},
      {"ship_keys_to", &S::ship_keys_to, "Folder for the newest copy of the keys; never the same as ship_to."},
      {"ship_seconds", &S::ship_seconds, "Pause between two looks at what there is to copy.", false, 1, 3'600},
      {"ship_segments", &S::ship_segments, "Segments after which a new whole copy is made and older ones go.", false, 1,
       1'000'000},
  };
}

// Whom it calls, and how it begins.
std::vector<Setting> of_the_world() {
  return {
      {"smtp_url", &S::smtp_url,
       "Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://host:465; letters wait without one.", secret},
      {"mail_from", &S::mail_from, "Address from which letters come, as in References <references@example.com>."},
      {"mail_timeout_seconds", &S::mail_timeout_seconds, "How long one handing over of a letter may take.", false, 1,
       3'600},
      {"mail_pause_seconds", &S::mail_pause_seconds, "Pause before the second try of a letter.", false, 1, 86'400},
      {"outgoing_allow", &S::outgoing_allow,
       "Hosts and networks that may be called although they are private or not https: host, host:port, 10.0.0.0/8.",
       false, 0, 0, allow_wrong},
      {"witness_url", &S::witness_url, "Witness that cosigns checkpoints (C2SP tlog-witness); none by default.", false,
       0, 0, url_wrong},
      {"witness_key", &S::witness_key, "Its public key, as in witness.example+1f3a20c4+BR…", false, 0, 0,
       witness_wrong},
      {"admin_email", &S::admin_email, "Sign-in name of the first administrator of an empty data folder."},
      {"admin_password", &S::admin_password, "Their password; made up and printed once by default.", secret},
      {"sample", &S::sample, "Make and serve a fictional company."},
      {"sample_password", &S::sample_password, "Password of its logins; made up and printed by default.", secret},
  };
}

const std::vector<Setting>& table() {
  static const std::vector<Setting> all = [] {
    auto out = of_the_house();
    std::ranges::move(of_the_world(), std::back_inserter(out));
    return out;
  }();
  return all;
}

std::string bounds_of(const Setting& s) {
  return s.most ? fmt::format("{} to {}", s.least, s.most) : "";
}

std::string default_of(const Setting& s) {
  const std::string value = shown(s, Settings{});
  return s.secret || value.empty() ? "" : '`' + value + '`';
}

}  // namespace

std::span<const Setting> all_settings() {
  return table();
}

std::string Setting::flag() const {
  if (secret) return {};
  std::string text = "--" + std::string(name);
  std::ranges::replace(text, '_', '-');
  return text;
}

std::string Setting::variable() const {
  std::string text = "VOUCHSAFE_" + std::string(name);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = char(c - 32);
  return text;
}

std::string shown(const Setting& setting, const Settings& settings) {
  if (const auto* text = std::get_if<std::string Settings::*>(&setting.place)) {
    const auto& value = settings.*(*text);
    return setting.secret ? (value.empty() ? "not set" : "set") : value;
  }
  if (const auto* number = std::get_if<int Settings::*>(&setting.place)) return std::to_string(settings.*(*number));
  return settings.*std::get<bool Settings::*>(setting.place) ? "true" : "false";
}

std::string settings_page() {
  std::string out =
      "# Settings\n\n"
      "Written by `vouchsafe settings`; do not edit. A flag goes before the environment, the environment before the\n"
      "file that `--config FILE` (or `VOUCHSAFE_CONFIG`) names: YAML, one `key: value` a line. Every variable may end\n"
      "in `_FILE` and name a file that holds the value; secrets have no flag. `vouchsafe doctor` prints what all "
      "comes\n"
      "to, and what is wrong with it.\n\n"
      "| key | environment | default | bounds | what it does |\n| --- | --- | --- | --- | --- |\n";
  for (const auto& s : table())
    out += fmt::format("| `{}` | `{}` | {} | {} | {}{} |\n", s.name, s.variable(), default_of(s), bounds_of(s), s.what,
                       s.secret ? " **Secret.**" : "");
  return out;
}

std::optional<std::pair<std::string, std::uint16_t>> listen_address(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return {};
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data() + colon + 1, end, port);
  boost::system::error_code ec;
  boost::asio::ip::make_address(host, ec);
  if (ec || error != std::errc{} || at != end) return {};
  return std::pair{host, port};
}

std::optional<std::set<std::string>> address_list(const std::string& text) {
  std::set<std::string> all;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(',', from), text.size());
    auto one = text.substr(from, end - from);
    std::erase(one, ' ');
    boost::system::error_code ec;
    all.insert(boost::asio::ip::make_address(one, ec).to_string());
    if (ec) return {};
    from = end + 1;
  }
  return all;
}

}  // namespace vs::app
