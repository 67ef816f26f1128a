#include "features/portal/frame.h"

namespace vs::portal {
namespace {

// The first letter, whatever it takes in bytes.
std::string initial(const std::string& name) {
  std::size_t end = std::min<std::size_t>(1, name.size());
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.substr(0, end);
}

struct Tongue {
  std::string code, name;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(Tongue, (), (code, name, current))

}  // namespace

json::Object frame(const Visitor& visitor, const std::string& title) {
  json::Object data;
  data["page_title"] = title;
  data["brand"] = visitor.brand;
  data["initial"] = initial(visitor.brand);
  data["once"] = visitor.once;
  data["note"] = visitor.note;
  put_list(data, "problems", visitor.problems);
  return data;
}

Page shown(const std::string& name, const Words& words, json::Object data, int status) {
  Page page;
  page.html = render(name, words, std::move(data));
  page.status = status;
  return page;
}

Page go_to(std::string address) {
  Page page;
  page.go = std::move(address);
  return page;
}

Page no_such_page(const Visitor& visitor) {
  const Words words(visitor.language);
  auto data = frame(visitor, words("not_found_title"));
  data["lead"] = words("not_found_lead");
  return shown("plain", words, std::move(data), 404);
}

void add_languages(json::Object& data, const Words& words) {
  std::vector<Tongue> tongues;
  for (const auto& language : languages())
    tongues.push_back({language.code, language.name, language.code == words.language()});
  data["has_languages"] = tongues.size() > 1;
  data["languages"] = *json::parse(json::to_text(tongues));
}

}  // namespace vs::portal
