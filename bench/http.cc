// Reads over real loopback HTTP, beside a bare answer of 200 bytes by the same server.
#include "http/server.h"

#include <thread>

#include "app/api.h"
#include "bench/bench.h"
#include "bench/client.h"
#include "bench/stage.h"

namespace vs::bench {
namespace {

constexpr std::size_t clients = 16;

// A server on a free port while it lives.
class Serving {
 public:
  explicit Serving(vs::http::Handler handler)
      : server_("127.0.0.1", 0, 2, std::move(handler)), thread_([this] { server_.run(); }) {}
  ~Serving() {
    server_.stop();
    thread_.join();
  }
  std::uint16_t port() const { return server_.port(); }

 private:
  vs::http::Server server_;
  std::thread thread_;
};

json::Object figure_of(Load load) {
  auto out = figure(load.per_second(), load.times);
  out["bytes"] = load.answers ? load.bytes / load.answers : 0;
  out["failures"] = load.failures;
  return out;
}

std::vector<std::string> fill(Stage& stage, std::size_t requests) {
  const Date today = app::system_now().date();
  std::size_t n = 0;
  auto flight = fly(stage.engine(), 64, [&]() -> std::optional<engine::Submission> {
    if (n >= requests) return {};
    return stage.command("requester", "requests", "", "", request_body(n++, today));
  });
  if (flight.refused) throw std::runtime_error(flight.first_refusal);
  return flight.ids;
}

}  // namespace

std::string http(const Options& options) {
  const TempFolder folder;
  Stage stage(folder.path);
  stage.settle(2'000);
  const auto ids = fill(stage, options.size ? options.size : 33'000);
  app::Sessions sessions(stage.house().store(), stage.house().keys(), false);
  const auto token = sessions.tokens().make("main", "per_program_owner", "bench", {"read"}, {}).secret;
  app::Api api(stage.house(), sessions, app::StaticFiles(folder.path / "no-web"));

  std::vector<std::string> items;
  for (std::size_t i = 0; i < ids.size(); ++i)
    items.push_back(get_text("/api/v1/w/main/requests/" + ids[i * 7919 % ids.size()], token));
  const std::vector<std::string> lists{
      get_text("/api/v1/w/main/requests?status=open&use_type=reference_call&sort=deadline&limit=50", token)};
  const std::vector<std::string> bare{get_text("/bare", token)};
  json::Object out{{"bench", "http"}, {"clients", clients}, {"requests", ids.size()}};
  Load fixed, item, list;
  {
    Serving server([body = std::string(200, 'x')](vs::http::Request&&, vs::http::Respond respond) {
      respond({200, "application/json", body, {}, {}});
    });
    drive(server.port(), clients, options.seconds / 4, bare);
    fixed = drive(server.port(), clients, options.seconds, bare);
  }
  {
    Serving server([&](vs::http::Request&& request, vs::http::Respond respond) {
      api.handle(std::move(request), std::move(respond));
    });
    drive(server.port(), clients, options.seconds / 4, items);
    item = drive(server.port(), clients, options.seconds, items);
    list = drive(server.port(), clients, options.seconds, lists);
  }
  const auto total = list.first.rfind("\"total\":");
  out["static"] = figure_of(fixed);
  out["item"] = figure_of(item);
  out["ratio_to_static_limit"] = rounded(item.per_second() / fixed.per_second());
  out["list"] = figure_of(list);
  out["list_total"] = total == std::string::npos ? 0 : std::atoll(list.first.c_str() + total + 8);
  return text_of(out);
}

}  // namespace vs::bench
