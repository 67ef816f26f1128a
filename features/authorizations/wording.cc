// The text that a customer is shown (AUT-01): uses, places, time, limits, statements, boundaries, taking back.
#include "features/authorizations/wording.h"

#include "features/directory/directory.h"
#include "features/people/people.h"

namespace vs::authorizations {
namespace {

std::string account_name(const directory::State& directory, const std::string& id) {
  const auto* account = directory::account(directory, id);
  return account ? account->name : id;
}

std::string channels_in_words(const Lexicon& l, const std::vector<Channel>& channels) {
  std::vector<std::string> words;
  for (const auto channel : channels) words.push_back(channel_words(l, channel));
  return list_words(l, words);
}

void limit(std::vector<std::string>& out, const Lexicon& l, const std::string& name,
           const std::vector<std::string>& list) {
  if (!list.empty()) out.push_back(phrase(l, name, {{"list", list_words(l, list)}}));
}

std::vector<std::string> limits_of(const Lexicon& l, const directory::State& directory, const Grant& g) {
  std::vector<std::string> out{phrase(l, "where", {{"list", channels_in_words(l, g.channels)}})};
  limit(out, l, "regions", g.regions);
  limit(out, l, "languages", g.languages);
  limit(out, l, "products", g.products);
  limit(out, l, "topics", g.topics);
  std::vector<std::string> names;
  for (const auto& id : g.not_with) names.push_back(account_name(directory, id));
  limit(out, l, "not_with", names);
  if (g.not_with_competitors.value_or(false)) out.push_back(phrase(l, "not_with_competitors"));
  if (g.ask_each_time) out.push_back(phrase(l, "ask_each_time"));
  if (g.approve_words_first.value_or(false)) out.push_back(phrase(l, "approve_words_first"));
  for (const auto& condition : g.conditions) out.push_back(phrase(l, "condition", {{"words", condition.words()}}));
  return out;
}

std::string period_of(const Lexicon& l, const Grant& g) {
  return phrase(l, "period", {{"from", date_words(l, g.from)}, {"until", date_words(l, g.until)}});
}

void paragraph(std::string& text, const std::string& words) {
  text += words;
  text += "\n\n";
}

}  // namespace

ScopeShown shown(const Lexicon& l, const directory::State& directory, const Grant& g, int position) {
  ScopeShown s{position,
               g.use_type,
               use_title(l, g.use_type),
               use_text(l, g.use_type),
               {},
               g.regions,
               g.languages,
               g.products,
               g.topics,
               g.from,
               g.until,
               period_of(l, g),
               g.content ? g.content->words() : "",
               limits_of(l, directory, g),
               g.with_legal};
  for (const auto channel : g.channels)
    s.channels.push_back({std::string(name_of(channel)), channel_words(l, channel)});
  return s;
}

std::vector<ScopeShown> shown(const Lexicon& l, const directory::State& directory, const std::vector<Grant>& grants) {
  std::vector<ScopeShown> out;
  for (const auto& grant : grants) out.push_back(shown(l, directory, grant, int(out.size())));
  return out;
}

Parties parties_of(const directory::State& directory, const people::State& people, const std::string& contact,
                   const std::string& by) {
  Parties p;
  const auto* c = directory::contact(directory, contact);
  if (c) p.customer = c->name.words();
  const auto* account = directory::account_of_contact(directory, contact);
  if (account) p.company = account->name;
  p.sender = people::name_of(people, by);
  return p;
}

std::string opening_of(const Lexicon& l, const Parties& parties) {
  return phrase(l, "opening",
                {{"customer", parties.customer}, {"company", parties.company}, {"sender", parties.sender}});
}

std::string request_text(const Lexicon& l, const directory::State& directory, const Parties& parties,
                         const std::vector<Grant>& asks, const std::vector<LongText>& disclosures) {
  std::string text;
  paragraph(text, phrase(l, "title"));
  paragraph(text, opening_of(l, parties));
  paragraph(text, phrase(l, "asks_heading"));
  for (const auto& ask : shown(l, directory, asks)) {
    text += std::to_string(ask.ask + 1) + ". " + ask.title + "\n" + ask.text + "\n";
    for (const auto& sentence : ask.limits) text += sentence + "\n";
    text += ask.period + "\n";
    if (!ask.content.empty()) text += phrase(l, "only_content") + "\n" + ask.content + "\n";
    text += "\n";
  }
  if (!disclosures.empty()) {
    paragraph(text, phrase(l, "disclosures_heading"));
    for (const auto& each : disclosures) paragraph(text, each.text);
  }
  paragraph(text, phrase(l, "boundaries"));
  text += phrase(l, "withdrawal");
  return text;
}

}  // namespace vs::authorizations
