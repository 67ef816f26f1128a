// Letters to customers and staff: what is written, to whom, by which words, and what became of it (INT-03).
// How they travel is the courier's business (app/courier.h), which follows this state.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "features/mail/letter.h"
#include "features/people/people.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::mail {

/// A letter to be written.
///
/// Words that the delivered templates know in `values` (all may be absent): `customer` (how the recipient is
/// addressed), `company` (who asks; the settings' company otherwise), `sender` (name of the person who asks),
/// `message` (their own words), `number` (`REQ-1063`), `what` (what it is about, in a few words), `when`, `where`,
/// `duration`, `until` (a date, written out), `reason`, `details` (several lines: a receipt, an agenda).
struct Draft {
  std::string kind;             ///< one of `kinds()`
  std::string contact, person;  ///< exactly one: con_… or per_…
  std::string language;         ///< of the recipient; falls back to "en"
  std::string time_zone;        ///< IANA, for quiet hours; "" = the workspace's
  std::string about;            ///< id of the item the link opens and the letter belongs to (aut_…, req_…, act_…)
  Purpose purpose = Purpose::none;
  std::optional<Instant> link_until;          ///< default 30 days
  std::map<std::string, std::string> values;  ///< for the template: {{customer}}, {{company}}, {{message}} …
  std::string calendar;                       ///< iCalendar text to attach (method inside), "" for none
  bool may_wait = true;                       ///< false: quiet hours do not hold it (codes, receipts)
};

/// What a colleague is told at once, in their own language.
struct Notice {
  std::string person;                         ///< per_…; nothing is written to anybody else
  std::string about, number;                  ///< the item that the link opens, and its number for people
  std::string what;                           ///< name of a sentence under `notices` of `templates/*.yaml`
  std::map<std::string, std::string> values;  ///< for the sentence
  std::string details;                        ///< several lines below it, as they are
};

/// What happens at one address, by which a person is spared letters.
struct Suppression {
  std::optional<Instant> unsubscribed;  ///< wants no letters but those about what is already agreed
  std::optional<Instant> bounced;       ///< letters do not arrive
  std::uint64_t version = 0;
};

/// Words of the workspace's own for a kind and language.
struct Wording {
  Template words;
  std::uint64_t revision = 0;  ///< counts the adoptions; 0: as delivered
  bool own = false;            ///< false: the delivered words hold again
  std::uint64_t version = 0;
};

struct State {
  std::map<std::string, Letter> letters;
  std::set<std::string> waiting;                          ///< ids of letters that have not left
  std::map<std::string, std::vector<std::string>> about;  ///< letters by item, oldest first
  std::map<std::string, Suppression> suppressed;          ///< by recipient
  std::map<std::string, Wording> wordings;                ///< by `kind.language`
  Settings settings;
  std::uint64_t settings_version = 0;
};

/// Every kind of letter: `authorization.ask`, `request.confirm` …
const std::vector<std::string>& kinds();
/// Languages in which letters are delivered.
const std::vector<std::string>& languages();
/// Would a letter of this kind to this recipient not be written, because they unsubscribed from such letters?
bool suppressed(const State&, const std::string& recipient, const std::string& kind);

/// Did the moment of a waiting letter pass, so that it would only surprise somebody now?
bool too_late(const Letter&, Instant now);

/// Writes the letter by the template in force; nothing when the recipient is suppressed for this kind.
/// A kind that does not exist is a fault of the caller and throws std::logic_error.
Events write(const State&, const Draft&, const Context&);
/// Writes a `staff.notice`. A sentence that does not exist is a fault of the caller and throws std::out_of_range.
Events tell(const State&, const people::State&, const Notice&, const Context&);
/// No letter about this item leaves any more (withdrawn, answered): those that wait are dropped.
Events drop(const State&, const std::string& about, const std::string& kind_prefix, const Context&);

// ---- Events: stored for ever.

/// A letter lies ready. `{{link}}` and `{{code}}` are the only placeholders left in its text.
struct Written {
  static constexpr std::string_view type = "mail.written";
  using Of = State;
  std::string id, kind, contact, person, language, about;
  Purpose purpose = Purpose::none;
  std::optional<Instant> link_until;
  Instant not_before;
  std::uint64_t template_revision = 0;
  std::string button;
  Personal subject, text;
  std::optional<Personal> calendar;
};
BOOST_DESCRIBE_STRUCT(Written, (),
                      (id, kind, contact, person, language, about, purpose, link_until, not_before, template_revision,
                       button, subject, text, calendar))

/// A mail server took it, for this address.
struct Sent {
  static constexpr std::string_view type = "mail.sent";
  using Of = State;
  std::string id;
  int attempt = 0;
  Personal to;
};
BOOST_DESCRIBE_STRUCT(Sent, (), (id, attempt, to))

/// It did not get through this time, and will be tried again.
struct Tried {
  static constexpr std::string_view type = "mail.tried";
  using Of = State;
  std::string id;
  int attempt = 0;
  std::string code;
  Instant again_at;
};
BOOST_DESCRIBE_STRUCT(Tried, (), (id, attempt, code, again_at))

/// It will not get through: refused for good, or tried often enough.
struct Failed {
  static constexpr std::string_view type = "mail.failed";
  using Of = State;
  std::string id;
  int attempt = 0;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(Failed, (), (id, attempt, code))

/// It must not leave any more.
struct Dropped {
  static constexpr std::string_view type = "mail.dropped";
  using Of = State;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Dropped, (), (id))

/// It came back after it was taken.
struct Bounced {
  static constexpr std::string_view type = "mail.bounced";
  using Of = State;
  std::string id, code;
};
BOOST_DESCRIBE_STRUCT(Bounced, (), (id, code))

/// Somebody asked for another try now.
struct Retried {
  static constexpr std::string_view type = "mail.retried";
  using Of = State;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Retried, (), (id))

/// Somebody of the staff took a fresh link, to hand it over in another way.
struct LinkTaken {
  static constexpr std::string_view type = "mail.link_taken";
  using Of = State;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(LinkTaken, (), (id))

/// The recipient wants no such letters any more.
struct Unsubscribed {
  static constexpr std::string_view type = "mail.unsubscribed";
  using Of = State;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(Unsubscribed, (), (contact))

/// Letters may be written again to this recipient.
struct SuppressionLifted {
  static constexpr std::string_view type = "mail.suppression_lifted";
  using Of = State;
  std::string recipient;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(SuppressionLifted, (), (recipient, reason))

/// The workspace's own words for one kind of letter in one language.
struct TemplateAdopted {
  static constexpr std::string_view type = "mail.template_adopted";
  using Of = State;
  std::string kind, language;
  Template words;
};
BOOST_DESCRIBE_STRUCT(TemplateAdopted, (), (kind, language, words))

/// The delivered words hold again.
struct TemplateRestored {
  static constexpr std::string_view type = "mail.template_restored";
  using Of = State;
  std::string kind, language;
};
BOOST_DESCRIBE_STRUCT(TemplateRestored, (), (kind, language))

struct SettingsAdopted {
  static constexpr std::string_view type = "mail.settings_adopted";
  using Of = State;
  Settings settings;
};
BOOST_DESCRIBE_STRUCT(SettingsAdopted, (), (settings))

void on(State&, const Written&, const Meta&);
void on(State&, const Sent&, const Meta&);
void on(State&, const Tried&, const Meta&);
void on(State&, const Failed&, const Meta&);
void on(State&, const Dropped&, const Meta&);
void on(State&, const Bounced&, const Meta&);
void on(State&, const Retried&, const Meta&);
void on(State&, const LinkTaken&, const Meta&);
void on(State&, const Unsubscribed&, const Meta&);
void on(State&, const SuppressionLifted&, const Meta&);
void on(State&, const TemplateAdopted&, const Meta&);
void on(State&, const TemplateRestored&, const Meta&);
void on(State&, const SettingsAdopted&, const Meta&);

}  // namespace vs::mail
