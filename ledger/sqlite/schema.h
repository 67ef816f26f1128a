// The tables of our database files. What came from elsewhere is held against them (ledger/sqlite/foreign.h), so a table
// stands here and nowhere else.
#pragma once

namespace vs::ledger::sqlite {

/// Of the ledger; links share its file.
extern const char* const store_schema;
extern const char* const link_schema;
/// Of the keys of the vault.
extern const char* const key_schema;
/// What copies add to either.
extern const char* const copy_schema;

}  // namespace vs::ledger::sqlite
