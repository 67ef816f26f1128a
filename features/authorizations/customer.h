// What a customer reads: the request as it was put to them, and all that they ever allowed (AUT-01, AUT-10).
// Pure texts in the customer's language, made from controlled wording; the portal only lays them out.
#pragma once

#include "features/authorizations/rounds.h"

namespace vs::directory {
struct State;
}
namespace vs::people {
struct State;
}
namespace vs::policies {
struct State;
}

namespace vs::authorizations {

struct Authorization;

/// A text as shown, in one language, with its SHA-256 in hex.
struct Wording {
  std::string language, text, digest;
};

/// A code to send back and the words to show for it.
struct Choice {
  std::string code, words;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (code, words))

/// One ask, or one thing permitted, in words; `choices` are what a limit may keep of it.
struct ScopeShown {
  int ask = 0;  ///< position, sent back with the answer
  UseType use_type{};
  std::string title, text;
  std::vector<Choice> channels;
  std::vector<std::string> regions, languages, products, topics;
  Date from, until;
  std::string period;               ///< "Until 22 November 2027"
  std::string content;              ///< the very words or picture meant
  std::vector<std::string> limits;  ///< every limit and condition as a sentence
  bool with_legal = false;          ///< the conditions are being read; not in force yet
};
BOOST_DESCRIBE_STRUCT(ScopeShown, (),
                      (ask, use_type, title, text, channels, regions, languages, products, topics, from, until, period,
                       content, limits, with_legal))

struct SignerShown {
  std::string contact, name;
  Authority authority{};
  std::string authority_words;
  SignerState state{};
  bool me = false;
};
BOOST_DESCRIBE_STRUCT(SignerShown, (), (contact, name, authority, authority_words, state, me))

struct QuestionShown {
  std::string question, reply;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(QuestionShown, (), (question, reply, at))

/// The request as one signer sees it. What is answered goes back with `wording_digest`.
struct RoundPage {
  std::string id, number, language;
  std::string title, opening, message, boundaries, withdrawal;
  std::vector<ScopeShown> asks;
  std::vector<std::string> disclosures;
  std::string wording, wording_digest;
  std::string customer, company, sender;
  std::vector<Choice> authorities;
  std::vector<SignerShown> signers;
  std::vector<QuestionShown> questions;
  RoundState state{};
  SignerState my_state{};
  std::vector<ScopeShown> granted;  ///< once the round is over
  std::vector<std::string> offered_languages;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(RoundPage, (),
                      (id, number, language, title, opening, message, boundaries, withdrawal, asks, disclosures,
                       wording, wording_digest, customer, company, sender, authorities, signers, questions, state,
                       my_state, granted, offered_languages, version))

struct UseShown {
  std::string title, channel, request;
  Date on;
};
BOOST_DESCRIBE_STRUCT(UseShown, (), (title, channel, request, on))

/// One permission on the customer's own page.
struct PermissionShown {
  std::string id, number, status;  ///< code of Status
  std::vector<ScopeShown> grants;
  std::vector<UseShown> uses;
  std::optional<Date> until, paused_until, renew_until;  ///< `renew_until`: what one tap would make of `until`
  bool waits_for_me = false;                             ///< a round is open and it is my turn
  bool may_withdraw = false, may_narrow = false, may_renew = false, may_pause = false;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PermissionShown, (),
                      (id, number, status, grants, uses, until, paused_until, renew_until, waits_for_me, may_withdraw,
                       may_narrow, may_renew, may_pause, version))

/// Does a yes to this use reach so many people that the signer proves once more who they are?
constexpr bool needs_code(UseType use) {
  return use == UseType::press || use == UseType::video;
}
/// The round of the authorization, or null when it was never asked for in writing.
const Round* round_of(const State&, const std::string& id);
/// Languages in which controlled wording exists, English first.
const std::vector<std::string>& wording_languages();
/// The language to use for somebody who reads `wanted` ("de-AT" reads German): English when there is no other.
std::string wording_language(const std::string& wanted);
/// The exact text of the round in that language: what was asked, where and how long, the boundaries, the
/// statements that accompany uses and how to take it back.
Wording wording_of(const State&, const directory::State&, const people::State&, const std::string& id,
                   const std::string& language);
/// The request as this signer sees it; `not_found` for anybody else.
Result<RoundPage> round_page(const State&, const directory::State&, const people::State&, const std::string& id,
                             const std::string& contact, const std::string& language);
/// All that this contact was asked for or permitted, what waits for them first, then newest first.
std::vector<PermissionShown> permissions_of(const State&, const directory::State&, const policies::State&,
                                            const std::string& contact, const std::string& language, Date today);

}  // namespace vs::authorizations
