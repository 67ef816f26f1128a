#include "features/mail/mail_module.h"

#include "features/mail/mail.h"

namespace vs::mail {

Module module() {
  return std::move(Feature("mail")
                       .events<Written, Sent, Tried, Failed, Dropped, Bounced, Retried, LinkTaken, Unsubscribed,
                               SuppressionLifted, TemplateAdopted, TemplateRestored, SettingsAdopted>());
}

}  // namespace vs::mail
