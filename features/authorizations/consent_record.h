// The consent record for machines: ISO/IEC TS 27560:2023 as JSON-LD in the words of the W3C Data Privacy Vocabulary
// (dpv-27560), so that it can be read without this program (AUT-03).
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/mail/mail.h"
#include "features/policies/policies.h"

namespace vs::authorizations {

/// `GET authorizations/{id}/record`.
Result<Answer> consent_record(const State&, const directory::State&, const policies::State&, const mail::State&,
                              const Ask&);

}  // namespace vs::authorizations
