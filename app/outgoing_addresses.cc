#include "app/outgoing_addresses.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace vs::app {
namespace {

namespace ip = boost::asio::ip;

bool holds(const ip::network_v4& network, const ip::address_v4& address) {
  return (address.to_uint() & network.netmask().to_uint()) == network.network().to_uint();
}

bool holds(const ip::network_v6& network, const ip::address_v6& address) {
  return ip::network_v6(address, network.prefix_length()).network() == network.network();
}

template <class Network, class Address>
bool any_holds(const std::vector<Network>& networks, const Address& address) {
  return std::ranges::any_of(networks, [&](const Network& network) { return holds(network, address); });
}

// IANA's registry of special addresses, and what clouds put beside it.
const std::vector<ip::network_v4>& special4() {
  static const std::vector<ip::network_v4> all = [] {
    std::vector<ip::network_v4> out;
    for (const char* text : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                             "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
                             "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
                             "168.63.129.16/32"})  // the host of a virtual machine in Azure, which knows its secrets
      out.push_back(ip::make_network_v4(text));
    return out;
  }();
  return all;
}

// Of what IANA gave out as global unicast (2000::/3), that which is none: protocols' own and Teredo, documentation,
// 6to4.
const std::vector<ip::network_v6>& special6() {
  static const std::vector<ip::network_v6> all = [] {
    std::vector<ip::network_v6> out;
    for (const char* text : {"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"})
      out.push_back(ip::make_network_v6(text));
    return out;
  }();
  return all;
}

ip::address_v4 last_four(const ip::address_v6::bytes_type& bytes) {
  return ip::address_v4({bytes[12], bytes[13], bytes[14], bytes[15]});
}

bool is_isatap(const ip::address_v6::bytes_type& bytes) {
  return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
}

bool is_host_name(const std::string& text) {
  return !text.empty() && text.size() <= 253 &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '-' || c == '_'; });
}

}  // namespace

ip::address carried(const ip::address& address) {
  static const auto nat64 = ip::make_network_v6("64:ff9b::/96");
  if (!address.is_v6()) return address;
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped() || holds(nat64, v6)) return last_four(v6.to_bytes());
  return address;
}

bool is_public(const ip::address& given) {
  static const auto unicast = ip::make_network_v6("2000::/3");
  const auto address = carried(given);
  if (address.is_v4()) return !any_holds(special4(), address.to_v4());
  const auto v6 = address.to_v6();
  return v6.scope_id() == 0 && holds(unicast, v6) && !any_holds(special6(), v6) && !is_isatap(v6.to_bytes());
}

std::optional<OutgoingAllowed> OutgoingAllowed::parse(const std::string& list) {
  OutgoingAllowed out;
  for (std::size_t from = 0; from < list.size();) {
    const auto end = std::min(list.find(',', from), list.size());
    auto entry = list.substr(from, end - from);
    std::erase(entry, ' ');
    if (!out.add(entry)) return {};
    from = end + 1;
  }
  return out;
}

bool OutgoingAllowed::add(const std::string& entry) {
  if (!entry.contains('/')) return add_host(entry);
  boost::system::error_code not4, not6;
  const auto network4 = ip::make_network_v4(entry, not4);
  const auto network6 = ip::make_network_v6(entry, not6);
  if (!not4) networks4_.push_back(network4.canonical());
  else if (!not6) networks6_.push_back(network6.canonical());
  return !not4 || !not6;
}

bool OutgoingAllowed::add_host(std::string entry) {
  Host out;
  const auto bracket = entry.rfind(']'), colon = entry.rfind(':');
  const bool bare6 = bracket == entry.npos && std::ranges::count(entry, ':') > 1;
  if (!bare6 && colon != entry.npos && (bracket == entry.npos || colon > bracket)) {
    std::uint16_t port = 0;
    const char* const last = entry.data() + entry.size();
    const auto [end, bad] = std::from_chars(entry.data() + colon + 1, last, port);
    if (bad != std::errc{} || end != last || port == 0) return false;
    out.port = port;
    entry.resize(colon);
  }
  if (entry.starts_with('[') && entry.ends_with(']')) entry = entry.substr(1, entry.size() - 2);
  boost::system::error_code none;
  const auto address = ip::make_address(entry, none);
  std::ranges::transform(entry, entry.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  out.name = none ? entry : address.to_string();
  if (none && !is_host_name(entry)) return false;
  hosts_.push_back(std::move(out));
  return true;
}

bool OutgoingAllowed::names(const std::string& host, std::uint16_t port, bool usual_port) const {
  return std::ranges::any_of(
      hosts_, [&](const Host& each) { return each.name == host && (each.port ? *each.port == port : usual_port); });
}

bool OutgoingAllowed::contains(const ip::address& given) const {
  const auto address = carried(given);
  return address.is_v4() ? any_holds(networks4_, address.to_v4()) : any_holds(networks6_, address.to_v6());
}

}  // namespace vs::app
