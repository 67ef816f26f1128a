// What the forms of a request set going; and who sees the request at all.
#include <algorithm>

#include "features/portal/asking.h"

namespace vs::portal {
namespace {

using authorizations::AnswerGiven;
using authorizations::Say;
using authorizations::SignerState;

template <class T>
void put(json::Object& out, const char* name, const std::optional<T>& value) {
  if (value) out[name] = *json::parse(json::to_text(*value));
}

json::Object body_of(const AnswerGiven& a) {
  json::Object out;
  out["ask"] = a.ask;
  out["answer"] = name_of(a.answer);
  put(out, "channels", a.channels);
  put(out, "regions", a.regions);
  put(out, "languages", a.languages);
  put(out, "products", a.products);
  put(out, "topics", a.topics);
  put(out, "until", a.until);
  if (a.not_with_competitors) out["not_with_competitors"] = true;
  if (a.ask_each_time) out["ask_each_time"] = true;
  if (a.approve_words_first) out["approve_words_first"] = true;
  if (a.conditions) out["conditions"] = a.conditions->words();
  return out;
}

// What the visitor did, in order, as the record keeps it.
json::Array acts_of(const std::vector<AnswerGiven>& answers, const std::string& authority, bool proven) {
  json::Array acts{"link_opened"};
  for (const auto& a : answers)
    acts.emplace_back("answered_" + std::to_string(a.ask) + "_" + std::string(name_of(a.answer)));
  acts.emplace_back("reviewed");
  acts.emplace_back("authority_" + authority);
  acts.emplace_back("name_typed");
  acts.emplace_back("confirmed");
  if (proven) acts.emplace_back("code_typed");
  return acts;
}

json::Object answer_body(const Asking& asking, const Form& form, bool proven) {
  const auto answers = answers_of(asking.round, form);
  json::Object body;
  auto& list = body["answers"].emplace_array();
  for (const auto& answer : answers) list.emplace_back(body_of(answer));
  body["authority"] = form.one("authority");
  body["wording_digest"] = form.one("digest");
  body["language"] = asking.round.language;
  body["assurance"] = proven ? "code" : "email_link";
  if (!asking.visitor.letters) body["codes_impossible"] = true;
  body["acts"] = acts_of(answers, form.one("authority"), proven);
  body["typed_name"] = form.one("typed_name");
  if (form.has("remark")) body["remark"] = form.one("remark");
  if (form.has("agreement"))
    body["evidence"] = json::Array{{{"file", form.one("agreement")}, {"name", form.one("agreement_name")}}};
  return body;
}

// The draft with what this form adds to it.
Form together(const Form& draft, const Form& form) {
  Form out = form;
  for (const auto& [name, value] : draft.fields)
    if (!form.fields.contains(name)) out.fields.emplace(name, value);
  return out;
}

}  // namespace

Result<Asking> asking_of(const AskingRoom& room, const Visitor& visitor) {
  VS_TRY(round, authorizations::round_page(room.permissions, room.directory, room.people, visitor.about,
                                           visitor.contact, visitor.language));
  const auto* contact = directory::contact(room.directory, visitor.contact);
  return Asking{visitor, Words(visitor.language), std::move(round), contact ? contact->email.words() : "",
                contact ? contact->time_zone : ""};
}

std::string asking_begins(const AskingRoom& room, const Visitor& visitor) {
  const auto* round = authorizations::round_of(room.permissions, visitor.about);
  const auto* signer = round ? authorizations::signer_of(*round, visitor.contact) : nullptr;
  if (!signer) return "/p/mine";
  if (signer->state == SignerState::waiting_for_turn) return "/p/turn";
  if (signer->state == SignerState::asked)
    return round->state == authorizations::RoundState::open ? "/p/ask" : "/p/settled";
  return "/p/done";
}

Deed ask_deed(const Asking& asking, const Form& form) {
  Deed deed;
  deed.keep = true;
  deed.then = "/p/check", deed.stay = "/p/ask";
  deed.problems = gaps(asking, form);
  return deed;
}

Deed answer_deed(const Asking& asking, const Form& form) {
  const auto whole = together(asking.visitor.draft, form);
  Deed deed;
  deed.stay = "/p/check";
  deed.keep = deed.merge = true;
  if (!form.has("authority")) deed.problems.push_back(asking.words("check_no_authority"));
  if (!form.has("typed_name")) deed.problems.push_back(asking.words("check_no_name"));
  if (!gaps(asking, whole).empty()) deed.problems = gaps(asking, whole), deed.stay = "/p/ask";
  if (!deed.problems.empty()) return deed;
  const bool provable = asking.visitor.letters && !asking.visitor.proven;
  if (provable && needs_proof(asking.round, answers_of(asking.round, whole))) {
    deed.send_code = true;
    deed.then = "/p/code";
    return deed;
  }
  deed.collection = "authorizations", deed.action = "answer", deed.target = asking.round.id;
  deed.body = answer_body(asking, whole, asking.visitor.proven);
  deed.then = "/p/done";
  return deed;
}

Deed code_deed(const Asking& asking, const Form& form) {
  Deed deed;
  deed.stay = "/p/code";
  if (form.has("again")) {
    deed.send_code = true;
    deed.then = "/p/code";
    return deed;
  }
  const auto& draft = asking.visitor.draft;
  if (!gaps(asking, draft).empty() || !draft.has("authority") || !draft.has("typed_name")) {
    deed.then = "/p/ask";
    return deed;
  }
  deed.check_code = true;
  deed.wrong_code = asking.words("code_wrong");
  deed.collection = "authorizations", deed.action = "answer", deed.target = asking.round.id;
  deed.body = answer_body(asking, draft, true);
  deed.then = "/p/done";
  return deed;
}

}  // namespace vs::portal
