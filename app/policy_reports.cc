#include "app/policy_reports.h"

#include <boost/url.hpp>

#include <algorithm>

#include "app/log.h"
#include "http/problem.h"
#include "http/server.h"
#include "kernel/json.h"

namespace vs::app {
namespace {

constexpr std::size_t bytes_most = 16 * 1024, reports_most = 20;
constexpr int minute_most = 60;

const char* directive_of(std::string_view said) {
  constexpr const char* all[] = {"default-src",    "script-src-elem", "script-src-attr", "script-src",
                                 "style-src-elem", "style-src-attr",  "style-src",       "img-src",
                                 "font-src",       "connect-src",     "manifest-src",    "frame-src",
                                 "object-src",     "media-src",       "worker-src",      "child-src",
                                 "base-uri",       "form-action",     "frame-ancestors", "require-trusted-types-for",
                                 "trusted-types"};
  const auto* found = std::ranges::find(all, said.substr(0, said.find(' ')));
  return found == std::end(all) ? "other" : *found;
}

// Whose page it was; the address itself tells more.
log::Word page_of(std::string_view address) {
  const auto url = boost::urls::parse_uri(address);
  const std::string path = url ? url->path() : "";
  if (path == "/p" || path.starts_with("/p/")) return "portal";
  if (path.starts_with("/unsubscribe/")) return "unsubscribe";
  if (path.starts_with('/')) return "app";
  return "other";
}

std::string_view text_in(const json::Object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

struct Violation {
  std::string_view directive, page;
};

// Either of the two forms that browsers send.
std::vector<Violation> violations_in(const json::Value& sent) {
  std::vector<Violation> out;
  const auto add = [&](const json::Value* report, const char* directive, const char* page) {
    const auto* object = report ? report->if_object() : nullptr;
    if (object && !text_in(*object, directive).empty())
      out.push_back({text_in(*object, directive), text_in(*object, page)});
  };
  if (const auto* object = sent.if_object())
    add(object->if_contains("csp-report"), "violated-directive", "document-uri");
  if (const auto* list = sent.if_array())
    for (std::size_t n = 0; n < std::min(list->size(), reports_most); ++n)
      if (const auto* each = (*list)[n].if_object(); each && text_in(*each, "type") == "csp-violation")
        add(each->if_contains("body"), "effectiveDirective", "documentURL");
  return out;
}

}  // namespace

bool PolicyReports::takes(const http::Request& request) {
  return request.path == http::policy_reports && request.method == "POST";
}

bool PolicyReports::has_room() {
  const auto now = std::chrono::steady_clock::now();
  std::lock_guard lock(lock_);
  if (now - minute_ > std::chrono::minutes(1)) minute_ = now, in_minute_ = 0;
  return ++in_minute_ <= minute_most;
}

void PolicyReports::handle(const http::Request& request, const http::Respond& respond) {
  const auto sent = request.body.size() <= bytes_most ? json::parse(request.body) : Result<json::Value>(json::Value{});
  const auto found = sent ? violations_in(*sent) : std::vector<Violation>{};
  if (found.empty())
    return respond(http::problem(RefusalKind::malformed, "no_report", "This is no report of a browser."));
  for (const auto& each : found) {
    if (!has_room()) break;
    const auto* directive = directive_of(each.directive);
    count_(directive);
    log::warning("policy_violation", {{"directive", log::Id(directive)}, {"page", page_of(each.page)}});
  }
  respond({204, "application/json", "", {}, {}});
}

}  // namespace vs::app
