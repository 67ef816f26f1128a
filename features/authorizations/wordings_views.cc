// Controlled wording as staff sees it: every text beside the delivered one, its past, and a sample request.
#include <algorithm>

#include "features/authorizations/authorizations.h"
#include "features/authorizations/wording.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

namespace vs::authorizations {
namespace {

// Nobody's real names: what is looked at here is the wording.
const Parties sample_parties{"Ana Ruiz", "Northwind Robotics", "Kim Weber"};

Grant sample_grant(UseType use, std::vector<Channel> channels, Date today) {
  Grant g;
  g.use_type = use;
  g.channels = std::move(channels);
  g.from = today;
  g.until = today.plus_days(365);
  return g;
}

std::vector<Grant> sample_asks(Date today) {
  std::vector<Grant> asks{sample_grant(UseType::logo, {Channel::web, Channel::sales}, today),
                          sample_grant(UseType::reference_call, {Channel::sales}, today),
                          sample_grant(UseType::press, {Channel::press, Channel::social}, today)};
  asks[0].regions = {"EMEA"};
  asks[1].ask_each_time = true;
  asks[2].approve_words_first = true;
  asks[2].not_with_competitors = true;
  return asks;
}

RoundPage sample_of(const Lexicon& l, Date today) {
  const directory::State nobody;
  const auto asks = sample_asks(today);
  RoundPage page;
  page.language = l.language;
  page.title = phrase(l, "title");
  page.opening = opening_of(l, sample_parties);
  page.boundaries = phrase(l, "boundaries");
  page.withdrawal = phrase(l, "withdrawal");
  page.asks = shown(l, nobody, asks);
  page.wording = request_text(l, nobody, sample_parties, asks, {});
  page.wording_digest = digest_of(page.wording);
  page.customer = sample_parties.customer;
  page.company = sample_parties.company;
  page.sender = sample_parties.sender;
  return page;
}

std::vector<WordingText> texts_beside(const Lexicon& l) {
  std::vector<WordingText> out;
  auto words = texts_of(l);
  for (const auto& [name, delivered] : texts_of(delivered_lexicon(l.language)))
    out.push_back({name, words[name], delivered, placeholders_of(delivered)});
  return out;
}

WordingRow row_of(const State& state, const std::string& language) {
  const auto& l = lexicon(state, language);
  WordingRow row{language, language, in_own_words(state, language), 0, l.terms, 0};
  if (const auto it = state.wordings.find(language); it != state.wordings.end()) {
    row.revision = it->second.revisions.back().revision;
    row.version = it->second.version;
  }
  return row;
}

Result<WordingItem> item_of(const State& state, const people::State& people, const std::string& language,
                            const Lexicon& l, Date today) {
  WordingItem out{row_of(state, language), texts_beside(l), {}, sample_of(l, today)};
  if (const auto it = state.wordings.find(language); it != state.wordings.end())
    for (const auto& each : it->second.revisions)
      out.history.push_back({each.revision, each.words.terms, each.delivered, each.at, people::name_of(people, each.by),
                             each.reason.words()});
  return out;
}

bool known_language(const std::string& language) {
  return std::ranges::find(wording_languages(), language) != wording_languages().end();
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no controlled wording in this language.");
}

}  // namespace

std::vector<WordingRow> wording_rows(const State& state, const Ask&) {
  std::vector<WordingRow> out;
  for (const auto& language : wording_languages()) out.push_back(row_of(state, language));
  return out;
}

Result<WordingItem> wording_item(const State& state, const people::State& people, const Ask& ask) {
  if (!known_language(ask.id)) return unknown();
  return item_of(state, people, ask.id, lexicon(state, ask.id), ask.today());
}

Result<WordingItem> wording_revision(const State& state, const people::State& people, const Ask& ask) {
  const auto it = state.wordings.find(ask.id);
  if (it == state.wordings.end()) return unknown();
  for (const auto& each : it->second.revisions)
    if (std::to_string(each.revision) == ask.param("number")) {
      auto out = item_of(state, people, ask.id, each.words, ask.today());
      if (out) out->revision = each.revision, out->own = !each.delivered, out->terms = each.words.terms;
      return out;
    }
  return refuse(RefusalKind::not_found, "not_found", "There is no such revision of this wording.", {}, "number");
}

Result<RoundPage> try_wording(const std::string& language, const TryWording& c, Date today) {
  if (!known_language(language)) return unknown();
  Reasons reasons;
  check_texts_of_wording(reasons, language, c.texts);
  if (!reasons.empty()) return reasons.refuse();
  return sample_of(with_texts(delivered_lexicon(language), c.texts), today);
}

}  // namespace vs::authorizations
