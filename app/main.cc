// vouchsafe serve | doctor | settings | openapi | verify | keys | reseal | dump | bench
#include <CLI/CLI.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <list>
#include <map>

#include "app/backup_commands.h"
#include "app/commands.h"
#include "app/reseal_commands.h"
#include "app/transfer.h"
#include "app/verify.h"
#include "app/version.h"
#include "bench/bench.h"
#include "kernel/event.h"
#include "ledger/store.h"

namespace {

// The verbs that go by settings, each setting but secrets a flag of theirs.
class SettingsFlags {
 public:
  void add_to(CLI::App* verb, std::initializer_list<std::string_view> only = {}) {
    verb->add_option("--config", config_, "file of settings (YAML); see docs/settings.md")->envname("VOUCHSAFE_CONFIG");
    for (const auto& setting : vs::app::all_settings())
      if (!setting.secret && (only.size() == 0 || std::ranges::find(only, setting.name) != only.end()))
        add(verb, setting);
  }

  vs::app::Reading read() const {
    std::map<std::string, std::string> given;
    for (const auto& flag : flags_)
      if (flag.option->count()) given[flag.name] = flag.bare && flag.value.empty() ? "true" : flag.value;
    auto reading = vs::app::read_settings(given, config_, [](const char* name) { return std::getenv(name); });
    if (reading.settings.web.empty()) reading.settings.web = beside_the_program();
    return reading;
  }

 private:
  struct Flag {
    std::string name, value;
    bool bare = false;  ///< may stand without a value, for "true"
    CLI::Option* option = nullptr;
  };

  void add(CLI::App* verb, const vs::app::Setting& setting) {
    const bool bare = std::holds_alternative<bool vs::app::Settings::*>(setting.place);
    auto& flag = flags_.emplace_back(Flag{setting.name, "", bare, nullptr});
    flag.option = verb->add_option(setting.flag(), flag.value, setting.what);
    if (bare) flag.option->expected(0, 1);
  }

  static std::string beside_the_program() {
    std::error_code ec;
    const auto above = std::filesystem::read_symlink("/proc/self/exe", ec).parent_path().parent_path();
    const auto installed = above / "share" / "vouchsafe" / "web";
    return std::filesystem::exists(installed, ec) ? installed : above / "web" / "dist";
  }

  std::string config_;
  std::list<Flag> flags_;  ///< they stay where they are: the command line writes into them
};

// True when the settings can be used; says everything that is wrong otherwise.
bool usable(const vs::app::Reading& reading) {
  for (const auto& problem : reading.problems) std::fprintf(stderr, "settings: %s\n", problem.c_str());
  return reading.problems.empty();
}

int print_settings_page() {
  std::fputs(vs::app::settings_page().c_str(), stdout);
  return 0;
}

struct Asked {
  SettingsFlags flags;
  bool online = false, accept_rollback = false;
  std::string measure;
  vs::bench::Options bench;
};

void describe(CLI::App& app, Asked& asked) {
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("vouchsafe ") + vs::app::version);
  auto* serve = app.add_subcommand("serve", "Serve the API and the web app");
  asked.flags.add_to(serve);
  serve->add_flag("--accept-rollback", asked.accept_rollback,
                  "go on although a checkpoint says that the ledger had more: that becomes a fact of it");
  auto* doctor = app.add_subcommand("doctor", "Check settings and machine; serves nothing");
  asked.flags.add_to(doctor);
  doctor->add_flag("--online", asked.online, "ask the mail server too");
  app.add_subcommand("settings", "Print all settings, as docs/settings.md has them");
  app.add_subcommand("openapi", "Print the description of the API (OpenAPI 3.1), as the server answers it");
  asked.flags.add_to(app.add_subcommand("dump", "Print the canonical state of every workspace"), {"data", "key_file"});
  auto* measures = app.add_subcommand("bench", "Measure speed beside the machine's own limits");
  measures->add_option("name", asked.measure, "commands, http, match, replay, proof; load")->required();
  measures->add_option("--size", asked.bench.size, "of the data");
  measures->add_option("--seconds", asked.bench.seconds, "of each timed part");
  measures->add_option("--from", asked.bench.from, "load: folder of generated tables");
  measures->add_option("--data", asked.bench.data, "load: data folder to make");
}

int run(CLI::App& app, const Asked& asked) {
  if (app.got_subcommand("bench")) return vs::bench::run(asked.measure, asked.bench);
  if (app.got_subcommand("settings")) return print_settings_page();
  if (app.got_subcommand("openapi")) return vs::app::print_openapi();
  const auto reading = asked.flags.read();
  if (app.got_subcommand("doctor")) return vs::app::doctor(reading, asked.online);
  if (!usable(reading)) return 2;
  if (app.got_subcommand("serve")) return vs::app::serve(reading.settings, asked.accept_rollback);
  return vs::app::dump(reading.settings.data, reading.settings.key_file);
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(077);  // whatever is made here is nobody else's to read
  CLI::App app{"Vouchsafe: customer references, with permission on record"};
  Asked asked;
  describe(app, asked);
  const vs::app::BackupCommands backups(app);
  const vs::app::ProofCommands proofs(app);
  const vs::app::TransferCommands transfers(app);
  const vs::app::ResealCommand resealing(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    if (const auto code = backups.run()) return *code;
    if (const auto code = proofs.run()) return *code;
    if (const auto code = transfers.run()) return *code;
    if (const auto code = resealing.run()) return *code;
    return run(app, asked);
  } catch (const vs::ledger::NewerVersion& error) {
    std::fprintf(stderr, "vouchsafe: %s\n", error.what());
    return vs::app::newer_version_needed;
  } catch (const vs::UnreadableEvent& error) {
    std::fprintf(stderr, "damaged: %s\n", error.what());
  } catch (const vs::ledger::StoreFailure& error) {
    std::fprintf(stderr, "damaged or unusable: %s\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vouchsafe: %s\n", error.what());
    return 1;
  }
  return 3;
}
