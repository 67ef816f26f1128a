// Calling out: no address of the corpus reaches this machine or the house around it, whatever it is written like and
// whatever its name resolves to; and the same listener is reached once the operator allows it.
// MISSION: INT-05   QUALITY: S-SSRF
#include "app/outgoing.h"

#include <gtest/gtest.h>
#include <netdb.h>

#include <boost/asio.hpp>
#include <fstream>
#include <map>
#include <thread>

namespace vs::app {
namespace {

namespace ip = boost::asio::ip;
using Addresses = OutgoingOptions::Addresses;
using boost::asio::ip::tcp;

// Counts whoever connects; answers with fixed bytes, or closes at once.
class Listener {
 public:
  explicit Listener(const char* at, std::uint16_t port = 0, std::string answer = "") : answer_(std::move(answer)) {
    const tcp::endpoint here(ip::make_address(at), port);
    acceptor_.open(here.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    if (here.address().is_v6()) acceptor_.set_option(ip::v6_only(true));
    acceptor_.bind(here);
    acceptor_.listen();
    next();
    thread_ = std::thread([this] { io_.run(); });
  }
  ~Listener() {
    io_.stop();
    thread_.join();
  }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  int reached() const { return reached_; }

 private:
  void next() {
    acceptor_.async_accept([this](boost::system::error_code failed, tcp::socket socket) {
      if (failed) return;
      ++reached_;
      boost::system::error_code ignored;
      std::string head;
      if (!answer_.empty()) {
        boost::asio::read_until(socket, boost::asio::dynamic_buffer(head), "\r\n\r\n", ignored);
        boost::asio::write(socket, boost::asio::buffer(answer_), ignored);
      }
      socket.close(ignored);
      next();
    });
  }

  const std::string answer_;
  std::atomic<int> reached_{0};
  boost::asio::io_context io_;
  tcp::acceptor acceptor_{io_};
  std::thread thread_;
};

Addresses numbers(std::initializer_list<const char*> texts) {
  Addresses out;
  for (const char* text : texts) out.push_back(ip::make_address(text));
  return out;
}

// Names as a hostile DNS would answer for them; numbers as the system reads them.
Addresses hostile_names(const std::string& host) {
  static const std::map<std::string, Addresses> names{
      {"localhost", numbers({"127.0.0.1"})},
      {"sub.localhost", numbers({"127.0.0.1"})},
      {"loop.test", numbers({"127.0.0.1"})},
      {"cname-loop.test", numbers({"127.0.0.1"})},
      {"xn--bcher-kva.test", numbers({"127.0.0.1"})},
      {"two.test", numbers({"127.0.0.1", "93.184.216.34"})},
      {"mapped.test", numbers({"::ffff:127.0.0.1"})},
      {"zero.test", numbers({"0.0.0.0"})},
      {"cname.test", numbers({"10.0.0.1"})},
      {"metadata.test", numbers({"169.254.169.254"})},
      {"two-private.test", numbers({"93.184.216.34", "10.0.0.1"})},
      {"two6.test", numbers({"2606:2800:220:1:248:1893:25c8:1946", "::1"})},
      {"nat64.test", numbers({"64:ff9b::7f00:1"})},
      {"sixtofour.test", numbers({"2002:7f00:1::1"})},
      {"teredo.test", numbers({"2001:0:53aa:64c:0:0:80ff:fffe"})},
      {"ula.test", numbers({"fd00:ec2::254"})},
      {"linklocal.test", numbers({"fe80::1"})},
      {"multicast.test", numbers({"ff02::1"})},
      {"cgnat.test", numbers({"100.64.0.1"})},
      {"public.test", numbers({"93.184.216.34"})},
  };
  if (const auto known = names.find(host); known != names.end()) return known->second;
  addrinfo hints{}, *found = nullptr;
  hints.ai_flags = AI_NUMERICHOST;
  hints.ai_socktype = SOCK_STREAM;
  if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, ::freeaddrinfo);
  if (found->ai_family != AF_INET) return {};
  return {ip::address_v4(ntohl(reinterpret_cast<const sockaddr_in*>(found->ai_addr)->sin_addr.s_addr))};
}

struct Case {
  std::string kind, url;
};

std::vector<Case> corpus(std::uint16_t port) {
  std::vector<Case> out;
  std::ifstream in("tests/outgoing_corpus.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const auto end = line.find(' '), begin = line.find_first_not_of(' ', end);
    Case one{line.substr(0, end), line.substr(begin)};
    for (auto at = one.url.find("{port}"); at != one.url.npos; at = one.url.find("{port}"))
      one.url.replace(at, 6, std::to_string(port));
    out.push_back(std::move(one));
  }
  return out;
}

// The port of the listeners is a usual one here, so that addresses are refused for what they are.
OutgoingOptions options(std::uint16_t port, const std::string& allowed = "") {
  return {OutgoingAllowed::parse(allowed).value(), {80, 443, 8443, port}, 3, 1'000, &hostile_names};
}

const std::atomic<bool> never_stop{false};

std::string trouble(const OutgoingOptions& options, const std::string& url) {
  return Outgoing(options).call({url, "body"}, never_stop).trouble;
}

// This machine under one port, over IPv4 and, where there is one, IPv6.
struct Machine {
  Listener v4{"0.0.0.0"};
  std::unique_ptr<Listener> v6;
  Machine() {
    try {
      v6 = std::make_unique<Listener>("::", v4.port());
    } catch (const boost::system::system_error&) {
      // A machine without IPv6 cannot be reached by it.
    }
  }
  int reached() const { return v4.reached() + (v6 ? v6->reached() : 0); }
};

TEST(Outgoing, no_address_of_the_corpus_reaches_anybody) {
  const std::map<std::string, std::string> expected{{"loopback", "address_denied"}, {"loopback6", "address_denied"},
                                                    {"denied", "address_denied"},   {"port", "port_denied"},
                                                    {"malformed", "bad_address"},   {"nobody", "unknown_host"}};
  const Machine machine;
  const auto all = corpus(machine.v4.port());
  ASSERT_GE(all.size(), 200u);
  for (const auto& [kind, url] : all) {
    const auto found = trouble(options(machine.v4.port()), url);
    if (kind == "scheme") EXPECT_TRUE(found == "not_https" || found == "bad_address") << url << ": " << found;
    else EXPECT_EQ(found, expected.at(kind)) << url;
  }
  EXPECT_EQ(machine.reached(), 0);
}

TEST(Outgoing, the_same_addresses_reach_the_listener_once_the_networks_are_allowed) {
  const Machine machine;
  int wanted = 0;
  for (const auto& [kind, url] : corpus(machine.v4.port())) {
    if (kind != "loopback" && (kind != "loopback6" || !machine.v6)) continue;
    trouble(options(machine.v4.port(), "0.0.0.0/0, ::/0"), url);
    EXPECT_EQ(machine.reached(), ++wanted) << url;
    wanted = machine.reached();
  }
  EXPECT_GE(wanted, 40);
}

TEST(Outgoing, a_name_that_resolves_anew_to_an_inner_address_is_not_followed_there) {
  const Listener good("127.0.0.2");
  const Listener inner("127.0.0.1", good.port());
  auto with = options(good.port(), "127.0.0.2/32");
  int asked = 0;
  with.resolve = [&](const std::string&) { return numbers({asked++ ? "127.0.0.1" : "127.0.0.2"}); };
  const Outgoing outgoing(with);
  // The library itself knows `localhost` as 127.0.0.1: it must not be asked.
  const auto url = "https://localhost:" + std::to_string(good.port()) + "/";
  outgoing.call({url}, never_stop);
  EXPECT_EQ(good.reached(), 1);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(outgoing.call({url}, never_stop).trouble, "address_denied");
  EXPECT_EQ(good.reached(), 1);
  EXPECT_EQ(inner.reached(), 0);
}

TEST(Outgoing, a_redirect_is_told_and_not_followed) {
  const Listener inner("127.0.0.2", 0, "HTTP/1.1 200 OK\r\n\r\nsecret");
  const Listener outer("127.0.0.1", 0,
                       "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:" + std::to_string(inner.port()) +
                           "/\r\nContent-Length: 0\r\n\r\n");
  const auto port = std::to_string(outer.port());
  const Outgoing outgoing(options(outer.port(), "loop.test:" + port));
  const auto answer = outgoing.call({"http://loop.test:" + port + "/"}, never_stop);
  EXPECT_EQ(answer.trouble, "");
  EXPECT_EQ(answer.status, 302);
  EXPECT_EQ(outer.reached(), 1);
  EXPECT_EQ(inner.reached(), 0);
}

TEST(Outgoing, an_allowed_host_is_reached_under_its_name_and_port_only) {
  const Listener listener("127.0.0.1", 0, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
  const auto port = std::to_string(listener.port());
  auto with = options(80, "loop.test:" + port);
  const auto answer = Outgoing(with).call({"http://LOOP.test.:" + port + "/x"}, never_stop);
  EXPECT_EQ(answer.trouble, "");
  EXPECT_EQ(answer.body, "hi");
  EXPECT_EQ(answer.type, "text/plain");
  EXPECT_EQ(trouble(with, "http://localhost:" + port + "/"), "not_https");
  EXPECT_EQ(trouble(with, "https://localhost:" + port + "/"), "port_denied");
  EXPECT_EQ(trouble(with, "https://loop.test/"), "address_denied");
  EXPECT_EQ(listener.reached(), 1);
}

TEST(Outgoing, proxies_of_the_environment_are_not_asked) {
  const Listener proxy("127.0.0.2", 0, "HTTP/1.1 200 OK\r\n\r\n"), target("127.0.0.1", 0, "HTTP/1.1 204 No\r\n\r\n");
  const auto at = "http://127.0.0.2:" + std::to_string(proxy.port());
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy"}) ::setenv(name, at.c_str(), 1);
  const auto port = std::to_string(target.port());
  EXPECT_EQ(trouble(options(target.port(), "loop.test:" + port), "http://loop.test:" + port + "/"), "");
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy"}) ::unsetenv(name);
  EXPECT_EQ(target.reached(), 1);
  EXPECT_EQ(proxy.reached(), 0);
}

TEST(Outgoing, answers_are_bounded_and_what_is_no_answer_is_told) {
  const Listener body("127.0.0.1", 0, "HTTP/1.1 200 OK\r\n\r\n" + std::string(1'001, 'x'));
  const Listener head("127.0.0.1", 0, "HTTP/1.1 200 OK\r\nX: " + std::string(1'001, 'x') + "\r\n\r\n");
  const Listener noise("127.0.0.1", 0, "anything\r\n");
  const auto ask = [](const Listener& listener) {
    const auto port = std::to_string(listener.port());
    return trouble(options(listener.port(), "loop.test:" + port), "http://loop.test:" + port + "/");
  };
  EXPECT_EQ(ask(body), "too_long");
  EXPECT_EQ(ask(head), "too_long");
  EXPECT_EQ(ask(noise), "broken_off");
}

TEST(Outgoing, a_server_or_resolver_that_says_nothing_is_waited_for_so_long_and_no_longer) {
  boost::asio::io_context io;
  tcp::acceptor silent(io, {ip::make_address("127.0.0.1"), 0});  // connections wait in its queue
  const auto port = std::to_string(silent.local_endpoint().port());
  auto with = options(1, "loop.test:" + port);
  with.seconds = 1;
  EXPECT_EQ(trouble(with, "http://loop.test:" + port + "/"), "timed_out");
  std::promise<void> end;
  with.resolve = [wait = end.get_future().share()](const std::string&) { return wait.wait(), Addresses{}; };
  EXPECT_EQ(trouble(with, "http://loop.test:" + port + "/"), "timed_out");
  end.set_value();
}

TEST(Outgoing, the_list_of_what_is_allowed_is_read_strictly) {
  for (const char* good : {"", "witness.inner", "witness.inner:8080", "10.0.0.0/8, fd00::/8", "[::1]:9000", "::1",
                           "127.0.0.1:1", "10.1.2.3/8"})
    EXPECT_TRUE(OutgoingAllowed::parse(good)) << good;
  for (const char* bad : {",", "a:", "a:0", "a:65536", "a:b", "10.0.0.0/33", "10.0.0/8", "http://a", "a b/", "[::1",
                          "a@b", "*", "::g", "a/8"})
    EXPECT_FALSE(OutgoingAllowed::parse(bad)) << bad;
}

TEST(Outgoing, public_addresses_are_public) {
  for (const char* text : {"93.184.216.34", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1",
                           "192.0.1.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8",
                           "64:ff9b::8.8.8.8", "2001:4860:4860::8888", "2003::1"})
    EXPECT_TRUE(is_public(ip::make_address(text))) << text;
}

}  // namespace
}  // namespace vs::app
