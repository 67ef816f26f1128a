// The pages of a request for permission: ask, limits, "Is this right?", receipt; and the ways beside it (AUT-02).
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/portal/portal.h"
#include "features/portal/words.h"

namespace vs::portal {

/// All that these pages read.
struct AskingRoom {
  const authorizations::State& permissions;
  const directory::State& directory;
  const people::State& people;
};

/// Everything a page of the request is made from.
struct Asking {
  const Visitor& visitor;
  Words words;
  authorizations::RoundPage round;
  std::string email;      ///< of the visitor
  std::string time_zone;  ///< of the visitor
};

/// The request as it is put to this visitor; not_found when it is not put to them.
Result<Asking> asking_of(const AskingRoom&, const Visitor&);

/// Where the visitor stands: the questions, the receipt, or not yet.
std::string asking_begins(const AskingRoom&, const Visitor&);
Page ask_page(const Asking&);
Page check_page(const Asking&);
Page code_page(const Asking&);
Page receipt_page(const AskingRoom&, const Asking&);
Page decline_page(const Asking&);
Page question_page(const Asking&);
Page signer_page(const Asking&);

// ---- What their forms set going.
Deed ask_deed(const Asking&, const Form&);
Deed answer_deed(const Asking&, const Form&);
Deed code_deed(const Asking&, const Form&);
Deed decline_deed(const Asking&, const Form&);
Deed question_deed(const Asking&, const Form&);
Deed signer_deed(const Asking&, const Form&);

// ---- Answers between form, record and words.

/// The answers in a form; free words are kept as `conditions`. What was not answered is not among them.
std::vector<authorizations::AnswerGiven> answers_of(const authorizations::RoundPage&, const Form&);
/// What has to be answered better, in sentences.
std::vector<std::string> gaps(const Asking&, const Form&);
/// One line of the summary.
struct AnswerLine {
  std::string title, answer, tone;
  std::vector<std::string> limits;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (title, answer, tone, limits))
std::vector<AnswerLine> lines(const Asking&, const std::vector<authorizations::AnswerGiven>&);
/// The limits of an answer in short words.
std::vector<std::string> limits_in_words(const Words&, const authorizations::ScopeShown&,
                                         const authorizations::AnswerGiven&);
/// Does it reach so many people that the visitor proves once more who they are?
bool needs_proof(const authorizations::RoundPage&, const std::vector<authorizations::AnswerGiven>&);

}  // namespace vs::portal
