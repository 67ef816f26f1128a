// What the settings come to, and whether this machine can run the program by them.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/timex.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "app/checkpoints.h"
#include "app/commands.h"
#include "app/house.h"
#include "app/process.h"
#include "app/scanner.h"
#include "app/signing_keys.h"
#include "app/smtp.h"
#include "app/witness_files.h"
#include "features/policies/policies.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

constexpr double sync_ms_most = 50;
constexpr std::size_t files_least = 4'096;
constexpr std::int64_t year_2020_us = 1'577'836'800ll * 1'000'000;

// Prints findings line by line and remembers whether something is to be mended.
class Examination {
 public:
  template <class... A>
  void well(const char* what, fmt::format_string<A...> text, A&&... args) {
    say("ok", what, fmt::format(text, std::forward<A>(args)...));
  }
  template <class... A>
  void note(const char* what, fmt::format_string<A...> text, A&&... args) {
    say("note", what, fmt::format(text, std::forward<A>(args)...));
  }
  template <class... A>
  void mend(const char* what, fmt::format_string<A...> text, A&&... args) {
    ill_ = true;
    say("MEND", what, fmt::format(text, std::forward<A>(args)...));
  }
  bool ill() const { return ill_; }

 private:
  static void say(const char* mark, const char* what, const std::string& text) {
    std::printf("%-5s %-10s %s\n", mark, what, text.c_str());
  }
  bool ill_ = false;
};

void print_settings(const Reading& reading) {
  for (const auto& s : all_settings()) {
    const auto from = reading.from.find(s.name);
    std::printf("%-21s %-32s %s\n", s.name, shown(s, reading.settings).c_str(),
                from == reading.from.end() ? "(default)" : from->second.c_str());
  }
  std::printf("\n");
}

// Median of a few small durable writes: every answer to a command waits for one.
std::optional<double> sync_ms(const fs::path& folder) {
  const auto path = folder / ".doctor";
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) return {};
  std::vector<double> times;
  const std::string page(4096, 'x');
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  bool good = true;
  for (auto now = std::chrono::steady_clock::now(); good && times.size() < 21 && now < until;) {
    const auto begun = now;
    good = ::write(fd, page.data(), page.size()) == ssize_t(page.size()) && ::fdatasync(fd) == 0;
    now = std::chrono::steady_clock::now();
    times.push_back(std::chrono::duration<double, std::milli>(now - begun).count());
  }
  ::close(fd);
  std::error_code ec;
  fs::remove(path, ec);
  if (!good) return {};
  const auto middle = times.begin() + long(times.size() / 2);
  std::ranges::nth_element(times, middle);
  return *middle;
}

void look_at_disk(Examination& found, const Settings& s) {
  std::error_code ec;
  fs::create_directories(s.data, ec);
  const auto space = fs::space(s.data, ec);
  const auto free_mb = ec ? 0 : space.available >> 20;
  if (ec) return found.mend("data", "{} cannot be made or read", s.data);
  if (free_mb < std::uintmax_t(s.disk_reserve_mb))
    found.mend("disk", "{} MB free, less than disk_reserve_mb ({})", free_mb, s.disk_reserve_mb);
  else found.well("disk", "{} MB free", free_mb);
  const auto ms = sync_ms(s.data);
  if (!ms) found.mend("data", "{} cannot be written", s.data);
  else if (*ms > sync_ms_most)
    found.note("fsync", "{:.1f} ms for a durable write is slow; every command waits for one", *ms);
  else found.well("fsync", "{:.2f} ms for a durable write", *ms);
}

void look_at_keys(Examination& found, const Settings& s) {
  std::vector<fs::path> secret;
  std::error_code ec;
  for (const auto& entry : fs::directory_iterator(fs::path(s.data) / "keys", ec)) secret.push_back(entry.path());
  if (!s.key_file.empty()) secret.emplace_back(s.key_file);
  std::size_t open = 0;
  for (const auto& path : secret) {
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0) {
      found.mend("keys", "{} is not there", path.string());
    } else if (about.st_mode & 077) {
      ++open;
      found.mend("keys", "others may read {}: chmod 600 it", path.filename().string());
    }
  }
  if (!open && !secret.empty()) found.well("keys", "{} files, only for their owner", secret.size());
}

// What nobody is forced to, and what somebody who breaks in hopes for.
void look_at_sign_in(Examination& found, const engine::Workspace& ws) {
  const auto& rules = policies::in_force(ws.world.get<policies::State>());
  if (policies::demands_second_factor(rules, {"administrator"}))
    found.well("sign-in", "{}: administrators need a second factor", ws.id);
  else
    found.note("sign-in", "{}: administrators may go without a second factor; Settings, Policies, Signing in", ws.id);
}

// Reads and verifies the ledger as serving would; one in the data folder only while nobody serves it.
void look_at_ledger(Examination& found, const Settings& s) {
  const HouseOptions options{s.data, s.key_file, false, s.db, s.keys_db};
  const int fd = s.db.empty() ? ::open((fs::path(s.data) / "lock").c_str(), O_RDWR | O_CLOEXEC) : -1;
  const bool served = fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0;
  if (fd >= 0) ::close(fd);
  if (served) return found.note("ledger", "a program serves it now; stop that to have it looked at");
  try {
    if (!options.exists()) return found.note("ledger", "none yet; serving makes one");
    House house(options);
    for (const auto& row : house.store().workspaces()) {
      engine::Workspace ws(row, house.registry());
      house.read_back(ws);
      found.well("ledger", "{}: {} events verified", ws.id, ws.tip);
      look_at_sign_in(found, ws);
      if (const auto key = signing_key_file(s.data, s.signing_key_file); fs::exists(key))
        found.well("signed by", "{}", verifiers_of(ws, ledger::SigningKey::read(key)).front().text());
    }
  } catch (const std::exception& error) {
    found.mend("ledger", "{}", error.what());
  }
}

// What the program that serves, or served, was told; each ledger has its files in the folder of checkpoints.
void look_at_witness(Examination& found, const Settings& s) {
  if (s.witness_url.empty()) return found.note("witness", "none: nobody elsewhere would notice another history");
  const auto folder = checkpoints_folder(s.data, s.checkpoints);
  const auto key = WitnessKey::parse(s.witness_key).value();
  std::error_code ec;
  bool none = true;
  for (const auto& entry : fs::directory_iterator(folder, ec)) {
    if (entry.path().extension() != ".checkpoint") continue;
    const auto name = entry.path().stem().string();
    const auto why = refusal(fs::path(entry.path()).replace_extension(".refused"));
    const auto last = cosigned(fs::path(entry.path()).replace_extension(".cosigned"), key);
    none = none && why.empty() && !last;
    if (!why.empty()) found.mend("witness", "{}: {}", name, why);
    else if (last)
      found.well("witness", "{}: {} events, cosigned by {} at {}", name, last->checkpoint.size, key.name,
                 Instant{last->at * 1'000'000}.vj_str());
  }
  if (none) found.note("witness", "{} has cosigned nothing yet", key.name);
}

void look_at_machine(Examination& found, const Settings& s) {
  const auto files = take_open_files();
  if (files < files_least)
    found.mend("files", "{} open files allowed; raise the limit to {} (ulimit -Hn, LimitNOFILE=)", files, files_least);
  else found.well("files", "{} open files allowed", files);
  timex clock{};
  const int state = adjtimex(&clock);
  if (system_now().us < year_2020_us) found.mend("clock", "it tells a time long past");
  else if (state == TIME_ERROR || (clock.status & STA_UNSYNC)) found.note("clock", "not known to be synchronised");
  else found.well("clock", "synchronised");
  if (fs::exists(fs::path(s.web) / "index.html")) found.well("web app", "built");
  else found.mend("web app", "not in {}: run bin/build, or set web", s.web);
}

void look_at_the_wire(Examination& found, const Settings& s, bool online) {
  if (s.secure()) found.well("cookies", "Secure: the public address is https");
  else found.note("cookies", "not Secure: public_url does not begin with https://");
  const auto mail = mail_settings(s);
  if (!mail.delivers()) return found.note("mail", "letters wait: there is no smtp_url");
  if (!online) return found.note("mail", "{} as {}; --online asks it", mail.url, mail.from);
  const auto answer = Smtp(mail).greet();
  if (answer.how == Handed::How::taken) found.well("mail", "{} takes letters", mail.url);
  else found.mend("mail", "{} does not: {} {}", mail.url, answer.code, answer.reply);
}

void look_at_the_scanner(Examination& found, const Settings& s, bool online) {
  const Scanner scanner({s.clamd, s.clamd_required, 5});
  if (!scanner.present()) return found.note("viruses", "nobody looks at files from outside: there is no clamd");
  if (!online) return found.note("viruses", "{} looks at files; --online asks it", s.clamd);
  if (const auto version = scanner.greet()) found.well("viruses", "{}", *version);
  else found.mend("viruses", "{} does not answer: {}", s.clamd, version.error().reasons[0].message);
}

}  // namespace

int doctor(const Reading& reading, bool online) {
  print_settings(reading);
  for (const auto& problem : reading.problems) std::printf("WRONG %s\n", problem.c_str());
  if (!reading.problems.empty()) return 2;
  Examination found;
  look_at_disk(found, reading.settings);
  look_at_keys(found, reading.settings);
  look_at_ledger(found, reading.settings);
  look_at_witness(found, reading.settings);
  look_at_machine(found, reading.settings);
  look_at_the_wire(found, reading.settings, online);
  look_at_the_scanner(found, reading.settings, online);
  return found.ill() ? 1 : 0;
}

}  // namespace vs::app
