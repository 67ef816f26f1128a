// What reading every file can find: sizes, words we do not use, who may include whom, clocks in the wrong room.
// Exceptions stand in tests/tidy_exceptions.txt with a reason each; one that is no longer needed fails too.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t line_characters_max = 120, file_lines_max = 400, function_lines_max = 60;

struct File {
  std::string path;
  std::vector<std::string> lines;
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_source(const fs::path& path) {
  static const std::set<std::string> kinds{".cc", ".h", ".ts", ".tsx", ".mjs", ".css"};
  return kinds.contains(path.extension()) && path.string().find(".gen.") == std::string::npos;
}

const std::vector<File>& sources() {
  static const auto files = [] {
    std::vector<File> found;
    for (const char* room : {"kernel", "ledger", "engine", "features", "http", "app", "web", "tests", "bench"}) {
      if (!fs::exists(room)) continue;
      for (auto it = fs::recursive_directory_iterator(room); it != fs::recursive_directory_iterator(); ++it) {
        if (it->path().filename() == "dist" || it->path().filename() == "node_modules") it.disable_recursion_pending();
        else if (it->path().filename() == "generated.d.ts") continue;  // nobody writes or reads it
        else if (it->is_regular_file() && is_source(it->path())) found.push_back({it->path(), lines_of(it->path())});
      }
    }
    std::ranges::sort(found, {}, &File::path);
    return found;
  }();
  return files;
}

bool is_cpp(const File& file) {
  return file.path.ends_with(".cc") || file.path.ends_with(".h");
}
std::string room_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}
std::string feature_of(const std::string& path) {
  if (room_of(path) != "features") return {};
  return path.substr(9, path.find('/', 9) - 9);
}

std::vector<std::string> includes_of(const std::string& path) {
  static const std::regex include(R"(^#include "([^"]+)\".*)");
  std::vector<std::string> found;
  std::smatch match;
  for (const auto& line : lines_of(path))
    if (std::regex_match(line, match, include)) found.push_back(match[1]);
  return found;
}

bool is_test_source(const std::string& path) {
  return path.ends_with("_test.cc") || path.starts_with("tests/");
}

// Everything that the product's own sources include, directly or not.
const std::set<std::string>& headers_of_the_product() {
  static const auto found = [] {
    std::set<std::string> headers;
    std::vector<std::string> open;
    for (const auto& file : sources())
      if (file.path.ends_with(".cc") && !is_test_source(file.path)) open.push_back(file.path);
    while (!open.empty()) {
      const auto path = open.back();
      open.pop_back();
      for (const auto& header : includes_of(path))
        if (headers.insert(header).second) open.push_back(header);
    }
    return headers;
  }();
  return found;
}

// A test, or a header that only tests include.
bool is_test(const File& file) {
  return is_test_source(file.path) || (file.path.ends_with(".h") && !headers_of_the_product().contains(file.path));
}

// ---- exceptions

// "rule path" → reason
const std::map<std::string, std::string>& exceptions() {
  static const auto all = [] {
    std::map<std::string, std::string> found;
    for (const auto& line : lines_of("tests/tidy_exceptions.txt")) {
      if (line.empty() || line.starts_with('#')) continue;
      std::istringstream words(line);
      std::string rule, path, reason;
      words >> rule >> path;
      std::getline(words, reason);
      found[rule + " " + path] = reason;
    }
    return found;
  }();
  return all;
}

// Findings of one rule, less the exceptions; exceptions without a finding are findings themselves.
class Findings {
 public:
  explicit Findings(std::string rule) : rule_(std::move(rule)) {}
  void add(const std::string& path, const std::string& what) {
    if (exceptions().contains(rule_ + " " + path)) used_.insert(rule_ + " " + path);
    else text_ += path + ": " + what + "\n";
  }
  std::string text() const {
    std::string text = text_;
    for (const auto& [key, reason] : exceptions()) {
      if (!key.starts_with(rule_ + " ")) continue;
      if (!used_.contains(key)) text += "tests/tidy_exceptions.txt: '" + key + "' is no longer needed\n";
      if (reason.size() < 10) text += "tests/tidy_exceptions.txt: '" + key + "' wants a reason\n";
    }
    return text;
  }

 private:
  std::string rule_, text_;
  std::set<std::string> used_;
};

// ---- sizes

// First line and length of every function body that is laid out as clang-format does.
std::vector<std::pair<std::size_t, std::size_t>> functions(const File& file) {
  static const std::regex other(
      R"(^\s*(namespace|struct|class|enum|union|extern|export (default )?(const|interface|type)).*)");
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const auto& line = file.lines[i];
    const auto indent = line.find_first_not_of(' ');
    if (indent > 2 || !line.ends_with("{") || line.find('(') == std::string::npos) continue;
    if (std::regex_match(line, other)) continue;
    for (std::size_t end = i + 1; end < file.lines.size(); ++end) {
      if (file.lines[end].find_first_not_of(' ') != indent || !file.lines[end].substr(indent).starts_with("}"))
        continue;
      found.emplace_back(i + 1, end - i + 1);
      break;
    }
  }
  return found;
}

// Other alphabets take several bytes a letter: letters are what an eye has to follow.
std::size_t characters(const std::string& line) {
  return std::size_t(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

TEST(Tidy, files_functions_and_lines_are_short) {
  Findings findings("size");
  for (const auto& file : sources()) {
    if (file.lines.size() > file_lines_max) findings.add(file.path, std::to_string(file.lines.size()) + " lines");
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (characters(file.lines[i]) > line_characters_max && file.lines[i].find("http") == std::string::npos)
        findings.add(file.path, "line " + std::to_string(i + 1) + " has " + std::to_string(characters(file.lines[i])) +
                                    " characters");
    if (!is_cpp(file)) continue;
    for (const auto& [line, length] : functions(file))
      if (length > function_lines_max)
        findings.add(file.path,
                     "function at line " + std::to_string(line) + " has " + std::to_string(length) + " lines");
  }
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

TEST(Tidy, lines_end_cleanly) {
  Findings findings("ends");
  for (const auto& file : sources())
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (file.lines[i].ends_with(' ') || file.lines[i].ends_with('\r') ||
          file.lines[i].find('\t') != std::string::npos)
        findings.add(file.path, "line " + std::to_string(i + 1) + " has a tab or ends in white space");
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

// ---- words

TEST(Tidy, words_that_promise_or_say_nothing_are_not_used) {
  // The last alternative: names of types that would fit anything.
  static const std::regex banned(
      R"(\b(TODO|FIXME|XXX|HACK|lorem|foobar)\b|\b(struct|class) \w*(Manager|Helper|Util|Utils|Processor)\b)");
  Findings findings("words");
  for (const auto& file : sources()) {
    if (file.path == "tests/tidy_test.cc") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (std::regex_search(file.lines[i], banned)) findings.add(file.path, "line " + std::to_string(i + 1));
  }
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

TEST(Tidy, every_file_and_every_header_opens_with_what_it_is) {
  Findings findings("opening");
  for (const auto& file : sources())
    if (file.path.ends_with(".h") && (file.lines.empty() || !file.lines.front().starts_with("// ")))
      findings.add(file.path, "a header opens with a comment");
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

TEST(Tidy, decisions_and_folds_know_no_clock_no_chance_and_no_files) {
  static const std::regex impure(
      R"(::now\(\)|\brand\(|random_device|randombytes|\btime\((nullptr|NULL|0)|std::(thread|mutex|ifstream|ofstream)|)"
      R"(getenv\()");
  Findings findings("pure");
  for (const auto& file : sources()) {
    if (!is_cpp(file) || is_test(file) || (room_of(file.path) != "kernel" && room_of(file.path) != "features"))
      continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (std::regex_search(file.lines[i], impure)) findings.add(file.path, "line " + std::to_string(i + 1));
  }
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

// ---- who may include whom

// The tables of ARCHITECTURE.md: `| room | may include |` and `| floor | features |`.
struct Order {
  std::map<std::string, std::set<std::string>> rooms;
  std::map<std::string, int> floors;
};

std::vector<std::string> names_in(const std::string& cell) {
  static const std::regex name(R"(`(\w+)`)");
  std::vector<std::string> found;
  for (std::sregex_iterator it(cell.begin(), cell.end(), name), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

Order order() {
  static const std::regex room_row(R"(^\| `(\w+)/` \|([^|]*)\|.*)"), floor_row(R"(^\| (\d) \|([^|]*)\|.*)");
  Order order;
  std::smatch match;
  for (const auto& line : lines_of("ARCHITECTURE.md")) {
    if (std::regex_match(line, match, room_row)) {
      const auto names = names_in(match[2]);
      order.rooms[match[1]] = {names.begin(), names.end()};
    } else if (std::regex_match(line, match, floor_row)) {
      for (const auto& feature : names_in(match[2])) order.floors[feature] = std::stoi(match[1]);
    }
  }
  return order;
}

// A feature's public header is `<feature>.h` with the headers of its own that it includes.
bool is_public(const std::string& header) {
  const auto feature = feature_of(header);
  std::vector<std::string> open{"features/" + feature + "/" + feature + ".h"};
  std::set<std::string> seen;
  while (!open.empty()) {
    const auto path = open.back();
    open.pop_back();
    if (feature_of(path) != feature || !seen.insert(path).second) continue;
    for (const auto& included : includes_of(path)) open.push_back(included);
  }
  return seen.contains(header);
}

// "" when `path` may include `header`, else the reason why not.
std::string why_not(const Order& order, const std::string& path, const std::string& header) {
  const auto from = room_of(path), to = room_of(header);
  if (from != to && !order.rooms.at(from).contains(to)) return from + "/ may not include " + to + "/";
  const auto mine = feature_of(path), theirs = feature_of(header);
  if (mine.empty() || theirs.empty() || mine == theirs) return {};
  if (!order.floors.contains(mine) || !order.floors.contains(theirs)) return "a feature without a floor";
  if (order.floors.at(theirs) >= order.floors.at(mine)) return theirs + " is not on a lower floor than " + mine;
  return is_public(header) ? "" : "not a public header of " + theirs;
}

TEST(Tidy, rooms_and_floors_include_only_what_lies_below) {
  const auto order = ::order();
  ASSERT_GE(order.floors.size(), 9u) << "ARCHITECTURE.md has no table of floors";
  Findings findings("includes");
  for (const auto& file : sources()) {
    if (!is_cpp(file) || is_test(file)) continue;
    ASSERT_TRUE(order.rooms.contains(room_of(file.path))) << file.path << " is in a room without a row";
    for (const auto& header : includes_of(file.path))
      if (const auto reason = why_not(order, file.path, header); !reason.empty())
        findings.add(file.path, header + ": " + reason);
  }
  EXPECT_TRUE(findings.text().empty()) << findings.text();
}

}  // namespace
