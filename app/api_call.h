// One request on its way through the API.
#pragma once

#include "app/api.h"
#include "http/problem.h"

namespace vs::app {

struct Api::Call {
  http::Request request;
  http::Respond respond;
  std::vector<std::string> path;  ///< segments after /api/v1
  Caller caller;
  std::string workspace;
  std::set<std::string> roles;

  void refuse(RefusalKind kind, std::string code, std::string message, std::string remedy = {}) {
    respond(http::problem(kind, std::move(code), std::move(message), std::move(remedy)));
  }
  void refuse(const Refusal& refusal) { respond(http::problem(refusal)); }
  void ok(std::string json, int status = 200) {
    http::Response out;
    out.status = status;
    out.body = std::move(json);
    respond(std::move(out));
  }
  bool is(std::string_view method) const { return request.method == method; }
  /// Path below `/w/{workspace}`, segment n, or "".
  std::string part(std::size_t n) const { return path.size() > n + 2 ? path[n + 2] : std::string{}; }
  std::size_t parts() const { return path.size() > 2 ? path.size() - 2 : 0; }
  Ask ask() const { return {caller.actor, roles, system_now(), {}, request.query, 0}; }
};

/// Bodies of the API's own small requests, read strictly; answers the refusal by itself.
template <class T, class Call>
std::optional<T> body_of(Call& call) {
  auto value = json::parse(call.request.body);
  if (!value) return call.refuse(value.error()), std::nullopt;
  auto body = json::from_value<T>(*value);
  if (!body) return call.refuse(body.error()), std::nullopt;
  return std::move(*body);
}

struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

/// Whether a request that needs no words brings none; answers the refusal by itself.
template <class Call>
bool brings_nothing(Call& call) {
  return call.request.body.empty() || body_of<NoFields>(call).has_value();
}

/// OpenAPI 3.1 description of everything registered.
std::string openapi(const engine::Registry&);
/// The same with the house's own routes, which the registry does not know: sessions, tokens, files, views.
std::string with_own_routes(const std::string& openapi);

}  // namespace vs::app
