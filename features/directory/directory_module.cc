#include "features/directory/directory_module.h"

#include "features/directory/commands.h"
#include "features/directory/directory_views.h"
#include "features/directory/imports.h"
#include "kernel/event_ops.h"

namespace vs::directory {
namespace {

template <class R>
void record_events(Feature& feature) {
  feature.events<Added<R>, Revised<R>, Imported<R>, ImportRetracted<R>>();
}

}  // namespace

Module module() {
  Feature feature("directory");
  record_events<Account>(feature);
  record_events<Contact>(feature);
  record_events<Deal>(feature);
  record_events<Product>(feature);
  record_events<Seller>(feature);
  feature.events<IssueReported, IssueResolved, Restricted, AccountOptedOut, ContactLeft, ContactOptedOut, UseRestricted,
                 UseRestrictionLifted, ContactErased, ReliedOn, ImportPreviewed, ImportApplyStarted, ImportProgressed,
                 ImportApplied, ImportFailed, ImportCancelled, ImportUndone>();
  feature.creates("accounts", "Add account", &add_account)
      .acts("accounts", "revise", "Revise", &revise_account)
      .acts("accounts", "report_issue", "Report issue", &report_issue)
      .acts("accounts", "resolve_issue", "Resolve issue", &resolve_issue)
      .acts("accounts", "restrict", "Restrict", &restrict_account)
      .acts("accounts", "opt_out", "Opt out", &opt_out_account)
      .lists("accounts", &account_rows)
      .shows("accounts", &account_item);
  feature.creates("contacts", "Add contact", &add_contact)
      .acts("contacts", "revise", "Revise", &revise_contact)
      .acts("contacts", "mark_left", "Mark as left", &mark_left)
      .acts("contacts", "opt_out", "Opt out", &opt_out_contact)
      .lists("contacts", &contact_rows)
      .shows("contacts", &contact_item);
  feature.creates("deals", "Add deal", &add_deal)
      .acts("deals", "revise", "Revise", &revise_deal)
      .lists("deals", &deal_rows)
      .shows("deals", &deal_item);
  feature.creates("products", "Add product", &add_product)
      .acts("products", "revise", "Revise", &revise_product)
      .lists("products", &product_rows)
      .shows("products", &product_item);
  feature.creates("sellers", "Add seller", &add_seller)
      .acts("sellers", "revise", "Revise", &revise_seller)
      .lists("sellers", &seller_rows)
      .shows("sellers", &seller_item);
  feature.creates("imports", "Import a file", &preview_import)
      .acts("imports", "apply", "Apply", &apply_import)
      .when(&can_apply)
      .acts("imports", "cancel", "Cancel", &cancel_import)
      .when(&can_cancel)
      .acts("imports", "undo", "Undo", &undo_import)
      .when(&can_undo)
      .works("imports", &import_slice)
      .lists("imports", &import_rows)
      .shows("imports", &import_item);
  return feature;
}

}  // namespace vs::directory
