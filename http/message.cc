#include "http/message.h"

#include <boost/url.hpp>

namespace vs::http {

std::string Request::cookie(const std::string& name) const {
  const std::string all = header("cookie");
  for (std::size_t from = 0; from < all.size();) {
    auto end = std::min(all.find(';', from), all.size());
    std::string_view pair(all.data() + from, end - from);
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return std::string(pair.substr(name.size() + 1));
    from = end + 1;
  }
  return {};
}

std::map<std::string, std::string> parse_query(std::string_view text) {
  std::map<std::string, std::string> out;
  const std::string ended(text);  // the library reads on to the next NUL, wherever its argument ends
  if (const auto params = boost::urls::parse_query(ended))
    for (const auto& p : *params) {
      const auto decoded = boost::urls::param(p);
      out[decoded.key] = decoded.value;
    }
  return out;
}

}  // namespace vs::http
