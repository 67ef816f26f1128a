// The log: one JSON object a line on the error output. What may stand in a line is decided by types: literals, numbers,
// opaque ids, and bounded causes of failures. Texts and `Personal` do not compile.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace vs::log {

enum class Level { debug, info, warning, error };

/// A word of the program's own, known when it was compiled.
struct Word {
  consteval Word(const char* text) : text(text) {}  // NOLINT: written in place, like the literal that it is
  std::string_view text;
};

/// Something that names without telling: at most 80 of `A-Za-z0-9_.:/{}*-`. Anything else becomes "?".
struct Id {
  explicit Id(std::string_view text);
  std::string text;
};

/// Why a library failed, in its own words: bounded, on one line, without anything that looks like an address, a
/// secret or a quotation.
struct Cause {
  explicit Cause(std::string_view text);
  std::string text;
};

/// One named value of a line.
class Field {
 public:
  Field(Word name, Word value);
  Field(Word name, const Id& value);
  Field(Word name, const Cause& value);
  // Templates, because a literal would become a `bool` sooner than a `Word`.
  template <std::same_as<bool> B>
  Field(Word name, B value) : name(name.text), json(value ? "true" : "false") {}
  template <std::integral N>
    requires(!std::same_as<N, bool> && !std::same_as<N, char>)
  Field(Word name, N value) : name(name.text), json(std::to_string(value)) {}
  Field(Word name, double value);

  std::string_view name;
  std::string json;
};

/// Lines of less weight are left out from now on.
void start(std::string_view least);
bool wanted(Level);
/// Writes one line: time, level, event, fields. Safe from any thread.
void line(Level, Word event, std::initializer_list<Field> = {});

inline void info(Word event, std::initializer_list<Field> fields = {}) {
  line(Level::info, event, fields);
}
inline void warning(Word event, std::initializer_list<Field> fields = {}) {
  line(Level::warning, event, fields);
}
inline void error(Word event, std::initializer_list<Field> fields = {}) {
  line(Level::error, event, fields);
}

}  // namespace vs::log
