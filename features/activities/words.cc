#include "features/activities/words.h"

#include <date/tz.h>
#include <yaml-cpp/yaml.h>
#include <kainjow/mustache.hpp>

namespace vs::activities {

/// Texts of the files delivered.
const std::vector<std::string_view>& delivered_words();

struct Words::Book {
  std::string language;
  std::map<std::string, std::string> phrases, uses;
  std::vector<std::string> weekdays, months;
};

namespace {

Words::Book read(std::string_view text) {
  const auto root = YAML::Load(std::string(text));
  Words::Book book;
  book.language = root["language"].as<std::string>();
  book.weekdays = root["weekdays"].as<std::vector<std::string>>();
  book.months = root["months"].as<std::vector<std::string>>();
  for (const auto& pair : root["uses"]) book.uses[pair.first.as<std::string>()] = pair.second.as<std::string>();
  for (const auto& pair : root)
    if (pair.second.IsScalar()) book.phrases[pair.first.as<std::string>()] = pair.second.as<std::string>();
  return book;
}

const std::map<std::string, Words::Book>& books() {
  static const auto all = [] {
    std::map<std::string, Words::Book> found;
    for (const auto text : delivered_words()) {
      auto one = read(text);
      found[one.language] = std::move(one);
    }
    return found;
  }();
  return all;
}

// Names are written as they are: this is plain text.
std::string fill(const std::string& text, const Words::Values& values) {
  kainjow::mustache::mustache form(text);
  form.set_custom_escape([](const std::string& s) { return s; });
  kainjow::mustache::data data;
  for (const auto& [name, value] : values)
    if (!value.empty()) data.set(name, value);
  return form.render(data);
}

std::string two(long n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

const date::time_zone* zone_of(const std::string& name) {
  try {
    return date::locate_zone(name.empty() ? "UTC" : name);
  } catch (const std::exception&) {
    return date::locate_zone("UTC");
  }
}

// "Europe/Madrid" is read as "Madrid".
std::string place(const std::string& zone) {
  std::string name = zone.substr(zone.rfind('/') + 1);
  for (char& c : name)
    if (c == '_') c = ' ';
  return name;
}

struct Clock {
  date::year_month_day day;
  unsigned weekday = 0;
  std::string time;
};

Clock clock(Instant at, const date::time_zone* zone) {
  const auto local = zone->to_local(date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(at.us)));
  const auto day = date::floor<date::days>(local);
  const date::hh_mm_ss hour(date::floor<std::chrono::minutes>(local - day));
  return {date::year_month_day(day), date::weekday(day).c_encoding(),
          two(hour.hours().count()) + ":" + two(hour.minutes().count())};
}

}  // namespace

Words::Words(const std::string& language) {
  const auto it = books().find(language.substr(0, 2));
  book_ = &(it == books().end() ? books().at("en") : it->second);
}

std::string Words::operator()(const std::string& key, const Values& values) const {
  const auto it = book_->phrases.find(key);
  return fill(it == book_->phrases.end() ? books().at("en").phrases.at(key) : it->second, values);
}

std::string Words::use(UseType type) const {
  const auto it = book_->uses.find(std::string(name_of(type)));
  return it == book_->uses.end() ? spoken(type) : it->second;
}

std::string Words::minutes(int n) const {
  return (*this)("minutes", {{"n", std::to_string(n)}});
}

std::string Words::date(Date day) const {
  const std::chrono::year_month_day ymd(day.day);
  return (*this)("date", {{"day", std::to_string(unsigned(ymd.day()))},
                          {"month", book_->months.at(unsigned(ymd.month()) - 1)},
                          {"year", std::to_string(int(ymd.year()))}});
}

std::string Words::when(Instant at, int minutes, const std::string& time_zone) const {
  const auto* zone = zone_of(time_zone);
  const auto from = clock(at, zone), until = clock(at.plus_seconds(minutes * 60), zone);
  return (*this)("when", {{"weekday", book_->weekdays.at(from.weekday)},
                          {"day", std::to_string(unsigned(from.day.day()))},
                          {"month", book_->months.at(unsigned(from.day.month()) - 1)},
                          {"year", std::to_string(int(from.day.year()))},
                          {"from", from.time},
                          {"until", until.time},
                          {"zone", place(zone->name())}});
}

std::string Words::time(Instant at, const std::string& time_zone) const {
  const auto* zone = zone_of(time_zone);
  const auto from = clock(at, zone);
  return (*this)("time", {{"weekday", book_->weekdays.at(from.weekday)},
                          {"day", std::to_string(unsigned(from.day.day()))},
                          {"month", book_->months.at(unsigned(from.day.month()) - 1)},
                          {"from", from.time},
                          {"zone", place(zone->name())}});
}

}  // namespace vs::activities
