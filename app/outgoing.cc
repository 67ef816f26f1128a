#include "app/outgoing.h"

#include <curl/curl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <future>
#include <memory>
#include <thread>

namespace vs::app {
namespace {

namespace ip = boost::asio::ip;
using Addresses = OutgoingOptions::Addresses;
using Parts = std::unique_ptr<CURLU, void (*)(CURLU*)>;
using List = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

constexpr std::size_t url_most = 2'048;

// An address taken apart by the library that will connect to it: two parsers would see two hosts.
struct Target {
  Parts parts{curl_url(), curl_url_cleanup};
  std::string host;  ///< as DNS knows it, without a dot at the end; of IPv6 without brackets
  std::uint16_t port = 0;
  std::string trouble;
};

std::string part_of(const Parts& parts, CURLUPart which, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(parts.get(), which, &text, flags) != CURLUE_OK) return "";
  std::string out(text);
  curl_free(text);
  return out;
}

bool is_plain(const std::string& host) {
  return std::ranges::all_of(
      host, [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '.' || c == '-' || c == '_'); });
}

// The host as it will be asked for, put back into the parts; names in other scripts are written as `xn--…`. False when
// there is none.
bool settle_host(Target& target) {
  auto host = part_of(target.parts, CURLUPART_HOST, 0);
  std::ranges::transform(host, host.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  if (host.ends_with('.')) host.pop_back();
  const bool empty_label = host.starts_with('.') || host.ends_with('.') || host.contains("..");
  if (host.empty() || empty_label || (!host.starts_with('[') && !is_plain(host))) return false;
  if (curl_url_set(target.parts.get(), CURLUPART_HOST, host.c_str(), 0) != CURLUE_OK) return false;
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  boost::system::error_code name;
  const auto literal = ip::make_address(host, name);
  target.host = name ? host : literal.to_string();
  return true;
}

Target taken_apart(const OutgoingOptions& options, const std::string& url) {
  Target out;
  const auto refused = [&](const char* trouble) { return out.trouble = trouble, std::move(out); };
  if (url.size() > url_most || url.contains('\0') || url.contains('\\')) return refused("bad_address");
  if (curl_url_set(out.parts.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return refused("bad_address");
  if (!part_of(out.parts, CURLUPART_ZONEID, 0).empty() || !settle_host(out)) return refused("bad_address");
  const auto scheme = part_of(out.parts, CURLUPART_SCHEME, 0);
  out.port = std::uint16_t(std::stoi(part_of(out.parts, CURLUPART_PORT, CURLU_DEFAULT_PORT)));
  const bool usual = options.ports.contains(out.port);
  const bool named = options.allowed.names(out.host, out.port, usual);
  if (scheme != "https" && !(scheme == "http" && named)) return refused("not_https");
  if (!usual && !named) return refused("port_denied");
  return out;
}

Addresses system_addresses(const std::string& host) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  Addresses out;
  if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return out;
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, ::freeaddrinfo);
  for (const auto* each = found; each; each = each->ai_next) {
    if (each->ai_family == AF_INET) {
      const auto* at = reinterpret_cast<const sockaddr_in*>(each->ai_addr);
      out.push_back(ip::address_v4(ntohl(at->sin_addr.s_addr)));
    } else if (each->ai_family == AF_INET6) {
      const auto* at = reinterpret_cast<const sockaddr_in6*>(each->ai_addr);
      ip::address_v6::bytes_type bytes;
      std::memcpy(bytes.data(), &at->sin6_addr, bytes.size());
      out.push_back(ip::address_v6(bytes, at->sin6_scope_id));
    }
  }
  return out;
}

// The system's resolver cannot be told to stop: it is waited for so long, and then left to itself.
std::optional<Addresses> resolved(const OutgoingOptions& options, const std::string& host,
                                  const std::atomic<bool>& stop) {
  const auto answer = std::make_shared<std::promise<Addresses>>();
  auto found = answer->get_future();
  std::thread([answer, host, resolve = options.resolve] {
    try {
      answer->set_value(resolve(host));
    } catch (...) {
      answer->set_exception(std::current_exception());
    }
  }).detach();
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(options.seconds);
  while (found.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready)
    if (stop || std::chrono::steady_clock::now() > until) return {};
  return found.get();
}

// One call under way: what it may connect to, and what came so far.
struct Exchange {
  const Addresses& checked;
  const std::atomic<bool>& stop;
  std::size_t bytes_most, head = 0;
  std::string body;
  bool denied = false, too_long = false;
};

std::optional<ip::address> number_of(const sockaddr& at) {
  if (at.sa_family == AF_INET) return ip::address_v4(ntohl(reinterpret_cast<const sockaddr_in&>(at).sin_addr.s_addr));
  if (at.sa_family != AF_INET6) return {};
  ip::address_v6::bytes_type bytes;
  std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(at).sin6_addr, bytes.size());
  return ip::address_v6(bytes);
}

// Sees what the system would really connect to: whatever was resolved in between, only what was judged passes.
curl_socket_t open_checked(void* user, curlsocktype, curl_sockaddr* to) {
  auto& exchange = *static_cast<Exchange*>(user);
  const auto number = number_of(to->addr);
  if (number && std::ranges::find(exchange.checked, *number) != exchange.checked.end())
    return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
  exchange.denied = true;
  return CURL_SOCKET_BAD;
}

std::size_t take_head(char*, std::size_t size, std::size_t n, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  exchange.head += size * n;
  exchange.too_long |= exchange.head > exchange.bytes_most;
  return exchange.too_long ? 0 : size * n;
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t n, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  exchange.too_long |= exchange.body.size() + size * n > exchange.bytes_most;
  if (exchange.too_long) return 0;
  exchange.body.append(bytes, size * n);
  return size * n;
}

int give_up(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Exchange*>(user)->stop.load() ? 1 : 0;
}

// `host:port:address,address` for the library's own memory of names, so that it asks nobody; a number needs none.
List pinned(const Target& target, const Addresses& checked) {
  boost::system::error_code name;
  ip::make_address(target.host, name);
  if (!name) return {nullptr, curl_slist_free_all};
  std::string line = target.host + ':' + std::to_string(target.port) + ':';
  for (const auto& each : checked)
    line += (line.ends_with(':') ? "" : ",") + (each.is_v6() ? '[' + each.to_string() + ']' : each.to_string());
  return {curl_slist_append(nullptr, line.c_str()), curl_slist_free_all};
}

void keep_to_the_rules(CURL* curl, const OutgoingOptions& options) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // and not that of the environment
  curl_easy_setopt(curl, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_HTTP09_ALLOWED, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  if (!options.authorities.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, options.authorities.c_str());
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
  }
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, long(options.seconds));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "vouchsafe");
}

void listen_to(CURL* curl, Exchange& exchange) {
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &open_checked);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &take_head);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &give_up);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &exchange);
}

std::string trouble_of(CURLcode result, const Exchange& exchange) {
  if (exchange.denied) return "address_denied";
  if (exchange.too_long) return "too_long";
  switch (result) {
    case CURLE_OK: return "";
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return "no_connection";
    case CURLE_OPERATION_TIMEDOUT: return "timed_out";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION: return "no_encryption";
    default: return "broken_off";
  }
}

OutgoingAnswer exchanged(const OutgoingOptions& options, const Target& target, const Addresses& checked,
                         const OutgoingRequest& request, const std::atomic<bool>& stop) {
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) return {"broken_off"};
  Exchange exchange{checked, stop, options.bytes_most};
  const auto names = pinned(target, checked);
  List head{curl_slist_append(nullptr, "Expect:"), curl_slist_free_all};
  keep_to_the_rules(curl.get(), options);
  listen_to(curl.get(), exchange);
  curl_easy_setopt(curl.get(), CURLOPT_CURLU, target.parts.get());
  curl_easy_setopt(curl.get(), CURLOPT_RESOLVE, names.get());
  if (request.body) {
    head.reset(curl_slist_append(head.release(), ("Content-Type: " + request.content_type).c_str()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body->data());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body->size()));
  }
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, head.get());
  const auto result = curl_easy_perform(curl.get());
  OutgoingAnswer answer{trouble_of(result, exchange)};
  if (!answer.trouble.empty()) return answer;
  const char* type = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &type);
  answer.type = type ? type : "";
  answer.body = std::move(exchange.body);
  return answer;
}

OutgoingOptions with_resolver(OutgoingOptions options) {
  if (!options.resolve) options.resolve = &system_addresses;
  return options;
}

}  // namespace

Outgoing::Outgoing(OutgoingOptions options) : options_(with_resolver(std::move(options))) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

std::string Outgoing::objection(const std::string& url) const {
  return taken_apart(options_, url).trouble;
}

OutgoingAnswer Outgoing::call(const OutgoingRequest& request, const std::atomic<bool>& stop) const {
  const auto target = taken_apart(options_, request.url);
  if (!target.trouble.empty()) return {target.trouble};
  boost::system::error_code name;
  const auto literal = ip::make_address(target.host, name);
  const auto found = name ? resolved(options_, target.host, stop) : Addresses{literal};
  if (!found) return {"timed_out"};
  if (found->empty()) return {"unknown_host"};
  const bool named = options_.allowed.names(target.host, target.port, options_.ports.contains(target.port));
  // One private answer among public ones is enough: nobody honest has such a name.
  for (const auto& each : *found)
    if (!named && !options_.allowed.contains(each) && !is_public(each)) return {"address_denied"};
  return exchanged(options_, target, *found, request, stop);
}

}  // namespace vs::app
