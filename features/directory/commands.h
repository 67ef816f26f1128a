// What may be done with records by hand. Imports have their own commands, in imports.h.
#pragma once

#include <optional>
#include <string>

#include "features/directory/directory.h"

namespace vs::directory {

/// What a person enters about a contact; names and addresses become personal words on the way in.
struct ContactInput {
  std::optional<std::string> external_id, account, name, title, seniority, persona, email, phone, language, time_zone,
      region;
};
BOOST_DESCRIBE_STRUCT(ContactInput, (),
                      (external_id, account, name, title, seniority, persona, email, phone, language, time_zone,
                       region))

struct SellerInput {
  std::optional<std::string> external_id, name, manager, office;
};
BOOST_DESCRIBE_STRUCT(SellerInput, (), (external_id, name, manager, office))

/// A support issue of the account; severity 1 is the worst, 4 the mildest.
struct ReportIssue {
  int severity = 4;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ReportIssue, (), (severity, title))

struct ResolveIssue {
  std::string issue;
};
BOOST_DESCRIBE_STRUCT(ResolveIssue, (), (issue))

/// What the contract forbids; both empty lifts the restriction.
struct Restrict {
  std::optional<std::string> restriction;
  std::optional<bool> public_reference_ban;
};
BOOST_DESCRIBE_STRUCT(Restrict, (), (restriction, public_reference_ban))

struct OptOut {
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(OptOut, (), (reason))

struct MarkLeft {};
BOOST_DESCRIBE_STRUCT(MarkLeft, (), ())

Result<Decision> add_account(const State&, const AccountFacts&, const Context&);
Result<Decision> add_contact(const State&, const ContactInput&, const Context&);
Result<Decision> add_deal(const State&, const DealFacts&, const Context&);
Result<Decision> add_product(const State&, const ProductFacts&, const Context&);
Result<Decision> add_seller(const State&, const SellerInput&, const Context&);

Result<Decision> revise_account(const State&, const AccountFacts&, const Context&);
Result<Decision> revise_contact(const State&, const ContactInput&, const Context&);
Result<Decision> revise_deal(const State&, const DealFacts&, const Context&);
Result<Decision> revise_product(const State&, const ProductFacts&, const Context&);
Result<Decision> revise_seller(const State&, const SellerInput&, const Context&);

Result<Decision> report_issue(const State&, const ReportIssue&, const Context&);
Result<Decision> resolve_issue(const State&, const ResolveIssue&, const Context&);
Result<Decision> restrict_account(const State&, const Restrict&, const Context&);
Result<Decision> opt_out_account(const State&, const OptOut&, const Context&);
Result<Decision> mark_left(const State&, const MarkLeft&, const Context&);
Result<Decision> opt_out_contact(const State&, const OptOut&, const Context&);

}  // namespace vs::directory
