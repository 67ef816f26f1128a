// What a customer reads of a request and of all that they permitted (AUT-01, AUT-10).
#include "features/authorizations/round_rules.h"
#include "features/authorizations/wording.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

std::vector<Choice> authorities(const Lexicon& l) {
  std::vector<Choice> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Authority>>(
      [&](auto d) { out.push_back({d.name, authority_words(l, d.value)}); });
  return out;
}

std::vector<SignerShown> signers_of(const Round& r, const Lexicon& l, const directory::State& directory,
                                    const std::string& me) {
  std::vector<SignerShown> out;
  for (const auto& signer : r.signers) {
    const auto* contact = directory::contact(directory, signer.contact);
    out.push_back({signer.contact, contact ? contact->name.words() : "", signer.authority,
                   authority_words(l, signer.authority), signer.state, signer.contact == me});
  }
  return out;
}

std::vector<std::string> texts_of(const std::vector<LongText>& texts) {
  std::vector<std::string> out;
  for (const auto& each : texts) out.push_back(each.text);
  return out;
}

std::vector<QuestionShown> questions_of(const Round& r, const std::string& me) {
  std::vector<QuestionShown> out;
  for (const auto& q : r.questions)
    if (q.contact == me) out.push_back({q.question.words(), q.reply.words(), q.at});
  return out;
}

PermissionShown permission(const State& state, const Authorization& a, const Lexicon& l,
                           const directory::State& directory, const policies::Asking& rules, const std::string& me,
                           Date today) {
  PermissionShown p;
  p.id = a.id;
  p.number = a.number;
  p.status = name_of(status_of(a, today, rules.expiring_days));
  p.grants = shown(l, directory, a.grants);
  for (const auto& use : a.uses)
    p.uses.push_back({use_title(l, use.use_type), channel_words(l, use.channel), use.request, use.on});
  const bool own = a.contact == me;
  const bool given = own && (a.phase == Phase::recorded || a.phase == Phase::suspended) && !a.grants.empty();
  if (given) p.until = last_day(a.grants);
  if (a.paused_until && *a.paused_until >= today) p.paused_until = a.paused_until;
  p.may_withdraw = own && a.phase != Phase::withdrawn && a.phase != Phase::declined;
  p.may_narrow = p.may_pause = given;
  p.may_renew = given && a.phase == Phase::recorded && !wording_outdated(state, a);
  if (p.may_renew)
    p.renew_until =
        std::min(a.renewal_offer.value_or(renewed_until(a, rules)), today.plus_days(rules.renewal_days_max));
  if (p.renew_until && *p.renew_until <= *p.until) p.may_renew = false, p.renew_until.reset();
  const auto* signer = a.round && a.round->state == RoundState::open ? signer_of(*a.round, me) : nullptr;
  p.waits_for_me = signer && signer->state == SignerState::asked;
  p.version = a.version;
  return p;
}

}  // namespace

Wording wording_of(const State& state, const directory::State& directory, const people::State& people,
                   const std::string& id, const std::string& language) {
  const auto* a = find(state, id);
  if (!a || !a->round) return {};
  const auto& r = *a->round;
  const auto chosen = wording_language(language);
  if (chosen == r.language) return {chosen, r.wording.words(), r.wording_digest};
  const auto& l = lexicon(state, chosen);
  auto text = request_text(l, directory, parties_of(directory, people, a->contact, r.by), r.asks, r.disclosures);
  auto digest = digest_of(text);
  return {chosen, std::move(text), std::move(digest)};
}

Result<RoundPage> round_page(const State& state, const directory::State& directory, const people::State& people,
                             const std::string& id, const std::string& contact, const std::string& language) {
  const auto* a = find(state, id);
  const auto* me = a && a->round ? signer_of(*a->round, contact) : nullptr;
  if (!me) return refuse(RefusalKind::not_found, "not_found", "There is no such request.");
  const auto& r = *a->round;
  auto wording = wording_of(state, directory, people, id, language.empty() ? r.language : language);
  // What is confirmed stands beside it on the page, so both are made of the same words.
  const auto& l = wording.language == r.language ? lexicon_of(state, r) : lexicon(state, wording.language);
  const auto parties = parties_of(directory, people, a->contact, r.by);
  RoundPage page;
  page.id = id;
  page.number = a->number;
  page.language = wording.language;
  page.title = phrase(l, "title");
  page.opening = opening_of(l, parties);
  page.message = r.message.words();
  page.boundaries = phrase(l, "boundaries");
  page.withdrawal = phrase(l, "withdrawal");
  page.asks = shown(l, directory, r.asks);
  page.disclosures = texts_of(r.disclosures);
  page.wording = std::move(wording.text);
  page.wording_digest = std::move(wording.digest);
  page.customer = parties.customer;
  page.company = parties.company;
  page.sender = parties.sender;
  page.authorities = authorities(l);
  page.signers = signers_of(r, l, directory, contact);
  page.questions = questions_of(r, contact);
  page.state = r.state;
  page.my_state = me->state;
  if (r.state == RoundState::granted || r.state == RoundState::recorded) page.granted = shown(l, directory, a->grants);
  page.offered_languages = wording_languages();
  page.version = a->version;
  return page;
}

std::vector<PermissionShown> permissions_of(const State& state, const directory::State& directory,
                                            const policies::State& policies, const std::string& contact,
                                            const std::string& language, Date today) {
  std::set<std::string> ids;
  if (const auto it = state.by_contact.find(contact); it != state.by_contact.end())
    ids.insert(it->second.begin(), it->second.end());
  if (const auto it = state.signed_by.find(contact); it != state.signed_by.end())
    ids.insert(it->second.begin(), it->second.end());
  std::vector<PermissionShown> out;
  const auto& l = lexicon(state, wording_language(language));
  const auto& rules = policies::in_force(policies);
  for (const auto& id : ids)
    if (const auto* a = find(state, id)) out.push_back(permission(state, *a, l, directory, rules, contact, today));
  std::ranges::stable_sort(out, [](const PermissionShown& x, const PermissionShown& y) {
    if (x.waits_for_me != y.waits_for_me) return x.waits_for_me;
    return x.version > y.version;
  });
  return out;
}

}  // namespace vs::authorizations
