#include "app/front.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <chrono>

#include "app/api_call.h"
#include "app/last_resort.h"
#include "app/log.h"
#include "app/secrets.h"
#include "http/problem.h"
#include "ledger/patience.h"

namespace vs::app {
namespace {

using Steady = std::chrono::steady_clock;

template <class F>
void each_segment(std::string_view path, F&& f) {
  for (std::size_t from = 0; from < path.size();) {
    const auto end = std::min(path.find('/', from), path.size());
    if (end > from) f(path.substr(from, end - from));
    from = end + 1;
  }
}

// What a request was for, in the few words that figures are kept by.
const char* kind_of(const http::Request& request, const http::Response& response) {
  const auto& path = request.path;
  if (response.stream) return "stream";
  if (path.starts_with("/p/") || path == "/p") return "portal";
  if (!path.starts_with("/api/")) return path == "/healthz" || path == "/readyz" ? "health" : "page";
  if (path == "/api/v1/session") return "session";
  return request.method == "GET" || request.method == "HEAD" ? "query" : "command";
}

log::Id method_of(const std::string& method) {
  for (const char* known : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    if (method == known) return log::Id(known);
  return log::Id("other");
}

}  // namespace

Routes::Routes(const std::string& openapi) {
  const auto document = boost::json::parse(openapi);
  for (const auto& route : document.at("paths").as_object())
    each_segment(route.key(), [&](std::string_view segment) {
      if (!segment.starts_with('{')) words_.emplace(segment);
    });
}

std::string Routes::shape(const std::string& path) const {
  if (path == "/healthz" || path == "/readyz") return path;
  if (path.starts_with("/p/") || path == "/p") return "/p/*";
  if (!path.starts_with("/api/")) return path.starts_with("/assets/") ? "/assets/*" : "/*";
  std::string out;
  std::string_view before;
  each_segment(path, [&](std::string_view segment) {
    const bool known = before != "w" && words_.contains(segment);
    out += '/';
    out += before == "w" ? "{ws}" : known ? segment : "{id}";
    before = segment;
  });
  constexpr std::size_t most = 80;
  return out.size() > most ? "/api/*" : out;
}

Front::Front(House& house, Api& api, Portal& portal, const Unsubscribing& unsubscribing, Health& health,
             Metrics& metrics, const Reserve& reserve)
    : engine_(house.engine()),
      api_(api),
      portal_(portal),
      unsubscribing_(unsubscribing),
      health_(health),
      metrics_(metrics),
      reserve_(reserve),
      policy_reports_([&metrics](const char* directive) { metrics.policy_violation(directive); }),
      routes_(with_own_routes(openapi(house.registry()))),
      run_(random_text(8)) {}

void Front::handle(http::Request&& request, http::Respond respond) {
  const auto trace = std::make_shared<http::Trace>();
  trace->id = fmt::format("{}-{:x}", run_, ++requests_);
  request.trace = trace;
  // The shape of the address is worked out when it is written: the request itself moves on.
  http::Request seen;
  seen.method = request.method;
  seen.path = request.path;
  const http::Respond answer = [this, trace, seen = std::move(seen), begun = Steady::now(),
                                respond = std::move(respond)](http::Response&& response) {
    const double seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    metrics_.answered(kind_of(seen, response), response.status, seconds);
    if (response.status == 429) metrics_.too_many(kind_of(seen, response));
    if (log::wanted(log::Level::info))
      log::info("request", {{"id", log::Id(trace->id)},
                            {"method", method_of(seen.method)},
                            {"route", log::Id(routes_.shape(seen.path))},
                            {"status", response.status},
                            {"ms", seconds * 1e3},
                            {"actor", log::Id(trace->actor)}});
    response.headers.emplace_back("X-Request-Id", trace->id);
    respond(std::move(response));
  };
  const ledger::Impatient impatient;
  const http::Handler handler = [this](http::Request&& r, http::Respond f) { pass_on(std::move(r), std::move(f)); };
  answered_anyway(handler, std::move(request), answer);
}

void Front::pass_on(http::Request&& request, http::Respond respond) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (auto refused = reserve_.refuses(request)) return respond(std::move(*refused));
  if (reads && request.path == "/healthz") respond(Health::alive());
  else if (reads && request.path == "/readyz") respond(health_.ready());
  else if (engine_.outdated()) respond(http::problem(engine::node_outdated()));
  else if (PolicyReports::takes(request)) policy_reports_.handle(request, respond);
  else if (Unsubscribing::takes(request)) unsubscribing_.handle(std::move(request), std::move(respond));
  else if (Portal::owns(request.path)) portal_.handle(std::move(request), std::move(respond));
  else api_.handle(std::move(request), std::move(respond));
}

}  // namespace vs::app
