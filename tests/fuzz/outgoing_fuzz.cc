// Addresses that the program is asked to connect to, in every notation and tunnel: none that leads into the house is
// public. The first line is a list of exceptions, the rest an address; its first bytes are one too.
#include "app/outgoing_addresses.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;
namespace ip = boost::asio::ip;

namespace {

// Said once more in another way than the program does.
bool leads_inside(const ip::address_v4::bytes_type& b) {
  return b[0] == 0 || b[0] == 10 || b[0] == 127 || b[0] >= 224 || (b[0] == 169 && b[1] == 254) ||
         (b[0] == 172 && b[1] >> 4 == 1) || (b[0] == 192 && b[1] == 168) || (b[0] == 100 && b[1] >> 6 == 1);
}

ip::address_v6 within(std::initializer_list<unsigned char> prefix, const ip::address_v4::bytes_type& v4,
                      std::size_t at) {
  ip::address_v6::bytes_type all{};
  std::copy(prefix.begin(), prefix.end(), all.begin());
  std::copy(v4.begin(), v4.end(), all.begin() + long(at));
  return ip::address_v6(all);
}

void every_tunnel(const ip::address_v4::bytes_type& v4) {
  const bool inside = leads_inside(v4);
  const bool open = app::is_public(ip::address_v4(v4));
  fuzz::must(!(inside && open), "an address of the house is not public");
  const auto mapped = within({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, v4, 12);
  const auto nat64 = within({0, 0x64, 0xff, 0x9b}, v4, 12);
  fuzz::must(app::is_public(mapped) == open && app::is_public(nat64) == open, "nor is it when it is carried");
  const auto six_to_four = within({0x20, 0x02}, v4, 2), teredo = within({0x20, 0x01, 0, 0}, v4, 4);
  const auto compatible = within({}, v4, 12);
  for (const auto& tunnel : {six_to_four, teredo, compatible})
    fuzz::must(!app::is_public(tunnel), "no tunnel leads to an address of its own choice");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto line = std::min(text.find('\n'), text.size());
  const std::string written(text.substr(std::min(line + 1, text.size())));
  if (size >= 4) every_tunnel({data[0], data[1], data[2], data[3]});
  const auto allowed = app::OutgoingAllowed::parse(std::string(text.substr(0, line)));
  boost::system::error_code bad;
  const auto address = ip::make_address(written, bad);
  if (allowed) allowed->names(written, 443, true);
  if (bad) return 0;
  if (address.is_v4()) every_tunnel(address.to_v4().to_bytes());
  const bool open = app::is_public(address);
  if (allowed) fuzz::must(allowed->contains(address) == allowed->contains(app::carried(address)), "as it is carried");
  fuzz::must(app::is_public(ip::make_address(address.to_string(), bad)) == open && !bad, "however it is written");
  return 0;
}
