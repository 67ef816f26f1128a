#include "features/authorizations/letters.h"

#include "features/authorizations/wording.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

// What every letter needs to be written.
struct Desk {
  const State& state;
  const directory::State& directory;
  const people::State& people;
  const mail::State& mail;
  const Context& ctx;
};

std::string language_of(const Desk& d, const Authorization& a, const std::string& contact) {
  if (const auto* signer = a.round ? signer_of(*a.round, contact) : nullptr; signer && !signer->language.empty())
    return signer->language;
  const auto* known = directory::contact(d.directory, contact);
  return wording_language(known && !known->language.empty() ? known->language : a.round ? a.round->language : "en");
}

std::string titles(const Lexicon& l, const std::vector<Grant>& grants) {
  std::vector<std::string> words;
  for (const auto& grant : grants)
    if (auto title = use_title(l, grant.use_type); std::ranges::find(words, title) == words.end())
      words.push_back(std::move(title));
  return list_words(l, words);
}

// A line for each thing permitted, its limits below.
std::string details(const Lexicon& l, const Desk& d, const std::vector<Grant>& grants) {
  std::string out;
  for (const auto& scope : shown(l, d.directory, grants)) {
    out += "- " + scope.title + ". " + scope.period + "\n";
    for (const auto& limit : scope.limits) out += "  " + limit + "\n";
  }
  return out;
}

mail::Draft to_customer(const Desk& d, const Authorization& a, const std::string& kind, const std::string& contact,
                        mail::Purpose purpose) {
  const auto* known = directory::contact(d.directory, contact);
  mail::Draft draft;
  draft.kind = kind;
  draft.contact = contact;
  draft.language = language_of(d, a, contact);
  draft.time_zone = known ? known->time_zone : "";
  draft.about = a.id;
  draft.purpose = purpose;
  draft.values["customer"] = known ? known->name.words() : "";
  draft.values["number"] = a.number;
  if (a.round) draft.values["sender"] = people::name_of(d.people, a.round->by);
  return draft;
}

// Those who asked hear of it at once. Who is not known any more is "the customer".
mail::Notice notice_of(const Desk& d, const Authorization& a, const std::string& what, const std::string& contact) {
  const auto* known = directory::contact(d.directory, contact);
  return {a.round ? a.round->by : a.recorded_by, a.id, a.number, what, {{"who", known ? known->name.words() : ""}}, ""};
}

Events request_to(const Desk& d, const Authorization& a, const std::string& contact, const std::string& kind) {
  auto draft = to_customer(d, a, kind, contact, mail::Purpose::authorize);
  const auto& l = lexicon(d.state, draft.language);
  draft.values["what"] = titles(l, a.round->asks);
  draft.values["message"] = a.round->message.words();
  draft.link_until = a.round->link_until;
  if (draft.link_until && *draft.link_until <= d.ctx.now) draft.link_until.reset();
  if (draft.link_until) draft.values["until"] = date_words(l, draft.link_until->date());
  return mail::write(d.mail, draft, d.ctx);
}

// Both sides hold the same in hands: what is permitted now, or that nothing is.
Events receipt_to(const Desk& d, const Authorization& a, const std::string& contact) {
  auto draft = to_customer(d, a, "authorization.receipt", contact, mail::Purpose::my_page);
  const auto& l = lexicon(d.state, draft.language);
  const bool permits = a.phase == Phase::recorded || a.phase == Phase::suspended;
  draft.values["details"] = permits ? details(l, d, a.grants) : "-";
  draft.may_wait = false;
  return mail::write(d.mail, draft, d.ctx);
}

Events receipts(const Desk& d, const Authorization& a, mail::Notice notice) {
  if (!a.round) return {};  // who was never written to gets no letter from us
  Events out = mail::drop(d.mail, a.id, "authorization.", d.ctx);
  append(out, receipt_to(d, a, a.contact));
  for (const auto& signer : a.round->signers)
    if (signer.contact != a.contact && signer.state == SignerState::answered)
      append(out, receipt_to(d, a, signer.contact));
  const auto& l = lexicon(d.state, people::language_of(d.people, notice.person));
  notice.details = details(l, d, a.grants);
  append(out, mail::tell(d.mail, d.people, notice, d.ctx));
  return out;
}

}  // namespace

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Requested& e, const Meta&, const Context& ctx) {
  const Desk d{s, dir, people, mail, ctx};
  const auto* a = find(s, e.id);
  Events out;
  if (!a || !a->round) return out;
  for (const auto& signer : a->round->signers)
    if (signer.state == SignerState::asked) append(out, request_to(d, *a, signer.contact, "authorization.ask"));
  return out;
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const SignerAdded& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  const auto* signer = a && a->round ? signer_of(*a->round, e.contact) : nullptr;
  if (!signer || signer->state != SignerState::asked) return {};
  return request_to({s, dir, people, mail, ctx}, *a, e.contact, "authorization.ask");
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const TurnCame& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a || !a->round) return {};
  return request_to({s, dir, people, mail, ctx}, *a, e.contact, "authorization.ask");
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Reminded& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a || !a->round) return {};
  return request_to({s, dir, people, mail, ctx}, *a, e.contact, "authorization.remind");
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Granted& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  return receipts(d, *a, notice_of(d, *a, e.to_clear.empty() ? "granted" : "granted_with_conditions", e.contact));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Declined& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  return receipts(d, *a, notice_of(d, *a, "declined", e.contact));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Narrowed& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  return receipts(d, *a, notice_of(d, *a, "narrowed", e.contact));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Withdrawn& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  return receipts(d, *a, notice_of(d, *a, "withdrawn", e.contact));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Renewed& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  auto notice = notice_of(d, *a, "renewed", e.contact);
  notice.values["until"] = date_words(lexicon(s, people::language_of(people, notice.person)), e.until);
  return receipts(d, *a, std::move(notice));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const ConditionsReviewed& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  return receipts(d, *a, notice_of(d, *a, "conditions_" + std::string(name_of(e.outcome)), a->contact));
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Questioned& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  auto notice = notice_of(d, *a, "question", e.contact);
  notice.details = e.question.words();
  return mail::tell(mail, people, notice, ctx);
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const Replied& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a || !a->round) return {};
  const Desk d{s, dir, people, mail, ctx};
  auto draft = to_customer(d, *a, "authorization.ask", e.contact, mail::Purpose::authorize);
  draft.values["what"] = titles(lexicon(d.state, draft.language), a->round->asks);
  draft.values["message"] = e.reply.words();
  return mail::write(mail, draft, ctx);
}

Events letters_on(const State& s, const directory::State& dir, const people::State& people, const mail::State& mail,
                  const RenewalOffered& e, const Meta&, const Context& ctx) {
  const auto* a = find(s, e.id);
  if (!a) return {};
  const Desk d{s, dir, people, mail, ctx};
  auto draft = to_customer(d, *a, "authorization.renew", a->contact, mail::Purpose::renew);
  const auto& l = lexicon(d.state, draft.language);
  draft.values["until"] = date_words(l, e.ends);
  draft.values["what"] = titles(l, a->grants);
  draft.values["details"] = details(l, d, a->grants);
  return mail::write(mail, draft, ctx);
}

}  // namespace vs::authorizations
