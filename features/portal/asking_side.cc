// The ways beside an answer: no to everything, a question, somebody else who must agree.
#include "features/portal/asking.h"
#include "features/portal/frame.h"

namespace vs::portal {

Page decline_page(const Asking& asking) {
  auto data = frame(asking.visitor, asking.words("decline_title"));
  data["reason"] = asking.visitor.draft.one("reason");
  return shown("decline", asking.words, std::move(data));
}

Page question_page(const Asking& asking) {
  const auto sender = asking.words.call(asking.round.sender);
  auto data = frame(asking.visitor, asking.words("question_title", {{"sender", sender}}));
  data["lead"] = asking.words("question_lead", {{"sender", sender}});
  data["question"] = asking.visitor.draft.one("question");
  return shown("question", asking.words, std::move(data));
}

Page signer_page(const Asking& asking) {
  auto data = frame(asking.visitor, asking.words("signer_title"));
  // In the third person here: it is somebody else who will answer, and never for themselves alone.
  std::vector<authorizations::Choice> roles;
  for (const char* role : {"company", "legal", "public_relations"})
    roles.push_back({role, asking.words(std::string("signer_for_") + role)});
  put_list(data, "authorities", roles);
  data["name"] = asking.visitor.draft.one("name");
  data["email"] = asking.visitor.draft.one("email");
  return shown("signer", asking.words, std::move(data));
}

Deed decline_deed(const Asking& asking, const Form& form) {
  Deed deed{"authorizations", "decline", asking.round.id, {}, "/p/done", "/p/decline"};
  if (form.has("reason")) deed.body["reason"] = form.one("reason");
  return deed;
}

Deed question_deed(const Asking& asking, const Form& form) {
  Deed deed{"authorizations", "question", asking.round.id, {}, "/p/ask", "/p/question", "question_sent"};
  deed.body["question"] = form.one("question");
  return deed;
}

Deed signer_deed(const Asking& asking, const Form& form) {
  Deed deed{"authorizations", "add_signer", asking.round.id, {}, "/p/ask", "/p/signer", "signer_sent"};
  deed.body["authority"] = form.one("authority");
  deed.body["name"] = form.one("name");
  deed.body["email"] = form.one("email");
  return deed;
}

}  // namespace vs::portal
