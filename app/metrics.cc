#include "app/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "app/process.h"
#include "app/version.h"
#include "features/mail/mail.h"
#include "http/problem.h"

namespace vs::app {
namespace {

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

const Buckets& second_buckets() {
  static const Buckets all{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};
  return all;
}

prometheus::Family<Counter>& counter(prometheus::Registry& r, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(r);
}
prometheus::Family<Gauge>& gauges(prometheus::Registry& r, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(r);
}
Gauge& gauge(prometheus::Registry& r, const char* name, const char* help) {
  return gauges(r, name, help).Add({});
}
prometheus::Family<Histogram>& histogram(prometheus::Registry& r, const char* name, const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(r);
}

std::string class_of(int status) {
  return std::to_string(status / 100) + "xx";
}

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  prometheus::Family<Counter>& commands = counter(registry, "vouchsafe_commands_total", "Commands, by outcome.");
  Counter& done = commands.Add({{"outcome", "done"}});
  Counter& refused = commands.Add({{"outcome", "refused"}});
  Counter& repeated = commands.Add({{"outcome", "repeated"}});
  Counter& events = counter(registry, "vouchsafe_events_total", "Events that became durable.").Add({});
  Histogram& batch = histogram(registry, "vouchsafe_batch_commands", "Commands in one batch of the writer.")
                         .Add({}, Buckets{1, 2, 4, 8, 16, 32, 64, 128, 256, 512});
  Histogram& commit =
      histogram(registry, "vouchsafe_commit_seconds", "Duration of one durable transaction.").Add({}, second_buckets());
  Gauge& committed = gauge(registry, "vouchsafe_last_commit_timestamp_seconds", "When the last transaction ended.");
  prometheus::Family<Histogram>& requests =
      histogram(registry, "vouchsafe_http_request_seconds", "Duration of answers, by kind of request and status.");
  prometheus::Family<Counter>& policy_violations =
      counter(registry, "vouchsafe_policy_violations_total", "What pages were kept from doing, as browsers report it.");
  prometheus::Family<Counter>& too_many =
      counter(registry, "vouchsafe_too_many_total", "Requests refused because one caller sent too many.");
  Gauge& queue = gauge(registry, "vouchsafe_queue_commands", "Commands that wait for the writer.");
  Gauge& ledger = gauge(registry, "vouchsafe_ledger_events", "Events in the ledgers of all workspaces.");
  Gauge& workspaces = gauge(registry, "vouchsafe_workspaces", "Workspaces.");
  prometheus::Family<Gauge>& letters =
      prometheus::BuildGauge().Name("vouchsafe_letters").Help("Letters, by what became of them.").Register(registry);
  Gauge& waiting = letters.Add({{"status", "waiting"}});
  Gauge& failed = letters.Add({{"status", "failed"}});
  Gauge& connections = gauge(registry, "vouchsafe_http_connections", "Open connections.");
  Gauge& streams = gauge(registry, "vouchsafe_streams", "Open event streams.");
  Gauge& sessions = gauge(registry, "vouchsafe_sessions", "Staff sessions.");
  Gauge& unwitnessed = gauge(registry, "vouchsafe_witness_behind_events", "Events that no witness cosigned yet.");
  Gauge& refusing = gauge(registry, "vouchsafe_witness_refusing", "Ledgers whose history the witness refuses.");
  prometheus::Family<Gauge>& ship_seconds =
      gauges(registry, "vouchsafe_ship_behind_seconds", "How long ago all events were at the other place.");
  prometheus::Family<Gauge>& ship_events =
      gauges(registry, "vouchsafe_ship_behind_events", "Events that are not at the other place yet.");
  Gauge& disk = gauge(registry, "vouchsafe_disk_free_bytes", "Free space where the data folder is.");
  Gauge& memory = gauge(registry, "process_resident_memory_bytes", "Memory in use.");
  Gauge& files = gauge(registry, "process_open_fds", "Open files and sockets.");
  Counter& processor = counter(registry, "process_cpu_seconds_total", "Processor time used.").Add({});
  Gauge& started = gauge(registry, "process_start_time_seconds", "When the process started.");
  prometheus::Family<Gauge>& build =
      prometheus::BuildGauge().Name("vouchsafe_build_info").Help("The version, as a label.").Register(registry);
};

Metrics::Metrics(const engine::Engine& engine, std::filesystem::path data, std::function<Standing()> standing)
    : engine_(engine), data_(std::move(data)), standing_(std::move(standing)), families_(std::make_unique<Families>()) {
  families_->build.Add({{"version", version}}).Set(1);
  families_->started.SetToCurrentTime();
}
Metrics::~Metrics() = default;

void Metrics::batch(const engine::BatchReport& report) {
  auto& f = *families_;
  f.done.Increment(double(report.done));
  f.refused.Increment(double(report.refused));
  f.repeated.Increment(double(report.repeated));
  f.events.Increment(double(report.events));
  const auto commands = report.done + report.refused + report.repeated;
  if (commands) f.batch.Observe(double(commands));
  if (!report.committed) return;
  f.commit.Observe(report.commit.count());
  f.committed.SetToCurrentTime();
}

void Metrics::answered(const char* kind, int status, double seconds) {
  families_->requests.Add({{"kind", kind}, {"status", class_of(status)}}, second_buckets()).Observe(seconds);
}

void Metrics::policy_violation(const char* directive) {
  families_->policy_violations.Add({{"directive", directive}}).Increment();
}

void Metrics::too_many(const char* kind) {
  families_->too_many.Add({{"kind", kind}}).Increment();
}

std::string Metrics::text() {
  auto& f = *families_;
  std::size_t waiting = 0, failed = 0;
  std::uint64_t events = 0;
  const auto all = engine_.workspaces();
  for (const auto* ws : all) {
    std::shared_lock lock(ws->lock);
    const auto& state = ws->world.get<mail::State>();
    events += ws->tip;
    waiting += state.waiting.size();
    for (const auto& [id, letter] : state.letters) failed += letter.status == mail::Status::failed;
  }
  f.waiting.Set(double(waiting));
  f.failed.Set(double(failed));
  f.ledger.Set(double(events));
  f.workspaces.Set(double(all.size()));
  f.queue.Set(double(engine_.pulse().waiting));
  const auto standing = standing_();
  f.connections.Set(double(standing.connections));
  f.streams.Set(double(standing.streams));
  f.sessions.Set(double(standing.sessions));
  f.unwitnessed.Set(double(standing.witness.behind));
  f.refusing.Set(double(standing.witness.refusing));
  if (const auto& shipping = standing.shipping) {
    f.ship_seconds.Add({}).Set(shipping->seconds_behind);
    f.ship_events.Add({}).Set(double(events - std::min(events, shipping->events)));
  }
  std::error_code ec;
  const auto space = std::filesystem::space(data_, ec);
  if (!ec) f.disk.Set(double(space.available));
  const auto usage = process_usage();
  f.memory.Set(double(usage.resident_bytes));
  f.files.Set(double(usage.open_files));
  f.processor.Increment(std::max(0.0, usage.processor_seconds - f.processor.Value()));
  return prometheus::TextSerializer().Serialize(f.registry.Collect());
}

http::Response Metrics::get(const http::Request& request, const std::string& token) {
  if (request.path != "/metrics" || (request.method != "GET" && request.method != "HEAD"))
    return http::problem(RefusalKind::not_found, "not_found", "There is no such address.");
  const std::string given = request.header("authorization"), wanted = "Bearer " + token;
  const bool knows = given.size() == wanted.size() && sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
  if (!token.empty() && !knows)
    return http::problem(RefusalKind::unauthorized, "not_signed_in", "This wants the token of the settings.");
  http::Response out;
  out.content_type = "text/plain; version=0.0.4; charset=utf-8";
  out.body = text();
  return out;
}

}  // namespace vs::app
