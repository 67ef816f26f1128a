// vouchsafe serve | verify | dump | doctor | bench
#include <CLI/CLI.hpp>

#include <cstdio>

#include "app/commands.h"
#include "bench/bench.h"
#include "kernel/event.h"
#include "ledger/store.h"

namespace {

std::filesystem::path beside_the_program() {
  std::error_code ec;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", ec);
  return self.parent_path().parent_path() / "web" / "dist";
}

int run(CLI::App& app, const vs::app::ServeOptions& options, const std::string& measure,
        const vs::bench::Options& bench) {
  if (app.got_subcommand("bench")) return vs::bench::run(measure, bench);
  if (app.got_subcommand("serve")) return vs::app::serve(options);
  if (app.got_subcommand("verify")) return vs::app::verify(options.data);
  if (app.got_subcommand("dump")) return vs::app::dump(options.data);
  return vs::app::doctor(options);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Vouchsafe: customer references, with permission on record"};
  app.require_subcommand(1);
  vs::app::ServeOptions options;
  options.data = "vouchsafe-data";
  options.web = beside_the_program();
  const auto data = [&](CLI::App* sub) {
    sub->add_option("--data", options.data, "data folder")->envname("VOUCHSAFE_DATA");
    sub->add_option("--key-file", options.kek_file, "key-encryption key (default: in the data folder)")
        ->envname("VOUCHSAFE_KEY_FILE");
  };
  const auto server = [&](CLI::App* sub) {
    data(sub);
    sub->add_option("--listen", options.listen, "HOST:PORT")->envname("VOUCHSAFE_LISTEN");
    sub->add_option("--web", options.web, "folder of the built web app")->envname("VOUCHSAFE_WEB");
    sub->add_option("--public-url", options.public_url, "address under which people reach it")
        ->envname("VOUCHSAFE_PUBLIC_URL");
    sub->add_flag("--sample", options.sample, "make and serve the sample workspaces");
  };
  server(app.add_subcommand("serve", "Serve the API and the web app"));
  server(app.add_subcommand("doctor", "Check settings and machine"));
  data(app.add_subcommand("verify", "Verify a data folder offline"));
  data(app.add_subcommand("dump", "Print the canonical state of every workspace"));
  std::string measure;
  vs::bench::Options bench;
  auto* measures = app.add_subcommand("bench", "Measure speed beside the machine's own limits");
  measures->add_option("name", measure, "commands, http, match, replay; load")->required();
  measures->add_option("--size", bench.size, "of the data");
  measures->add_option("--seconds", bench.seconds, "of each timed part");
  measures->add_option("--from", bench.from, "load: folder of generated tables");
  measures->add_option("--data", bench.data, "load: data folder to make");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    return run(app, options, measure, bench);
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
