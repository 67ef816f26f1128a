// Serving: everything put together, and taken apart again in the right order.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <optional>
#include <thread>

#include "app/checkpoints.h"
#include "app/commands.h"
#include "app/confine.h"
#include "app/courier.h"
#include "app/ending.h"
#include "app/eraser.h"
#include "app/first_run.h"
#include "app/front.h"
#include "app/last_resort.h"
#include "app/log.h"
#include "app/pace.h"
#include "app/process.h"
#include "app/sample.h"
#include "app/scanner.h"
#include "app/ship.h"
#include "app/version.h"
#include "app/witness.h"
#include "http/server.h"

namespace vs::app {
namespace {

void print_logins(const std::vector<SampleLogin>& logins) {
  std::printf("\nsample logins (password for all: %s)\n", logins.front().password.c_str());
  for (const auto& l : logins) std::printf("  %-18s %s\n", l.role.c_str(), l.email.c_str());
  std::printf("\n");
}

void start_log(const std::string& level) {
  log::start(level);
  engine::tell_trouble_to([](const char* what, std::string_view cause) {
    log::error("trouble", {{"what", log::Id(what)}, {"cause", log::Cause(cause)}});
  });
}

// Figures have an address of their own: they are nobody's business who only uses the product.
class MetricsServer {
 public:
  MetricsServer(const Settings& settings, Metrics& metrics) {
    const auto at = listen_address(settings.metrics_listen);
    if (!at) return;
    server_.emplace(at->first, at->second, 1,
                    [&metrics, token = settings.metrics_token](http::Request&& request, http::Respond respond) {
                      respond(metrics.get(request, token));
                    });
    thread_ = std::thread([this] { server_->run(); });
    std::printf("metrics on http://%s:%u/metrics\n", at->first.c_str(), unsigned(server_->port()));
  }
  ~MetricsServer() {
    if (!server_) return;
    server_->stop();
    thread_.join();
  }

 private:
  std::optional<http::Server> server_;
  std::thread thread_;
};

http::Limits limits_of(const Settings& settings) {
  http::Limits limits;
  limits.takes_files = &Api::takes_files;
  limits.https = settings.secure();
  limits.proxies = address_list(settings.trusted_proxies).value();
  return limits;
}

HouseOptions house_options(const Settings& settings, std::optional<Erasures>& erasures) {
  return {settings.data,
          settings.key_file,
          true,
          settings.db,
          settings.keys_db,
          [&](ledger::Store& store, ledger::Keys& keys) {
            erasures.emplace(erasures_file(settings.data, settings.erasures), keys);
            erasures->destroy_again(store, keys);
          }};
}

// All that serves, each after what it needs.
class Program {
 public:
  Program(const Settings& settings, bool accept_rollback)
      : settings_(settings),
        house_(house_options(settings, erasures_)),
        checkpoints_(house_,
                     open_signing_key(house_, signing_key_file(settings.data, settings.signing_key_file),
                                      checkpoints_folder(settings.data, settings.checkpoints)),
                     checkpoints_folder(settings.data, settings.checkpoints), accept_rollback),
        witness_(house_, checkpoints_, settings),
        sessions_(house_.store(), house_.keys(), settings.secure()),
        links_(house_.store()),
        unsubscribing_(house_, settings.data),
        post_(mail_settings(settings)),
        courier_(house_, links_, unsubscribing_, post_, checkpoints_),
        pace_(settings.requests_per_minute),
        api_(house_, sessions_, StaticFiles(settings.web)),
        portal_(house_, links_, checkpoints_, settings.secure(), post_.delivers()),
        eraser_(house_, *erasures_,
                {[this](const std::string& workspace, const std::string& contact) {
                   links_.revoke(workspace, "", contact, system_now());
                   portal_.forget_drafts(contact);
                 },
                 [this](const std::string& person) { sessions_.forget_user(person); }}),
        reserve_(settings.data, std::uintmax_t(settings.disk_reserve_mb) << 20),
        health_(house_.engine(), reserve_, post_.delivers()),
        metrics_(house_.engine(), settings.data, [this] { return standing(); }),
        front_(house_, api_, portal_, unsubscribing_, health_, metrics_, reserve_),
        shipper_({settings.data, settings.ship_to, settings.ship_keys_to, settings.ship_seconds,
                  std::uint64_t(settings.ship_segments)}),
        scanner_({settings.clamd, settings.clamd_required}) {
    api_.letters_go_by(courier_);
    api_.proves_by(checkpoints_);
    api_.keeps_pace(pace_);
    api_.scans_by(scanner_);
    portal_.scans_by(scanner_);
  }

  // However it ends: nobody goes whom the engine may still tell something.
  ~Program() { stop(); }

  /// Until a signal. The exit code.
  int serve(Ending& ending) {
    take_open_files();
    furnish();
    const auto [host, port] = listen_address(settings_.listen).value();
    server_.emplace(
        host, port, int(std::max(1u, std::thread::hardware_concurrency())),
        [this](http::Request&& request, http::Respond respond) {
          front_.handle(std::move(request), std::move(respond));
        },
        limits_of(settings_));
    const MetricsServer metrics_server(settings_, metrics_);
    const Ending::Gently gently(ending, [this] { drain(); });
    house_.engine().on_outdated([this, &ending](const std::string& cause) { outdated(cause, ending); });
    start();
    listening(host);
    server_->run();
    stop();
    log::info("stopped");
    return outdated_ ? *outdated_ : reserve_.spent() ? 75 : 0;
  }

 private:
  // What must be there and done before anybody is served.
  void furnish() {
    house_.engine().on_batch([this](const engine::BatchReport& report) { metrics_.batch(report); });
    if (settings_.sample) print_logins(make_sample(house_, sessions_, settings_.sample_password));
    else if (first_run_is_due(house_)) first_run(house_, sessions_, settings_);
    if (const auto again = erasures_->record_again(house_)) log::warning("erased_again", {{"items", again}});
    eraser_.settle();
    house_.engine().on_news([this] { sessions_.refresh(); });
    house_.engine().watch();
  }

  void start() {
    reserve_.watch([] { ::kill(::getpid(), SIGTERM); });
    shipper_.start();
    checkpoints_.start();
    witness_.start();
    courier_.start();
    eraser_.start();
  }

  void listening(const std::string& host) {
    const bool confined = settings_.confine && confine();
    if (settings_.confine && !confined) log::warning("not_confined");
    log::info("listening", {{"port", server_->port()}, {"confined", confined}});
    std::printf("listening on http://%s:%u\n", host.c_str(), unsigned(server_->port()));
    std::fflush(stdout);
  }

  // Another node wrote what this one cannot read. That is damage, unless a newer version was here.
  void outdated(const std::string& cause, Ending& ending) {
    std::optional<std::string> needed;
    try {
      needed = house_.newer_version();
    } catch (const ledger::StoreFailure&) {
      needed = "unknown";  // the next start asks again
    }
    if (needed)
      log::error("outdated",
                 {{"version", log::Id(version)}, {"needs", log::Id(*needed)}, {"cause", log::Cause(cause)}});
    else log::error("unreadable", {{"cause", log::Cause(cause)}});
    outdated_ = needed ? newer_version_needed : 3;
    ending.now();
  }

  // On the thread of the signal.
  void drain() {
    log::info("draining", {{"connections", server_->connections()}});
    health_.drain();
    if (!server_->drain(std::chrono::seconds(settings_.shutdown_seconds)))
      log::warning("drained_in_part", {{"seconds", settings_.shutdown_seconds}});
  }

  // Those who wait for the writer first: it must still run. A second time does nothing.
  void stop() {
    sessions_.passwords().finish();
    scanner_.finish();
    portal_.finish();
    api_.finish();
    eraser_.stop();
    courier_.stop();
    witness_.stop();
    checkpoints_.stop();
    house_.engine().stop();
    shipper_.stop();  // what the engine wrote last is shipped too
    house_.engine().on_batch({});
  }

  Standing standing() {
    return {server_ ? server_->connections() : 0, api_.streams(), sessions_.count(), witness_.standing(),
            shipper_.standing()};
  }

  const Settings& settings_;
  std::optional<Erasures> erasures_;
  House house_;
  Checkpoints checkpoints_;
  Witness witness_;
  Sessions sessions_;
  Links links_;
  const Unsubscribing unsubscribing_;
  const MailSettings post_;
  Courier courier_;
  std::optional<int> outdated_;         ///< the code to end with; set before the end begins
  std::optional<http::Server> server_;  ///< goes after those who still answer through it
  Pace pace_;
  Api api_;
  Portal portal_;
  Eraser eraser_;
  Reserve reserve_;
  Health health_;
  Metrics metrics_;
  Front front_;
  Shipper shipper_;
  Scanner scanner_;
};

}  // namespace

int serve(const Settings& settings, bool accept_rollback) {
  keep_to_oneself();
  Ending ending;
  start_log(settings.log_level);
  log_the_end();
  std::filesystem::create_directories(settings.data);
  return Program(settings, accept_rollback).serve(ending);
}

}  // namespace vs::app
