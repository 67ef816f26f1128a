#include "features/portal/template.h"

#include <boost/json/parse.hpp>
#include <kainjow/mustache.hpp>

#include <stdexcept>

#include "features/portal/delivered.h"

namespace vs::portal {
namespace {

namespace stache = kainjow::mustache;

std::string part(const std::string& name) {
  const auto it = delivered().find(name);
  return it == delivered().end() ? std::string{} : std::string(it->second);
}

const json::Object& strokes() {
  static const json::Object all = boost::json::parse(part("icons.json")).as_object();
  return all;
}

// Numbers are texts; what is empty counts as absent, so that templates can ask for it.
stache::data data(const json::Value& value) {
  if (value.is_object()) {
    stache::data out(stache::data::type::object);
    for (const auto& [key, each] : value.get_object()) out.set(std::string(key), data(each));
    return out;
  }
  if (value.is_array()) {
    stache::data out(stache::data::type::list);
    for (const auto& each : value.get_array()) out.push_back(data(each));
    return out;
  }
  if (value.is_bool()) return stache::data(value.get_bool());
  if (value.is_string() && !value.get_string().empty()) return stache::data(std::string(value.get_string()));
  if (value.is_null() || value.is_string()) return stache::data(false);
  std::string number;
  json::put_value(number, value);
  return stache::data(number);
}

stache::data all_icons() {
  stache::data out(stache::data::type::object);
  for (const auto& [name, stroke] : strokes()) out.set(std::string(name), stache::data(icon(name)));
  return out;
}

// What several pages share, by the name of its file.
void add_partials(stache::data& page) {
  for (const auto& [name, text] : delivered()) {
    if (!name.ends_with("_part.mustache")) continue;
    const std::string content(text);
    page.set(std::string(name.substr(0, name.size() - 9)),
             stache::data(stache::partial([content] { return content; })));
  }
}

}  // namespace

std::string icon(std::string_view name, std::string_view css) {
  const auto* stroke = strokes().if_contains(name);
  if (!stroke) return {};
  return "<svg class=\"icon" + (css.empty() ? std::string{} : " " + std::string(css)) +
         "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + std::string(stroke->as_string()) + "\"/></svg>";
}

std::string render(const std::string& name, const Words& words, json::Object page) {
  page["language"] = words.language();
  auto all = data(page);
  all.set("w", data(words.all()));
  all.set("icons", all_icons());
  add_partials(all);
  const std::string body = part(name + ".mustache");
  if (body.empty()) throw std::logic_error("there is no page template " + name);
  all.set("page_content", stache::data(stache::partial([body] { return body; })));
  stache::mustache layout(part("layout.mustache"));
  auto html = layout.render(all);
  if (!layout.is_valid()) throw std::logic_error(name + ".mustache: " + layout.error_message());
  return html;
}

}  // namespace vs::portal
