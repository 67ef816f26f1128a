// Accounts, contacts, deals, products and sellers of a workspace: where they come from, who keeps which
// field, and what forbids using them (DIR-01..03). Imports of CSV files live in imports.h.
#pragma once

#include <map>
#include <set>
#include <string>

#include "features/directory/import_record.h"
#include "features/directory/records.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::directory {

struct State {
  ById<Account> accounts;
  ById<Contact> contacts;
  ById<Deal> deals;
  ById<Product> products;
  ById<Seller> sellers;
  /// Ids by external id and by name (`accounts#001…`, `accounts=acme corporation`), see keys.h.
  ById<std::string> ids;
  ById<std::set<std::string>> relied_on;  ///< id → as what the program refers to it
  std::map<std::string, Import> imports;
  std::map<std::uint64_t, std::string> applying;  ///< imports being applied, by the sequence of their start
  /// Repairs once chosen (`field:value` → replacement), so that the same file says the same next time.
  std::map<ImportKind, std::map<std::string, std::string>> repairs;
};

// ---- Questions of other features.

/// The record, or null.
const Account* account(const State&, const std::string& id);
const Contact* contact(const State&, const std::string& id);
const Deal* deal(const State&, const std::string& id);
const Seller* seller(const State&, const std::string& id);
/// The product of that name (product codes of deals are names), or null.
const Product* product_named(const State&, const std::string& name);
/// The account where the contact works, or null.
const Account* account_of_contact(const State&, const std::string& contact_id);
/// Is some issue of severity 1..threshold open?
bool open_severe_issue(const Account&, int severity_threshold);
/// Do both accounts belong to the same group of companies (or are they the same)?
bool same_group(const State&, const std::string& account_a, const std::string& account_b);
/// Must the two accounts never meet, because one names the other as a competitor?
bool competitors(const State&, const std::string& account_a, const std::string& account_b);
/// May these roles see e-mail addresses and phone numbers of contacts?
bool may_see_contact_details(const std::set<std::string>& roles);
/// Records that something outside the directory refers to this record, e.g. a contact `as` "advocate", so
/// that undoing an import keeps it and its row says so. Nothing when that is known already.
Events rely_on(const State&, const std::string& id, const std::string& as = "use");

// ---- Events: stored for ever.

/// What is particular to one kind of record: its facts and the names of its events.
template <class Record>
struct KindOf;

#define VS_DIRECTORY_KIND(Record, word, ids)                                \
  template <>                                                               \
  struct KindOf<Record> {                                                   \
    using Facts = Record##Facts;                                            \
    static constexpr std::string_view collection = word "s", prefix = ids;  \
    static constexpr std::string_view added = word ".added";                \
    static constexpr std::string_view revised = word ".revised";            \
    static constexpr std::string_view imported = word ".imported";          \
    static constexpr std::string_view retracted = word ".import_retracted"; \
  };
VS_DIRECTORY_KIND(Account, "account", "acc")
VS_DIRECTORY_KIND(Contact, "contact", "con")
VS_DIRECTORY_KIND(Deal, "deal", "dea")
VS_DIRECTORY_KIND(Product, "product", "prd")
VS_DIRECTORY_KIND(Seller, "seller", "sel")
#undef VS_DIRECTORY_KIND

/// A record entered by hand.
template <class R>
struct Added {
  static constexpr std::string_view type = KindOf<R>::added;
  using Of = State;
  std::string id;
  typename KindOf<R>::Facts facts;
  BOOST_DESCRIBE_CLASS(Added, (), (id, facts), (), ())
};

/// Facts corrected by hand.
template <class R>
struct Revised {
  static constexpr std::string_view type = KindOf<R>::revised;
  using Of = State;
  std::string id;
  typename KindOf<R>::Facts facts;
  BOOST_DESCRIBE_CLASS(Revised, (), (id, facts), (), ())
};

/// What an import said about a new or known record; the CRM owns these facts from then on.
template <class R>
struct Imported {
  static constexpr std::string_view type = KindOf<R>::imported;
  using Of = State;
  std::string id, import;
  typename KindOf<R>::Facts facts;
  std::set<std::string> derived;  ///< facts concluded here, which therefore stay editable
  BOOST_DESCRIBE_CLASS(Imported, (), (id, import, facts, derived), (), ())
};

/// What that import said was taken back: the record is as it was before, or gone if it was new.
template <class R>
struct ImportRetracted {
  static constexpr std::string_view type = KindOf<R>::retracted;
  using Of = State;
  std::string id, import;
  BOOST_DESCRIBE_CLASS(ImportRetracted, (), (id, import), (), ())
};

struct IssueReported {
  static constexpr std::string_view type = "account.issue_reported";
  using Of = State;
  std::string account, issue;
  int severity = 4;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(IssueReported, (), (account, issue, severity, title))

struct IssueResolved {
  static constexpr std::string_view type = "account.issue_resolved";
  using Of = State;
  std::string account, issue;
};
BOOST_DESCRIBE_STRUCT(IssueResolved, (), (account, issue))

/// What the contract forbids; an empty restriction lifts it.
struct Restricted {
  static constexpr std::string_view type = "account.restricted";
  using Of = State;
  std::string account, restriction;
  bool public_reference_ban = false;
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (account, restriction, public_reference_ban))

struct AccountOptedOut {
  static constexpr std::string_view type = "account.opted_out";
  using Of = State;
  std::string account;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(AccountOptedOut, (), (account, reason))

struct ContactLeft {
  static constexpr std::string_view type = "contact.left";
  using Of = State;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(ContactLeft, (), (contact))

struct ContactOptedOut {
  static constexpr std::string_view type = "contact.opted_out";
  using Of = State;
  std::string contact;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(ContactOptedOut, (), (contact, reason))

/// The person wants their details left alone until something is settled. Privacy says so, and says when it is over.
struct UseRestricted {
  static constexpr std::string_view type = "contact.use_restricted";
  using Of = State;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(UseRestricted, (), (contact))

struct UseRestrictionLifted {
  static constexpr std::string_view type = "contact.use_restriction_lifted";
  using Of = State;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(UseRestrictionLifted, (), (contact))

/// Nothing that tells who this is may be known here any more. What is left is a record without a person: it says when
/// it was emptied, may be used for nothing, and takes no words again.
struct ContactErased {
  static constexpr std::string_view type = "contact.erased";
  using Of = State;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(ContactErased, (), (contact))

struct ReliedOn {
  static constexpr std::string_view type = "directory.relied_on";
  using Of = State;
  std::string id, as;
};
BOOST_DESCRIBE_STRUCT(ReliedOn, (), (id, as))

template <class R>
void on(State&, const Added<R>&, const Meta&);
template <class R>
void on(State&, const Revised<R>&, const Meta&);
template <class R>
void on(State&, const Imported<R>&, const Meta&);
template <class R>
void on(State&, const ImportRetracted<R>&, const Meta&);
void on(State&, const IssueReported&, const Meta&);
void on(State&, const IssueResolved&, const Meta&);
void on(State&, const Restricted&, const Meta&);
void on(State&, const AccountOptedOut&, const Meta&);
void on(State&, const ContactLeft&, const Meta&);
void on(State&, const ContactOptedOut&, const Meta&);
void on(State&, const UseRestricted&, const Meta&);
void on(State&, const UseRestrictionLifted&, const Meta&);
void on(State&, const ContactErased&, const Meta&);
void on(State&, const ReliedOn&, const Meta&);

}  // namespace vs::directory
