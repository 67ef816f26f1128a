// What people see of permissions: the catalogue, one item, its receipt, and the answers of the gate.
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/people/people.h"
#include "features/policies/policies.h"

namespace vs::authorizations {

struct GrantView {
  UseType use_type{};
  std::vector<Channel> channels;
  std::vector<std::string> regions, languages, products, topics, not_with;
  Date from, until;
  bool ask_each_time = false;
  std::vector<std::string> conditions;
  std::string content;
  bool not_with_competitors = false, approve_words_first = false;
  bool with_legal = false;  ///< legal has yet to accept the conditions; not in force
};
BOOST_DESCRIBE_STRUCT(GrantView, (),
                      (use_type, channels, regions, languages, products, topics, not_with, from, until, ask_each_time,
                       conditions, content, not_with_competitors, approve_words_first, with_legal))

/// One signer of a round, for the staff.
struct SignerRow {
  std::string contact, name;
  Authority authority{};
  SignerState state{};
  std::optional<Instant> answered_at;
  std::optional<Assurance> assurance;
  bool codes_impossible = false;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(SignerRow, (),
                      (contact, name, authority, state, answered_at, assurance, codes_impossible, remark))

struct QuestionRow {
  std::string contact, name, question, reply;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(QuestionRow, (), (contact, name, question, reply, at))

/// How the customer was asked in writing, and who has answered.
struct RoundView {
  RoundState state{};
  std::string language, wording, wording_digest, message, asked_by, wording_template;
  int template_revision = 0;
  bool in_order = false;
  Instant asked_at;
  std::optional<Instant> link_until;
  std::vector<SignerRow> signers;
  std::vector<QuestionRow> questions;
  std::vector<Instant> reminders;
};
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (state, language, wording, wording_digest, message, asked_by, wording_template, template_revision,
                       in_order, asked_at, link_until, signers, questions, reminders))

struct DoubtRow {
  Cause cause{};
  Instant at;
};
BOOST_DESCRIBE_STRUCT(DoubtRow, (), (cause, at))

struct EvidenceView {
  std::string file, name;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (file, name))

struct HistoryRow {
  Instant at;
  std::string who, what;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (at, who, what))

/// A line of the catalogue (AUT-08).
struct Row {
  std::string id, number, contact, contact_name, account, account_name;
  Status status{};
  std::vector<UseType> use_types;
  std::vector<Channel> channels;
  std::vector<GrantView> grants;
  std::optional<Date> until;
  bool pre_approved = false;
  std::optional<Instant> recorded_at;
  std::string recorded_by;
  std::int64_t uses_count = 0;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, contact, contact_name, account, account_name, status, use_types, channels, grants,
                       until, pre_approved, recorded_at, recorded_by, uses_count, version))

struct Item : Row {
  std::vector<GrantView> asks;
  std::vector<std::string> disclosures;
  std::vector<EvidenceView> evidence;
  std::optional<How> how;
  std::string signer, wording;
  std::vector<UseMade> uses;
  std::vector<HistoryRow> history;
  std::optional<RoundView> round;
  std::optional<Date> paused_until, renewal_offer;
  std::vector<DoubtRow> doubts;
};
BOOST_DESCRIBE_STRUCT(Item, (Row),
                      (asks, disclosures, evidence, how, signer, wording, uses, history, round, paused_until,
                       renewal_offer, doubts))

/// How a signer answered, as it stands in the receipt.
struct Signature {
  std::string name, typed_name, language, wording_digest;
  Authority authority{};
  Assurance assurance{};
  Instant answered_at;
  std::vector<std::string> acts;
  std::uint64_t sequence = 0;
  bool codes_impossible = false;  ///< no letters left by themselves, so that none could bring a code
};
BOOST_DESCRIBE_STRUCT(Signature, (),
                      (name, typed_name, language, wording_digest, authority, assurance, answered_at, acts, sequence,
                       codes_impossible))

/// The record for both sides, machine-readable (AUT-03). `wording_digest` is the SHA-256 of `wording`; the sequences
/// are positions in the ledger, whose checkpoints cover them.
struct Receipt {
  std::string format, number, customer, company;
  Status status{};
  std::string signer, wording;
  std::optional<How> how;
  std::vector<GrantView> asked, permitted;
  std::vector<std::string> disclosures;
  std::vector<EvidenceView> evidence;
  std::vector<UseMade> uses;
  std::vector<HistoryRow> history;
  Instant issued_at;
  std::uint64_t version = 0;
  std::string wording_digest, language;
  std::uint64_t asked_at_sequence = 0, given_at_sequence = 0;
  std::vector<Signature> signatures;
};
BOOST_DESCRIBE_STRUCT(Receipt, (),
                      (format, number, customer, company, status, signer, wording, how, asked, permitted, disclosures,
                       evidence, uses, history, issued_at, version, wording_digest, language, asked_at_sequence,
                       given_at_sequence, signatures))

std::vector<Row> rows(const State&, const directory::State&, const people::State&, const policies::State&, const Ask&);
Result<Item> item(const State&, const directory::State&, const people::State&, const policies::State&, const Ask&);
Result<Receipt> receipt(const State&, const directory::State&, const people::State&, const policies::State&,
                        const Ask&);
/// `GET authorizations/{id}/asked`: the request as the customer sees it; `?as=` a signer, `?language=`.
Result<RoundPage> asked(const State&, const directory::State&, const people::State&, const Ask&);
/// `GET authorization-preview`: the same for a request that is being written; `?draft=` is its body.
Result<RoundPage> preview(const State&, const directory::State&, const people::State&, const policies::State&,
                          const Ask&);
/// `GET my-permissions`: all that the contact who asks ever allowed; `?language=`.
struct MyPermissions {
  std::vector<PermissionShown> items;
};
BOOST_DESCRIBE_STRUCT(MyPermissions, (), (items))
Result<MyPermissions> my_permissions(const State&, const directory::State&, const policies::State&, const Ask&);
/// `GET /may-use`.
Result<Verdict> gate(const State&, const directory::State&, const Ask&);

}  // namespace vs::authorizations
