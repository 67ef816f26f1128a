#include "features/mail/mail_module.h"

#include "features/mail/commands.h"
#include "features/mail/mail_views.h"
#include "kernel/event_ops.h"

namespace vs::mail {

Module module() {
  return std::move(
      Feature("mail")
          .events<Written, Sent, Tried, Failed, Dropped, Bounced, Retried, LinkTaken, Unsubscribed, SuppressionLifted,
                  TemplateAdopted, TemplateRestored, SettingsAdopted>()
          .acts("mails", "retry", "Send now", &retry)
          .when(&can_retry)
          .acts("mails", "drop", "Do not send", &drop_letter)
          .when(&can_drop)
          .acts("mails", "link", "Copy link", &take_link)
          .when(&can_take_link)
          .acts("mails", "bounce", "It came back", &bounce)
          .when(&can_bounce)
          .acts("mails", "report", "Report a try", &report)
          .does("mails", "unsubscribe", "Unsubscribe", &unsubscribe)
          .lists("mails", &rows)
          .shows("mails", &item)
          .acts("mail_templates", "adopt", "Adopt these words", &adopt_template)
          .acts("mail_templates", "restore", "Restore the delivered words", &restore_template)
          .when(&can_restore)
          .acts("mail_templates", "test", "Send a test to myself", &send_test)
          .lists("mail_templates", &template_rows)
          .shows("mail_templates", &template_item)
          .acts("mail_suppressions", "lift", "Write again", &lift)
          .lists("mail_suppressions", &suppression_rows)
          .shows("mail_suppressions", &suppression_item)
          .does("mail_settings", "adopt", "Adopt", &adopt_settings)
          .reacts<directory::Revised<directory::Contact>>(&address_mended)
          .reacts<people::Invited>(&letter_to_invited)
          .answers("mail_settings.list", "mail_settings", "How letters look and when they are sent", &settings_item));
}

}  // namespace vs::mail
