#include "features/portal/words.h"

#include <boost/json/parse.hpp>

#include <algorithm>

#include "features/portal/delivered.h"
#include "features/portal/times.h"

namespace vs::portal {
namespace {

constexpr std::string_view english = "en";

json::Object read(std::string_view file) {
  const auto& files = delivered();
  const auto it = files.find(file);
  return it == files.end() ? json::Object{} : boost::json::parse(it->second).as_object();
}

// Each language over English, so that a missing sentence is still said.
const std::map<std::string, json::Object>& books() {
  static const auto all = [] {
    std::map<std::string, json::Object> out;
    for (const auto& [file, text] : delivered()) {
      if (!file.ends_with(".json") || file.size() != 7) continue;
      auto& words = out[std::string(file.substr(0, 2))] = read("en.json");
      for (const auto& [key, value] : read(file)) words[key] = value;
    }
    return out;
  }();
  return all;
}

std::string part(const std::string& list, std::size_t n) {
  std::size_t from = 0;
  for (; n > 0; --n) from = list.find(',', from) + 1;
  return list.substr(from, list.find(',', from) - from);
}

}  // namespace

const std::vector<Language>& languages() {
  static const auto all = [] {
    std::vector<Language> out;
    for (const auto& [code, words] : books()) out.push_back({code, std::string(words.at("language_name").as_string())});
    std::ranges::stable_sort(out, {}, [](const Language& l) { return l.code != english; });
    return out;
  }();
  return all;
}

std::string language_for(std::string_view wish) {
  for (std::size_t from = 0; from < wish.size();) {
    while (from < wish.size() && (wish[from] == ' ' || wish[from] == ',')) ++from;
    const std::string code(wish.substr(from, 2));
    if (books().contains(code)) return code;
    from = std::min(wish.find(',', from), wish.size());
  }
  return std::string(english);
}

Words::Words(const std::string& language)
    : language_(books().contains(language) ? language : std::string(english)), words_(&books().at(language_)) {}

std::string Words::operator()(std::string_view key, const Values& values) const {
  const auto* found = words_->if_contains(key);
  std::string text(found ? std::string_view(found->as_string()) : key);
  for (const auto& [name, value] : values) {
    const std::string hole = "{" + std::string(name) + "}";
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
      text.replace(at, hole.size(), value);
  }
  return text;
}

bool Words::has(std::string_view key) const {
  return words_->contains(key);
}

std::string Words::date(Date day) const {
  const std::chrono::year_month_day ymd(day.day);
  return (*this)("date", {{"day", std::to_string(unsigned(ymd.day()))},
                          {"month", part((*this)("months"), unsigned(ymd.month()) - 1)},
                          {"year", std::to_string(int(ymd.year()))}});
}

std::string Words::moment(Instant at, const std::string& time_zone) const {
  const auto here = local_time(at, time_zone);
  return date(here.day) + ", " + here.clock;
}

std::string Words::appointment(Instant at, const std::string& time_zone) const {
  const auto here = local_time(at, time_zone);
  return part((*this)("weekdays"), here.weekday) + ", " + date(here.day) + ", " + here.clock;
}

std::string Words::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? (*this)("and") : (*this)("comma");
    out += items[i];
  }
  return out;
}

std::string Words::call(const std::string& full_name) const {
  return (*this)("call_by", {{"first", full_name.substr(0, full_name.find(' '))}, {"name", full_name}});
}

}  // namespace vs::portal
