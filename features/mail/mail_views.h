// What staff see: letters with their fate, the words they are made of, and who is spared them.
#pragma once

#include "features/directory/directory.h"
#include "features/mail/mail.h"
#include "features/people/people.h"

namespace vs::mail {

struct Row {
  std::string id, kind, recipient, recipient_name, address, about, subject;
  Status status = Status::waiting;
  int attempts = 0;
  std::string code;
  bool has_link = false;
  Instant written_at;
  std::optional<Instant> due_at, sent_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, kind, recipient, recipient_name, address, about, subject, status, attempts, code, has_link,
                       written_at, due_at, sent_at, version))

struct Item : Row {
  std::string language;
  Purpose purpose = Purpose::none;
  std::optional<Instant> link_until;
  std::string text, html;  ///< as sent, but for what is made only then
  bool has_calendar = false;
  std::string calendar;  ///< of both sides, with the addresses of both; "" for whoever may not see those
  std::uint64_t template_revision = 0;
};
BOOST_DESCRIBE_STRUCT(Item, (Row),
                      (language, purpose, link_until, text, html, has_calendar, calendar, template_revision))

/// A template with its preview, made of facts that are plainly invented.
struct TemplateRow {
  std::string id, kind, language;
  bool own = false;
  std::uint64_t revision = 0;
  std::string subject;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (), (id, kind, language, own, revision, subject, version))

struct Preview {
  std::string subject, text, html;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (subject, text, html))

struct TemplateItem : TemplateRow {
  LongText text;
  std::string button;
  Template delivered;
  Preview preview;
};
BOOST_DESCRIBE_STRUCT(TemplateItem, (TemplateRow), (text, button, delivered, preview))

struct SuppressionRow {
  std::string id, name;
  bool unsubscribed = false, bounced = false;
  Instant since;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SuppressionRow, (), (id, name, unsubscribed, bounced, since, version))

struct SettingsItem : Settings {
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SettingsItem, (Settings), (version))

std::vector<Row> rows(const State&, const directory::State&, const people::State&, const Ask&);
Result<Item> item(const State&, const directory::State&, const people::State&, const Ask&);
std::vector<TemplateRow> template_rows(const State&, const Ask&);
Result<TemplateItem> template_item(const State&, const Ask&);
/// The preview of words that nobody adopted yet; refused with all that is wrong with them.
Result<Preview> preview(const State&, const std::string& template_id, const Template&);
std::vector<SuppressionRow> suppression_rows(const State&, const directory::State&, const people::State&, const Ask&);
Result<SuppressionRow> suppression_item(const State&, const directory::State&, const people::State&, const Ask&);
Result<SettingsItem> settings_item(const State&, const Ask&);

}  // namespace vs::mail
