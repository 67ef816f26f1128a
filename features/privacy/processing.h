// The record of processing (GDPR Art. 30): for every fact that holds words about people, whose they are, what for,
// who receives them, and how long they are kept. A fact without a row here fails tests.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "kernel/reflect.h"

namespace vs::privacy {

/// Whose words they are, and of what kind.
enum class Category { customer_identity, customer_statement, staff_identity, staff_statement, letter, imported_file };
BOOST_DESCRIBE_ENUM(Category, customer_identity, customer_statement, staff_identity, staff_statement, letter,
                    imported_file)

/// What for, as the controller answers for it.
enum class Purpose { directory, permission, reference, conversation, correspondence, procedure, program, rights };
BOOST_DESCRIBE_ENUM(Purpose, directory, permission, reference, conversation, correspondence, procedure, program, rights)

/// Who gets to know them.
enum class Recipients { staff, reviewers, administrators, recipient, privacy };
BOOST_DESCRIBE_ENUM(Recipients, staff, reviewers, administrators, recipient, privacy)

struct Processing {
  Category category{};
  Purpose purpose{};
  Recipients recipients{};
  std::string_view retention;  ///< a rule of retention.h; "" until the person is erased
};

/// By type of event.
const std::map<std::string_view, Processing>& processing_table();

/// One line of the record.
struct ProcessingRow {
  std::string event, field;
  Category category{};
  Purpose purpose{};
  std::string basis;  ///< in law
  Recipients recipients{};
  std::string retention;
};
BOOST_DESCRIBE_STRUCT(ProcessingRow, (), (event, field, category, purpose, basis, recipients, retention))

/// The line for one field.
ProcessingRow processing_row(std::string_view event, std::string field, const Processing&);

}  // namespace vs::privacy
