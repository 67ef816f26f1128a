#include <algorithm>

#include "features/requests/letters.h"
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

struct Desk {
  const State& state;
  const people::State& people;
  const directory::State& directory;
  const mail::State& mail;
  const Context& ctx;
};

std::string prospect_for(const Request& r, const activities::Words& words) {
  const auto prospect = r.intake.prospect.value_or(Prospect{});
  if (r.proposal.name_prospect && prospect.name && !prospect.name->empty()) return *prospect.name;
  std::string out = words("somebody");
  const auto industry = prospect.industry.value_or("");
  return industry.empty() ? out : out + " (" + industry + ")";
}

std::string times(const std::vector<Instant>& slots, const activities::Words& words, const std::string& zone) {
  std::string out;
  for (const auto at : slots) out += (out.empty() ? "" : " · ") + words.time(at, zone);
  return out;
}

mail::Draft question(const Desk& d, const Request& r, const Candidate& c, const std::string& kind) {
  const auto* known = directory::contact(d.directory, c.contact);
  mail::Draft out;
  out.kind = kind;
  out.contact = c.contact;
  out.language = known && !known->language.empty() ? known->language : r.intake.language.value_or("en");
  out.time_zone = known ? known->time_zone : "";
  out.about = r.id;
  out.purpose = mail::Purpose::confirm;
  const auto zone = out.time_zone.empty() ? d.mail.settings.time_zone : out.time_zone;
  const activities::Words words(out.language);
  out.values["customer"] = known ? known->name.words() : "";
  out.values["sender"] = people::name_of(d.people, c.asked_by);
  out.values["message"] = r.proposal.message.words();
  out.values["number"] = r.number;
  out.values["what"] =
      words("what", {{"use", words.use(r.intake.use_type.value_or(UseType{}))}, {"prospect", prospect_for(r, words)}});
  out.values["duration"] = words.minutes(r.proposal.minutes);
  out.values["when"] = times(ahead(r.proposal.slots, d.ctx.now), words, zone);
  if (c.answer_by) out.values["until"] = words.date(c.answer_by->date());
  return out;
}

// The sentence by which colleagues hear of it.
std::string answered(Reply reply) {
  return "answered_" + std::string(name_of(reply));
}

// Only one customer is asked at a time: a letter to this contact means that all that wait are theirs.
Events stop(const mail::State& mail, const std::string& request, const std::string& contact, const Context& ctx) {
  const auto it = mail.about.find(request);
  if (it == mail.about.end()) return {};
  const bool theirs = std::ranges::any_of(it->second, [&](const std::string& id) {
    const auto letter = mail.letters.find(id);
    return letter != mail.letters.end() && letter->second.contact == contact;
  });
  return theirs ? mail::drop(mail, request, "request.", ctx) : Events{};
}

}  // namespace

Events letters_on_asked(VS_DESK, const CustomerAsked& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  const auto* c = r ? candidate_of(*r, e.contact) : nullptr;
  return c ? mail::write(mail, question({s, people, dir, mail, ctx}, *r, *c, "request.confirm"), ctx) : Events{};
}

Events letters_on_reminded(VS_DESK, const CustomerReminded& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  const auto* c = r ? candidate_of(*r, e.contact) : nullptr;
  return c ? mail::write(mail, question({s, people, dir, mail, ctx}, *r, *c, "request.confirm_remind"), ctx) : Events{};
}

Events letters_on_answered(VS_DESK, const CustomerAnswered& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  const auto* c = r ? candidate_of(*r, e.contact) : nullptr;
  if (!c) return {};
  const auto* known = directory::contact(dir, e.contact);
  const std::map<std::string, std::string> by{{"who", known ? known->name.words() : ""}};
  Events out = stop(mail, e.request, e.contact, ctx);
  const auto said = e.reason ? e.reason->words() : "";
  append(out, mail::tell(mail, people, {c->asked_by, r->id, r->number, answered(e.reply), by, said}, ctx));
  if (!e.colleague_name) return out;
  // Nobody writes to the colleague, and no record of them is made, before a program owner looked.
  const auto named = e.colleague_name->words() + (e.colleague_email ? ", " + e.colleague_email->words() : "");
  for (const auto& owner : people::with_role(people, "program_owner"))
    append(out, mail::tell(mail, people, {owner, r->id, r->number, "names_colleague", by, named}, ctx));
  return out;
}

Events letters_on_confirmed(const mail::State& mail, const CustomerConfirmed& e, const Meta&, const Context& ctx) {
  return stop(mail, e.request, e.contact, ctx);
}

Events letters_on_declined(const mail::State& mail, const CustomerDeclined& e, const Meta&, const Context& ctx) {
  return stop(mail, e.request, e.contact, ctx);
}

Events letters_on_passed_over(const mail::State& mail, const PassedOver& e, const Meta&, const Context& ctx) {
  return stop(mail, e.request, e.contact, ctx);
}

Events letters_on_cancelled(const mail::State& mail, const Cancelled& e, const Meta&, const Context& ctx) {
  return mail::drop(mail, e.request, "request.", ctx);
}

Events letters_on_rejected(const mail::State& mail, const Rejected& e, const Meta&, const Context& ctx) {
  return mail::drop(mail, e.request, "request.", ctx);
}

}  // namespace vs::requests
