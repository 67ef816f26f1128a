// Which words are in force, and what adopting or restoring them needs. Rules R32 and R33 of the README.
#include "features/authorizations/wordings.h"

#include <algorithm>

#include "features/authorizations/authorizations.h"

namespace vs::authorizations {
namespace {

constexpr std::size_t title_bytes_max = 300;

const OwnWording* own_of(const State& state, const std::string& language) {
  const auto it = state.wordings.find(language);
  return it == state.wordings.end() ? nullptr : &it->second;
}

bool known_language(const std::string& language) {
  return std::ranges::find(wording_languages(), language) != wording_languages().end();
}

std::unexpected<Refusal> no_such_wording() {
  return refuse(RefusalKind::not_found, "not_found", "There is no controlled wording in this language.");
}

std::string named(const std::set<std::string>& places) {
  std::string out;
  for (const auto& each : places) out += (out.empty() ? "{{" : ", {{") + each + "}}";
  return out;
}

void check_places(Reasons& reasons, const std::string& field, const std::string& text, const std::string& delivered) {
  if (!fillable(text))
    return reasons.add({"wording_unreadable", field, "A place to fill here cannot be read.",
                        "Write it like {{customer}}, and nothing else between two braces."});
  const auto wanted = placeholders_of(delivered);
  const auto found = placeholders_of(text);
  for (const auto& each : found)
    reasons.expect(wanted.contains(each), "placeholder_unknown", field, "Nothing is filled in for {{" + each + "}}.",
                   wanted.empty() ? "Leave it out." : "Known here: " + named(wanted) + ".");
  for (const auto& each : wanted)
    reasons.expect(found.contains(each), "placeholder_missing", field, "{{" + each + "}} is missing.",
                   "Put it where it belongs.");
}

std::map<std::string, LongText> whole(const std::string& language, const std::map<std::string, LongText>& texts) {
  std::map<std::string, LongText> out = texts;
  for (const auto& [name, words] : texts_of(delivered_lexicon(language))) out.try_emplace(name, LongText{words});
  return out;
}

bool same_words(const Lexicon& l, const std::map<std::string, LongText>& texts) {
  return std::ranges::all_of(texts_of(l), [&](const auto& each) { return texts.at(each.first).text == each.second; });
}

WordingRevision& add_revision(State& state, const std::string& language, const Meta& meta) {
  auto& own = state.wordings[language];
  own.version = meta.sequence;
  auto& added = own.revisions.emplace_back();
  added.at = meta.at;
  added.by = meta.actor.person();
  return added;
}

}  // namespace

const Lexicon& lexicon(const State& state, const std::string& language) {
  const auto* own = own_of(state, language);
  return own && !own->revisions.empty() ? own->revisions.back().words : delivered_lexicon(language);
}

const Lexicon& lexicon_of(const State& state, const Round& round) {
  const auto* own = own_of(state, round.language);
  if (own && round.wording_template == own_template)
    for (const auto& each : own->revisions)
      if (each.revision == round.template_revision) return each.words;
  return delivered_lexicon(round.language);
}

bool in_own_words(const State& state, const std::string& language) {
  const auto* own = own_of(state, language);
  return own && !own->revisions.empty() && !own->revisions.back().delivered;
}

void on(State& state, const WordingAdopted& e, const Meta& meta) {
  auto& added = add_revision(state, e.language, meta);
  added.revision = e.revision;
  added.words = with_texts(delivered_lexicon(e.language), e.texts);
  added.words.revision = e.revision;
  added.words.terms = e.terms;
  added.reason = e.reason;
}

void on(State& state, const WordingRestored& e, const Meta& meta) {
  auto& added = add_revision(state, e.language, meta);
  added.revision = e.revision;
  added.delivered = true;
  added.words = delivered_lexicon(e.language);
  added.words.terms = std::max(added.words.terms, e.terms);
  added.reason = e.reason;
}

void check_texts_of_wording(Reasons& reasons, const std::string& language,
                            const std::map<std::string, LongText>& texts) {
  const auto delivered = texts_of(delivered_lexicon(language));
  for (const auto& [name, words] : texts) {
    const auto field = "texts." + name;
    const auto known = delivered.find(name);
    if (known == delivered.end()) {
      reasons.add({"unknown_text", field, "There is no text '" + name + "' in a request.", "Leave it out."});
      continue;
    }
    reasons.expect(words.text.find_first_not_of(" \t\r\n") != std::string::npos, "required", field,
                   "This text cannot be empty.", "Write it, or take the delivered one.");
    const bool short_one = name == "title" || name.ends_with(".title") || name.starts_with("channels.");
    reasons.expect(!short_one || words.text.size() <= title_bytes_max, "too_long", field, "This is too long here.",
                   "Say it in one short line.");
    check_places(reasons, field, words.text, known->second);
  }
}

// R32: all that is wrong is told at once; nothing is half adopted.
Result<Decision> adopt_wording(const State& state, const AdoptWording& c, const Context& ctx) {
  const auto& language = ctx.target;
  if (!known_language(language)) return no_such_wording();
  Reasons reasons;
  check_texts_of_wording(reasons, language, c.texts);
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why the wording is changed.");
  if (!reasons.empty()) return reasons.refuse();
  const auto& now = lexicon(state, language);
  auto texts = whole(language, c.texts);
  const bool meaning_changed = c.meaning_changed.value_or(false);
  if (same_words(now, texts) && !meaning_changed) return Decision{};
  const auto* own = own_of(state, language);
  const int revision = own ? int(own->revisions.size()) + 1 : 1;
  return Decision{{WordingAdopted{language, revision, now.terms + (meaning_changed ? 1 : 0), std::move(texts),
                                  Personal::of(ctx.actor.person(), c.reason.text)}},
                  language};
}

Result<void> may_restore_wording(const State& state, const Context& ctx) {
  if (!known_language(ctx.target)) return no_such_wording();
  if (in_own_words(state, ctx.target)) return {};
  return refuse(RefusalKind::rule, "as_delivered", "The delivered words are in force.");
}

Result<Decision> restore_wording(const State& state, const RestoreWording& c, const Context& ctx) {
  if (!known_language(ctx.target)) return no_such_wording();
  if (!in_own_words(state, ctx.target)) return Decision{};
  if (c.reason.text.empty())
    return refuse(RefusalKind::rule, "required", "Say why the wording is changed.", {}, "reason");
  const auto& own = *own_of(state, ctx.target);
  return Decision{{WordingRestored{ctx.target, int(own.revisions.size()) + 1, own.revisions.back().words.terms,
                                   Personal::of(ctx.actor.person(), c.reason.text)}},
                  ctx.target};
}

}  // namespace vs::authorizations
