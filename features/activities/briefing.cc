#include "features/activities/briefing.h"

#include <fmt/format.h>

#include "features/activities/activities_decide.h"

namespace vs::activities {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string prospect(const Activity& a, const Words& words) {
  return a.plan.prospect_name.empty() ? words("somebody") : a.plan.prospect_name;
}

authorizations::Verdict verdict(const Activity& a, const directory::State& dir, const authorizations::State& auths,
                                Date today) {
  return authorizations::may_use(auths, dir,
                                 {.contact = a.plan.contact,
                                  .account = a.plan.account,
                                  .use_type = a.plan.use_type,
                                  .channel = a.plan.channel,
                                  .region = a.plan.region,
                                  .language = a.plan.language,
                                  .topic = a.plan.topic,
                                  .product = a.plan.product,
                                  .on = today,
                                  .with = a.plan.prospect_account});
}

std::string who(const Activity& a, const Words& words, const directory::State& dir) {
  Words::Values values;
  if (const auto* c = directory::contact(dir, a.plan.contact)) {
    values["name"] = c->name.words();
    values["title"] = c->title;
  }
  if (const auto* account = directory::account(dir, a.plan.account)) {
    values["company"] = account->name;
    values["industry"] = account->industry;
  }
  return words("brief_who", values) + "\n";
}

std::string profile(const advocates::Advocate& advocate, const Words& words) {
  std::string out;
  if (!advocate.topics.empty()) out += words("brief_tells", {{"list", joined(advocate.topics)}}) + "\n";
  if (!advocate.excluded_topics.empty()) out += words("brief_not", {{"list", joined(advocate.excluded_topics)}}) + "\n";
  for (const auto& o : advocate.outcomes)
    out += words("brief_result", {{"metric", o.metric},
                                  {"before", fmt::format("{:g}", o.before)},
                                  {"after", fmt::format("{:g}", o.after)},
                                  {"unit", o.unit}}) +
           "\n";
  return out;
}

}  // namespace

std::string what(const Activity& a, const Words& words) {
  return words("what", {{"use", words.use(a.plan.use_type)}, {"prospect", prospect(a, words)}});
}

std::string agenda_text(const Activity& a, const Words& words) {
  if (!a.agenda.empty()) return a.agenda.words() + "\n";
  return "1. " + words("agenda_open", {{"prospect", prospect(a, words)}}) + "\n2. " +
         words("agenda_tell", {{"product", a.plan.product}, {"topic", a.plan.topic}}) + "\n3. " + words("agenda_ask") +
         "\n" + words("agenda_free") + "\n";
}

std::string briefing_text(const Activity& a, const Words& words, const directory::State& dir,
                          const authorizations::State& auths, const advocates::State& advs, Date today) {
  std::string out = who(a, words, dir);
  if (!a.plan.language.empty()) out += words("brief_language", {{"language", a.plan.language}}) + "\n";
  if (const auto* advocate = advocates::find(advs, a.plan.advocate)) out += profile(*advocate, words);
  const auto allowed = verdict(a, dir, auths, today);
  for (const auto& each : allowed.conditions) out += words("brief_condition", {{"words", each}}) + "\n";
  for (const auto& each : allowed.disclosures) out += words("brief_disclosure", {{"words", each}}) + "\n";
  return out + "\n" + agenda_text(a, words) + "\n" + words("brief_after") + "\n";
}

}  // namespace vs::activities
