// Lines of the log, written by spdlog.
#include "app/log.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "kernel/json.h"

namespace vs::log {
namespace {

constexpr std::size_t id_most = 80, cause_most = 200, word_most = 40;

spdlog::logger& sink() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");
    return made;
  }();
  return *logger;
}

spdlog::level::level_enum as_spdlog(Level level) {
  switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string_view name_of(Level level) {
  constexpr std::string_view names[] = {"debug", "info", "warning", "error"};
  return names[int(level)];
}

bool fits_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_.:/{}*-").find(c) != std::string_view::npos;
}

std::string in_quotes(std::string_view text) {
  std::string out;
  json::put_text(out, text);
  return out;
}

// A word that could be an address or a secret, or quotes somebody.
bool tells(std::string_view word) {
  return word.size() > word_most || word.find_first_of("@\"'`#?=%") != std::string_view::npos;
}

}  // namespace

Id::Id(std::string_view given) : text(given) {
  if (text.size() > id_most || !std::ranges::all_of(text, fits_id)) text = "?";
}

Cause::Cause(std::string_view given) {
  bool quoting = false;
  for (std::size_t from = 0; from < given.size() && text.size() < cause_most;) {
    const auto end = std::min(given.find_first_of(" \n\r\t", from), given.size());
    const auto word = given.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    const bool marks = std::ranges::count_if(word, [](char c) { return c == '"' || c == '\'' || c == '`'; }) % 2;
    const bool ascii = std::ranges::all_of(word, [](char c) { return c > ' ' && c < 127; });
    if (!text.empty()) text += ' ';
    text += quoting || marks || tells(word) || !ascii ? std::string_view("…") : word;
    if (marks) quoting = !quoting;
  }
}

Field::Field(Word name, Word value) : name(name.text), json(in_quotes(value.text)) {}
Field::Field(Word name, const Id& value) : name(name.text), json(in_quotes(value.text)) {}
Field::Field(Word name, const Cause& value) : name(name.text), json(in_quotes(value.text)) {}
Field::Field(Word name, double value) : name(name.text), json(fmt::format("{:.3f}", value)) {}

void start(std::string_view least) {
  for (const auto level : {Level::debug, Level::info, Level::warning, Level::error})
    if (name_of(level) == least) sink().set_level(as_spdlog(level));
}

bool wanted(Level level) {
  return sink().should_log(as_spdlog(level));
}

void line(Level level, Word event, std::initializer_list<Field> fields) {
  if (!wanted(level)) return;
  using namespace std::chrono;
  const auto now = floor<milliseconds>(system_clock::now());
  auto text =
      fmt::format(R"({{"time":"{:%Y-%m-%dT%H:%M:%S}.{:03}Z","level":"{}","event":)",
                  fmt::gmtime(system_clock::to_time_t(now)), now.time_since_epoch().count() % 1000, name_of(level));
  json::put_text(text, event.text);
  for (const auto& field : fields) {
    text += ',';
    json::put_text(text, field.name);
    text += ':';
    text += field.json;
  }
  text += '}';
  sink().log(as_spdlog(level), spdlog::string_view_t(text));
}

}  // namespace vs::log
