// "Is this right?", the digits, and the receipt.
#include <algorithm>

#include "features/portal/asking.h"
#include "features/portal/frame.h"

namespace vs::portal {
namespace {

using authorizations::AnswerGiven;
using authorizations::RoundState;
using authorizations::Say;
using authorizations::SignerShown;
using authorizations::SignerState;

struct Option {
  std::string id, value, label;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(Option, (), (id, value, label, on))

std::vector<Option> authorities(const Asking& asking) {
  std::vector<Option> out;
  for (const auto& choice : asking.round.authorities)
    out.push_back({"auth" + std::to_string(out.size()), choice.code, choice.words,
                   asking.visitor.draft.has("authority", choice.code)});
  return out;
}

bool allows_something(const std::vector<AnswerGiven>& answers) {
  return std::ranges::any_of(answers, [](const auto& a) { return a.answer != Say::no; });
}

// m•••@nordvik.example
std::string masked(const std::string& email) {
  const auto at = email.find('@');
  return at == std::string::npos ? std::string("…") : email.substr(0, 1) + "•••" + email.substr(at);
}

std::vector<std::string> others_to_come(const Asking& asking) {
  std::vector<std::string> out;
  for (const SignerShown& signer : asking.round.signers)
    if (!signer.me && (signer.state == SignerState::asked || signer.state == SignerState::waiting_for_turn))
      out.push_back(signer.name);
  return out;
}

bool with_legal(const std::vector<AnswerGiven>& answers) {
  return std::ranges::any_of(answers, [](const auto& a) { return a.conditions.has_value(); });
}

}  // namespace

Page check_page(const Asking& asking) {
  const auto& words = asking.words;
  const auto& draft = asking.visitor.draft;
  if (!gaps(asking, draft).empty()) return go_to("/p/ask");
  const auto answers = answers_of(asking.round, draft);
  auto data = frame(asking.visitor, words("check_title"));
  put_list(data, "lines", lines(asking, answers));
  put_list(data, "authorities", authorities(asking));
  data["agree"] =
      allows_something(answers) ? words("check_agree", {{"brand", asking.visitor.brand}}) : words("check_nothing");
  data["typed_name"] = draft.one("typed_name");
  data["remark"] = draft.one("remark");
  data["wording"] = asking.round.wording;
  data["digest"] = asking.round.wording_digest;
  return shown("check", words, std::move(data));
}

Page code_page(const Asking& asking) {
  const auto& words = asking.words;
  if (!gaps(asking, asking.visitor.draft).empty()) return go_to("/p/ask");
  auto data = frame(asking.visitor, words("code_title"));
  data["lead"] = words("code_lead", {{"address", masked(asking.email)}});
  return shown("code", words, std::move(data));
}

Page receipt_page(const AskingRoom& room, const Asking& asking) {
  const auto& words = asking.words;
  const auto& round = asking.round;
  if (asking_begins(room, asking.visitor) != "/p/done") return go_to(asking_begins(room, asking.visitor));
  const auto* whole = authorizations::round_of(room.permissions, round.id);
  const auto* signer = authorizations::signer_of(*whole, asking.visitor.contact);
  const bool declined = round.my_state == SignerState::declined;
  const std::string name = words.call(round.customer);
  const auto when = signer->answered_at.value_or(asking.visitor.now);
  auto data = frame(asking.visitor, words(declined ? "done_declined_title" : "done_title", {{"name", name}}));
  data["lead"] = words(
      declined ? "done_declined_lead" : "done_lead",
      {{"number", round.number}, {"when", words.moment(when, asking.time_zone)}, {"address", masked(asking.email)}});
  data["big"] = declined ? icon("no", "big") : icon("done", "big ok");
  put_list(data, "lines", lines(asking, signer->answers));
  if (const auto others = others_to_come(asking); !declined && round.state == RoundState::open && !others.empty())
    data["others"] = words("done_others", {{"names", words.list(others)}});
  if (with_legal(signer->answers)) data["legal"] = words("done_legal");
  data["standing"] = !declined && round.state == RoundState::granted;
  data["id"] = round.id;
  return shown("done", words, std::move(data));
}

}  // namespace vs::portal
