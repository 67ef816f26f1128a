// From a form to answers, and from answers to words.
#include <algorithm>

#include "features/portal/asking.h"

namespace vs::portal {
namespace {

using authorizations::AnswerGiven;
using authorizations::RoundPage;
using authorizations::Say;
using authorizations::ScopeShown;

std::optional<std::vector<Channel>> channels_of(const std::vector<std::string>& codes) {
  if (codes.empty()) return {};
  std::vector<Channel> out;
  for (const auto& code : codes)
    if (const auto channel = parse_enum<Channel>(code)) out.push_back(*channel);
  return out;
}

std::optional<std::vector<std::string>> some(std::vector<std::string> texts) {
  if (texts.empty()) return {};
  return texts;
}

void read_limits(AnswerGiven& answer, const std::string& key, const Form& form) {
  answer.channels = channels_of(form.all(key + ".channels"));
  answer.regions = some(form.all(key + ".regions"));
  answer.languages = some(form.all(key + ".languages"));
  answer.products = some(form.all(key + ".products"));
  answer.topics = some(form.all(key + ".topics"));
  if (form.has(key + ".until_on")) answer.until = Date::vj_parse(form.one(key + ".until"));
  answer.not_with_competitors = form.has(key + ".competitors");
  answer.ask_each_time = form.has(key + ".each");
  answer.approve_words_first = form.has(key + ".words");
  const auto other = form.one(key + ".other");
  if (form.has(key + ".other_on") && !other.empty()) answer.conditions = Personal::of("", other);
}

bool limits_anything(const AnswerGiven& a) {
  return a.channels || a.regions || a.languages || a.products || a.topics || a.until || a.not_with_competitors ||
         a.ask_each_time || a.approve_words_first || a.conditions || !a.not_with.empty();
}

const AnswerGiven* find(const std::vector<AnswerGiven>& answers, int ask) {
  const auto it = std::ranges::find(answers, ask, &AnswerGiven::ask);
  return it == answers.end() ? nullptr : &*it;
}

std::vector<std::string> channel_words(const ScopeShown& scope, const std::vector<Channel>& channels) {
  std::vector<std::string> out;
  for (const auto& choice : scope.channels)
    if (std::ranges::any_of(channels, [&](Channel c) { return name_of(c) == choice.code; }))
      out.push_back(choice.words);
  return out;
}

}  // namespace

std::vector<AnswerGiven> answers_of(const RoundPage& round, const Form& form) {
  std::vector<AnswerGiven> out;
  for (const auto& scope : round.asks) {
    const std::string key = "a" + std::to_string(scope.ask);
    const auto say = parse_enum<Say>(form.one(key));
    if (!say) continue;
    AnswerGiven answer;
    answer.ask = scope.ask;
    answer.answer = *say;
    if (*say == Say::limited) read_limits(answer, key, form);
    out.push_back(std::move(answer));
  }
  return out;
}

std::vector<std::string> gaps(const Asking& asking, const Form& form) {
  std::vector<std::string> out;
  const auto answers = answers_of(asking.round, form);
  for (const auto& scope : asking.round.asks) {
    const std::string key = "a" + std::to_string(scope.ask);
    const auto* answer = find(answers, scope.ask);
    const auto say = [&](const char* words) { out.push_back(asking.words(words, {{"title", scope.title}})); };
    if (!answer) say("ask_missing");
    else if (answer->answer == Say::limited && form.has(key + ".until_on") && !answer->until) say("ask_no_date");
    else if (answer->answer == Say::limited && form.has(key + ".other_on") && !answer->conditions) say("ask_no_words");
    else if (answer->answer == Say::limited && !limits_anything(*answer)) say("ask_no_limit");
  }
  return out;
}

std::vector<std::string> limits_in_words(const Words& words, const ScopeShown& scope, const AnswerGiven& a) {
  std::vector<std::string> out;
  const auto only = [&](const std::vector<std::string>& list) {
    if (!list.empty()) out.push_back(words("check_only", {{"list", words.list(list)}}));
  };
  if (a.channels) only(channel_words(scope, *a.channels));
  for (const auto* list : {&a.regions, &a.languages, &a.products, &a.topics})
    if (*list) only(**list);
  if (a.until) out.push_back(words("check_until", {{"date", words.date(*a.until)}}));
  if (a.not_with_competitors) out.push_back(words("check_competitors"));
  if (a.ask_each_time) out.push_back(words("check_each_time"));
  if (a.approve_words_first) out.push_back(words("check_words_first"));
  if (a.conditions) out.push_back("“" + a.conditions->words() + "”");
  return out;
}

std::vector<AnswerLine> lines(const Asking& asking, const std::vector<AnswerGiven>& answers) {
  std::vector<AnswerLine> out;
  for (const auto& scope : asking.round.asks) {
    const auto* answer = find(answers, scope.ask);
    if (!answer) continue;
    AnswerLine line{scope.title, "", "", {}};
    if (answer->answer == Say::yes) line.answer = asking.words("check_yes"), line.tone = "ok";
    if (answer->answer == Say::no) line.answer = asking.words("check_no"), line.tone = "";
    if (answer->answer == Say::limited) {
      line.answer = asking.words("check_limited"), line.tone = "ok";
      line.limits = limits_in_words(asking.words, scope, *answer);
    }
    out.push_back(std::move(line));
  }
  return out;
}

bool needs_proof(const RoundPage& round, const std::vector<AnswerGiven>& answers) {
  return std::ranges::any_of(round.asks, [&](const ScopeShown& scope) {
    const auto* answer = find(answers, scope.ask);
    return authorizations::needs_code(scope.use_type) && answer && answer->answer != Say::no;
  });
}

}  // namespace vs::portal
