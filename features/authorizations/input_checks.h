// Checks that several commands share; each adds every reason it finds.
#pragma once

#include "features/authorizations/commands.h"

namespace vs::authorizations {

/// Grants or asks as given: channels named, dates in order, nothing over already, companies known.
void check_grants(Reasons&, const std::vector<GrantInput>&, const std::string& field, const directory::State&,
                  Date today);
void check_evidence(Reasons&, const std::vector<EvidenceInput>&);
/// The contact can give a permission: is known, works there still, did not opt out.
void check_contact(Reasons&, const directory::State&, const std::string& contact);
/// Nothing new is asked of somebody whose use is restricted; what they say by themselves is taken.
void check_unrestricted(Reasons&, const directory::State&, const std::string& contact);
/// Accounts that must never see it are accounts of the directory.
void check_not_with(Reasons&, const std::vector<std::string>&, const std::string& field, const directory::State&);
void check_texts(Reasons&, const std::vector<LongText>&, const std::string& field);

/// The same for storing: free words are kept under the contact's key.
std::vector<Grant> grants_of(const std::vector<GrantInput>&, const std::string& contact, Date today);
std::vector<Evidence> evidence_of(const std::vector<EvidenceInput>&, const std::string& contact);

}  // namespace vs::authorizations
