// The customer's own page: all that they allowed, every use made of it, and the ways to change it (AUT-10).
#pragma once

#include "features/activities/activities.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/policies/policies.h"
#include "features/portal/portal.h"
#include "features/portal/words.h"

namespace vs::portal {

/// All that these pages read.
struct MineRoom {
  const authorizations::State& permissions;
  const directory::State& directory;
  const activities::State& activities;
  const policies::State& policies;
};

/// What the visitor may see here: everything of theirs, or the one permission that their link is about.
struct Mine {
  const Visitor& visitor;
  Words words;
  std::vector<authorizations::PermissionShown> permissions;
  const directory::Contact* contact = nullptr;
  std::string company;
  bool everything = false;  ///< the link opens the whole page
};

/// Is it late enough to ask whether it may go on? Nobody is pressed who has just said until when.
bool nears_its_end(const Mine&, const authorizations::PermissionShown&);
Mine mine_of(const MineRoom&, const Visitor&);
/// The permission of that id, or the only one there is; null otherwise.
const authorizations::PermissionShown* find(const Mine&, const std::string& id);

Page mine_page(const MineRoom&, const Mine&);
Page withdraw_page(const Mine&, const authorizations::PermissionShown&);
Page pause_page(const Mine&, const authorizations::PermissionShown&);
Page narrow_page(const Mine&, const authorizations::PermissionShown&);
Page renew_page(const Mine&, const authorizations::PermissionShown&);
/// Pages about the visitor themselves: `details`, `left`, `erase`.
/// Everything that is known of the visitor, as a file to keep.
Page copy_of_everything(const Mine&);
Page self_page(const Mine&, const std::string& name);

// ---- What their forms set going.
Deed withdraw_deed(const Mine&, const authorizations::PermissionShown&, const Form&);
Deed pause_deed(const Mine&, const authorizations::PermissionShown&, const Form&);
Deed resume_deed(const Mine&, const authorizations::PermissionShown&);
Deed narrow_deed(const Mine&, const authorizations::PermissionShown&, const Form&);
Deed renew_deed(const Mine&, const authorizations::PermissionShown&);
Deed details_deed(const Mine&, const Form&);
Deed left_deed(const Mine&);
Deed erase_deed(const Mine&);

}  // namespace vs::portal
