#include "tests/story.h"

#include <boost/json/serialize.hpp>

#include <optional>
#include <sstream>

#include "tests/story_stage.h"

namespace vs::story {
namespace {

struct Sentence {
  std::string verb, name, target;
  json::Value data;
};

// `when authorizations.withdraw aut_1 {…}` → verb, name, target, data
Sentence parse(std::string line, const std::string& last_id) {
  for (auto at = line.find("$id"); at != std::string::npos; at = line.find("$id", at + last_id.size()))
    line.replace(at, 3, last_id);
  Sentence out;
  const auto brace = line.find(" {");
  std::istringstream words(line.substr(0, brace));
  words >> out.verb >> out.name >> out.target;
  out.data = json::Object{};
  if (brace == std::string::npos) return out;
  auto data = json::parse(line.substr(brace + 1));
  if (!data) throw std::runtime_error(data.error().reasons.front().message);
  out.data = std::move(*data);
  return out;
}

bool is_answer(const std::string& line) {
  return line.starts_with("then ") || line.starts_with("refused ") || line == "nothing";
}

// Refusals name all their codes, in any order.
std::set<std::string> words_of(const std::string& line) {
  std::istringstream words(line);
  std::set<std::string> all;
  for (std::string word; words >> word;) all.insert(word);
  return all;
}

bool same(const std::string& want, const std::string& got, const std::string& last_id) {
  if (!got.starts_with("then ") || !want.starts_with("then ")) return words_of(want) == words_of(got);
  const auto wanted = parse(want, last_id), actual = parse(got, last_id);
  return wanted.name == actual.name && contained(wanted.data, actual.data);
}

class Teller {
 public:
  explicit Teller(const engine::Registry& registry) : registry_(registry) {}

  Report tell(const std::string& text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      ++number_;
      try {
        if (!is_answer(line)) {
          compare();
          report_.text += line + "\n";
        }
        say(line);
      } catch (const std::exception& error) {
        complain(error.what());
      }
    }
    compare();
    close();
    return std::move(report_);
  }

 private:
  void say(const std::string& line) {
    if (line.starts_with("# ")) {
      close();
      stage_.emplace(registry_);
      return;
    }
    if (line.empty()) return;
    if (!stage_) throw std::runtime_error("a story begins with its rule: '# …'");
    if (is_answer(line)) return wanted_.push_back(line);
    if (line.starts_with("at ")) return stage_->at(line.substr(3));
    if (line.starts_with("as ")) return stage_->as(line.substr(3));
    act(parse(line, last_id_));
  }

  void act(const Sentence& s) {
    if (s.verb == "given") return stage_->given(s.name, s.data);
    if (s.verb == "when") return answered(stage_->when(s.name, s.target, s.data));
    if (s.verb == "tick") return answered(stage_->tick(s.name));
    if (s.verb != "see") throw std::runtime_error("'" + s.verb + "' is no word of stories");
    auto answer = stage_->see(s.name, s.target);
    if (answer.lines.front().starts_with("refused")) return answered(std::move(answer));
    if (!contained(s.data, json::parse(answer.lines.front()).value())) complain("sees " + answer.lines.front());
  }

  void answered(Answered answer) {
    got_ = std::move(answer.lines);
    asked_at_ = number_;
    if (!answer.id.empty()) last_id_ = answer.id;
  }

  // Compares what was answered with the lines that followed the question.
  void compare() {
    bool equal = wanted_.size() == got_.size();
    for (std::size_t i = 0; equal && i < got_.size(); ++i) equal = same(wanted_[i], got_[i], last_id_);
    for (const auto& line : equal ? wanted_ : got_) report_.text += line + "\n";
    if (!equal) {
      std::string says = "the program says:";
      for (const auto& line : got_) says += "\n    " + line.substr(0, 300);
      complain(says, asked_at_);
    }
    got_.clear();
    wanted_.clear();
  }

  void complain(const std::string& what, int line = 0) {
    report_.complaints.push_back("line " + std::to_string(line ? line : number_) + ": " + what);
    good_ = false;
  }

  void close() {
    if (stage_) ++(good_ ? report_.passed : report_.failed);
    else if (!good_) ++report_.failed;
    good_ = true;
    last_id_.clear();
  }

  const engine::Registry& registry_;
  std::optional<Stage> stage_;
  std::vector<std::string> wanted_, got_;
  std::string last_id_;
  Report report_;
  int number_ = 0;
  int asked_at_ = 0;
  bool good_ = true;
};

}  // namespace

bool contained(const json::Value& want, const json::Value& got) {
  if (want.is_string() && want.get_string() == "*") return true;
  if (want.is_object() && got.is_object()) {
    for (const auto& pair : want.get_object()) {
      const auto* value = got.get_object().if_contains(pair.key());
      if (!value || !contained(pair.value(), *value)) return false;
    }
    return true;
  }
  if (want.is_array() && got.is_array()) {
    const auto &wanted = want.get_array(), &actual = got.get_array();
    if (wanted.size() != actual.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (!contained(wanted[i], actual[i])) return false;
    return true;
  }
  if (want.is_double() || got.is_double())
    return want.is_number() && got.is_number() && want.to_number<double>() == got.to_number<double>();
  return want == got;
}

Report tell(const engine::Registry& registry, const std::string& text) {
  return Teller(registry).tell(text);
}

}  // namespace vs::story
