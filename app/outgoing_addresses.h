// Which addresses the program may connect to when it calls out: those that anybody can reach, and what the operator
// allows besides. Judged by the number that a socket would get, never by how it is written.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vs::app {

/// Where packets to it end up: IPv4 that is carried in IPv6 (mapped, NAT64), taken out.
boost::asio::ip::address carried(const boost::asio::ip::address&);

/// Whether it is one of the public Internet: not loopback, private, link-local, shared, multicast, reserved, of
/// documentation or benchmarks, nor of a tunnel that leads to an IPv4 address of its own choice (6to4, Teredo, ISATAP).
bool is_public(const boost::asio::ip::address&);

/// What may be reached although it is private: the setting `outgoing_allow`.
class OutgoingAllowed {
 public:
  /// `host`, `host:port`, `[::1]:port` or a network like `10.0.0.0/8`, with commas between; nothing when one is none.
  static std::optional<OutgoingAllowed> parse(const std::string& list);

  /// Whether this host is named, for this port; without a port of its own an entry means the usual ones.
  bool names(const std::string& host, std::uint16_t port, bool usual_port) const;
  /// Whether one of the networks holds it.
  bool contains(const boost::asio::ip::address&) const;

 private:
  struct Host {
    std::string name;
    std::optional<std::uint16_t> port;
  };
  bool add(const std::string& entry);
  bool add_host(std::string entry);

  std::vector<Host> hosts_;
  std::vector<boost::asio::ip::network_v4> networks4_;
  std::vector<boost::asio::ip::network_v6> networks6_;
};

}  // namespace vs::app
