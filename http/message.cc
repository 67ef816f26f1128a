#include "http/message.h"

#include <algorithm>

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

}  // namespace vs::http
