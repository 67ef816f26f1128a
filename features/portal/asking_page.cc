// The questions: one card for each use, nothing chosen beforehand, "no" beside "yes".
#include <algorithm>

#include "features/portal/asking.h"
#include "features/portal/frame.h"

namespace vs::portal {
namespace {

using authorizations::Choice;
using authorizations::ScopeShown;

struct Chip {
  std::string id, name, value, label;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(Chip, (), (id, name, value, label, on))

struct Group {
  std::string caption;
  std::vector<Chip> chips;
};
BOOST_DESCRIBE_STRUCT(Group, (), (caption, chips))

struct AskCard {
  std::string key, icon, title, text, period, content;
  std::vector<std::string> bounds;
  bool yes = false, limited = false, no = false;
  std::vector<Group> groups;
  std::vector<Chip> toggles;
  bool until_on = false, other_on = false;
  std::string until, until_min, until_max, other;
};
BOOST_DESCRIBE_STRUCT(AskCard, (),
                      (key, icon, title, text, period, content, bounds, yes, limited, no, groups, toggles, until_on,
                       other_on, until, until_min, until_max, other))

void add_group(AskCard& card, const Form& draft, const std::string& caption, const std::string& what,
               const std::vector<Choice>& choices) {
  if (choices.size() < 2) return;  // one place is limited by saying no
  Group group{caption, {}};
  const std::string name = card.key + "." + what;
  for (const auto& choice : choices)
    group.chips.push_back(
        {name + std::to_string(group.chips.size()), name, choice.code, choice.words, draft.has(name, choice.code)});
  card.groups.push_back(std::move(group));
}

std::vector<Choice> as_choices(const std::vector<std::string>& texts) {
  std::vector<Choice> out;
  for (const auto& text : texts) out.push_back({text, text});
  return out;
}

// Uses in which the customer's words are printed.
bool in_their_words(UseType use) {
  using enum UseType;
  return use == quote || use == testimonial || use == case_study || use == press || use == social || use == video;
}

void add_toggles(AskCard& card, const Asking& asking, const ScopeShown& scope) {
  const auto& draft = asking.visitor.draft;
  const auto add = [&](const char* what, const char* words) {
    const std::string name = card.key + "." + what;
    card.toggles.push_back({name, name, "yes", asking.words(words), draft.has(name)});
  };
  add("each", "ask_each_time");
  add("competitors", "ask_competitors");
  if (in_their_words(scope.use_type)) add("words", "ask_words_first");
}

AskCard card_of(const Asking& asking, const ScopeShown& scope, bool same_period) {
  const auto& words = asking.words;
  const auto& draft = asking.visitor.draft;
  AskCard card;
  card.key = "a" + std::to_string(scope.ask);
  card.icon = icon(name_of(scope.use_type));
  card.title = scope.title, card.text = scope.text, card.content = scope.content;
  card.bounds = scope.limits;
  if (!same_period) card.period = scope.period;
  card.yes = draft.has(card.key, "yes");
  card.limited = draft.has(card.key, "limited");
  card.no = draft.has(card.key, "no");
  add_group(card, draft, words("ask_channels"), "channels", scope.channels);
  add_group(card, draft, words("ask_regions"), "regions", as_choices(scope.regions));
  add_group(card, draft, words("ask_languages"), "languages", as_choices(scope.languages));
  add_group(card, draft, words("ask_products"), "products", as_choices(scope.products));
  add_group(card, draft, words("ask_topics"), "topics", as_choices(scope.topics));
  add_toggles(card, asking, scope);
  card.until_on = draft.has(card.key + ".until_on");
  card.until = draft.one(card.key + ".until");
  card.until_min = asking.visitor.now.date().vj_str();
  card.until_max = scope.until.vj_str();
  card.other_on = draft.has(card.key + ".other_on");
  card.other = draft.one(card.key + ".other");
  return card;
}

std::string lead(const Asking& asking, bool same_period) {
  const auto& round = asking.round;
  const auto n = round.asks.size();
  return asking.words(n == 1 ? "ask_lead_one" : "ask_lead_many",
                      {{"sender", round.sender}, {"brand", asking.visitor.brand}, {"n", std::to_string(n)}}) +
         (same_period && n > 0 ? asking.words("ask_lead_until", {{"date", asking.words.date(round.asks[0].until)}})
                               : asking.words("ask_lead_end"));
}

}  // namespace

Page ask_page(const Asking& asking) {
  const auto& words = asking.words;
  const auto& round = asking.round;
  const bool same_period = std::ranges::all_of(
      round.asks, [&](const ScopeShown& s) { return s.until == round.asks[0].until && s.from == round.asks[0].from; });
  std::vector<AskCard> cards;
  for (const auto& scope : round.asks) cards.push_back(card_of(asking, scope, same_period));

  auto data =
      frame(asking.visitor, words("ask_title", {{"name", words.call(round.customer)}, {"company", round.company}}));
  data["lead"] = lead(asking, same_period);
  data["message"] = round.message;
  data["sent_by"] = words("shown_by", {{"sender", round.sender}, {"brand", asking.visitor.brand}});
  data["wording"] = round.wording;
  data["question_label"] = words("ask_question", {{"sender", words.call(round.sender)}});
  put_list(data, "asks", cards);
  put_list(data, "disclosures", round.disclosures);
  put_list(data, "questions", round.questions);
  add_languages(data, words);
  return shown("ask", words, std::move(data));
}

}  // namespace vs::portal
