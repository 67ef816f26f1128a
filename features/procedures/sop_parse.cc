// SOPs are read strictly: what is not understood is refused, never passed over.
#include "features/procedures/sop.h"

#include <yaml-cpp/yaml.h>

#include <charconv>

namespace vs::procedures {
namespace {

// Anchors may make a small text stand for a huge tree; a rule has no need of more nodes than this.
constexpr int rule_nodes_max = 500;

const std::set<std::string> sop_keys{"sop", "title", "subject", "start", "steps"};
const std::set<std::string> step_keys{
    "kind",         "title",           "instruction", "owner", "deputies",    "clearance",    "when",
    "each",         "branches",        "outcomes",    "next",  "limit_hours", "remind_hours", "escalate",
    "pauses_clock", "requires_reason", "aside",       "gate",  "excludes",    "group",        "action"};

class Reader {
 public:
  Reader(const YAML::Node& node, std::string at, Reasons& reasons)
      : node_(node), at_(std::move(at)), reasons_(reasons) {}

  void keys(const std::set<std::string>& known) {
    for (const auto& pair : node_) {
      const auto key = pair.first.IsScalar() ? pair.first.Scalar() : std::string("?");
      if (!known.contains(key)) fail(key, "unknown_key", "'" + key + "' means nothing here.");
    }
  }
  void text(const char* key, std::string& out, bool required = false) {
    const auto value = node_[key];
    if (!value) {
      if (required) fail(key, "required", "This is required.");
    } else if (!value.IsScalar() || value.Scalar().size() > 2000) {
      fail(key, "wrong_type", "Expected a text of at most 2000 bytes.");
    } else {
      out = value.Scalar();
    }
  }
  void texts(const char* key, std::vector<std::string>& out) {
    const auto value = node_[key];
    if (!value) return;
    if (!value.IsSequence()) return fail(key, "wrong_type", "Expected a list.");
    for (const auto& item : value) {
      if (item.IsScalar()) out.push_back(item.Scalar());
      else fail(key, "wrong_type", "Expected a list of texts.");
    }
  }
  void pairs(const char* key, std::map<std::string, std::string>& out) {
    const auto value = node_[key];
    if (!value) return;
    if (!value.IsMap()) return fail(key, "wrong_type", "Expected outcomes with the step that each leads to.");
    for (const auto& pair : value) {
      if (!pair.first.IsScalar() || !pair.second.IsScalar()) fail(key, "wrong_type", "Expected names of steps.");
      else if (!out.emplace(pair.first.Scalar(), pair.second.Scalar()).second)
        fail(key, "twice", "'" + pair.first.Scalar() + "' stands here twice.");
    }
  }
  void hours(const char* key, int& out) {
    const auto value = node_[key];
    if (!value) return;
    const auto words = value.IsScalar() ? value.Scalar() : std::string{};
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), out);
    if (words.empty() || error != std::errc{} || end != words.data() + words.size() || out < 0 || out > 10'000)
      fail(key, "wrong_type", "Expected whole hours from 0 to 10000.");
  }
  void flag(const char* key, bool& out) {
    const auto value = node_[key];
    if (!value) return;
    const auto words = value.IsScalar() ? value.Scalar() : std::string{};
    if (words == "true" || words == "false") out = words == "true";
    else fail(key, "wrong_type", "Expected true or false.");
  }
  template <DescribedEnum T>
  void word(const char* key, T& out, bool required = false) {
    std::string name;
    text(key, name, required);
    if (name.empty()) return;
    if (const auto value = parse_enum<T>(name)) out = *value;
    else fail(key, "unknown_value", "'" + name + "' is not one of the allowed words.");
  }
  void rule(const char* key, std::optional<Rule>& out) {
    const auto value = node_[key];
    if (!value) return;
    int budget = rule_nodes_max;
    auto read = json::from_value<Rule>(to_json(value, budget));
    if (budget <= 0) fail(key, "too_large", "This rule is too large.");
    else if (!read)
      fail(key, "bad_rule", read.error().reasons.front().field + ": " + read.error().reasons.front().message);
    else out = std::move(*read);
  }
  void fail(const std::string& key, std::string code, std::string message) {
    reasons_.add(
        {std::move(code), at_.empty() ? key : at_ + "." + key, std::move(message), "Mend the text of the procedure."});
  }

 private:
  static json::Value scalar(const YAML::Node& node) {
    const auto& text = node.Scalar();
    if (node.Tag() == "!") return json::Value(text);  // quoted
    if (text == "true" || text == "false") return text == "true";
    std::int64_t whole{};
    if (const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
        !text.empty() && error == std::errc{} && end == text.data() + text.size())
      return whole;
    return json::Value(text);
  }
  static json::Value to_json(const YAML::Node& node, int& budget) {
    if (--budget <= 0) return nullptr;
    if (node.IsScalar()) return scalar(node);
    if (node.IsSequence()) {
      json::Array list;
      for (const auto& item : node) list.push_back(to_json(item, budget));
      return list;
    }
    if (!node.IsMap()) return nullptr;
    json::Object object;
    for (const auto& pair : node)
      if (pair.first.IsScalar()) object[pair.first.Scalar()] = to_json(pair.second, budget);
    return object;
  }

  const YAML::Node& node_;
  std::string at_;
  Reasons& reasons_;
};

Step read_step(const std::string& id, const YAML::Node& node, Reasons& reasons) {
  Reader read(node, "steps." + id, reasons);
  Step step;
  step.id = id;
  read.keys(step_keys);
  read.word("kind", step.kind, true);
  read.text("title", step.title, true);
  read.text("instruction", step.instruction);
  read.text("owner", step.owner);
  read.texts("deputies", step.deputies);
  read.word("clearance", step.clearance);
  read.rule("when", step.when);
  read.text("each", step.each);
  read.texts("branches", step.branches);
  read.pairs("outcomes", step.outcomes);
  read.text("next", step.next);
  read.hours("limit_hours", step.limit_hours);
  read.hours("remind_hours", step.remind_hours);
  read.text("escalate", step.escalate);
  read.flag("pauses_clock", step.pauses_clock);
  read.flag("requires_reason", step.requires_reason);
  read.flag("aside", step.aside);
  read.word("gate", step.gate);
  read.texts("excludes", step.excludes);
  read.word("group", step.group);
  read.text("action", step.action);
  return step;
}

void read_steps(const YAML::Node& steps, Sop& sop, Reasons& reasons) {
  if (!steps || !steps.IsMap() || steps.size() == 0)
    return reasons.add({"required", "steps", "A procedure needs steps.", "Write at least one step."});
  for (const auto& pair : steps) {
    const auto id = pair.first.IsScalar() ? pair.first.Scalar() : std::string{};
    const bool plain = !id.empty() && id.size() <= 60 &&
                       id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!plain || !pair.second.IsMap()) {
      reasons.add({"bad_step", "steps." + id, "A step is a lower-case name with its properties.",
                   "Mend the text of the procedure."});
      continue;
    }
    if (!sop.steps.emplace(id, read_step(id, pair.second, reasons)).second)
      reasons.add({"twice", "steps." + id, "This step stands here twice.", "Give it another name."});
    sop.order.push_back(id);
  }
}

Result<Sop> read_sop(const YAML::Node& root) {
  Reasons reasons;
  if (!root.IsMap())
    return refuse(RefusalKind::rule, "not_a_procedure", "This text is not a procedure.",
                  "Begin with `sop:`, `title:`, `start:` and `steps:`.", "text");
  Sop sop;
  Reader read(root, "", reasons);
  read.keys(sop_keys);
  read.text("sop", sop.id, true);
  read.text("title", sop.title, true);
  read.text("subject", sop.subject, true);
  read.text("start", sop.start, true);
  read_steps(root["steps"], sop, reasons);
  if (!reasons.empty()) return reasons.refuse();
  return sop;
}

}  // namespace

Result<Sop> parse_sop(std::string_view yaml) {
  try {
    return read_sop(YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& e) {
    return refuse(RefusalKind::rule, "not_yaml",
                  "Line " + std::to_string(e.mark.line + 1) + " cannot be read: " + e.msg + ".",
                  "Mend the text of the procedure.", "text");
  }
}

}  // namespace vs::procedures
