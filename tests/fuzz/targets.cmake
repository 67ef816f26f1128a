# One fuzzer for every parser of outside input, with just the sources that it needs: bin/fuzz builds and runs them.
include(tests/fuzz/events.cmake)
file(GLOB FUZZED_KERNEL CONFIGURE_DEPENDS kernel/*.cc)
list(FILTER FUZZED_KERNEL EXCLUDE REGEX "_test\\.cc$")
file(GLOB FUZZED_LEDGER CONFIGURE_DEPENDS ledger/*.cc ledger/sqlite/*.cc)
list(FILTER FUZZED_LEDGER EXCLUDE REGEX "_test\\.cc$")
add_library(vs_fuzzed STATIC EXCLUDE_FROM_ALL ${FUZZED_KERNEL} ${FUZZED_EVENTS}
  app/backup_parts.cc app/carry.cc app/files_kept.cc app/jpeg.cc app/manifest.cc app/mime.cc app/multipart.cc app/outgoing_addresses.cc
  app/png.cc app/portal_wire.cc app/statement.cc app/unzip.cc app/verify_proof.cc app/witness_note.cc app/zip.cc
  features/directory/csv_encoding.cc features/directory/csv_table.cc features/directory/import_dates.cc
  features/directory/import_reader.cc features/directory/keys.cc features/directory/layouts.cc
  features/directory/nearest.cc
  features/mail/templates.cc ${CMAKE_BINARY_DIR}/delivered/mail_delivered.cc
  features/people/people_evolve.cc
  features/portal/times.cc features/portal/words.cc ${CMAKE_BINARY_DIR}/delivered/portal_delivered.cc
  features/procedures/sop_check.cc features/procedures/sop_parse.cc
  http/conversation.cc http/feed.cc http/head.cc http/message.cc http/problem.cc
  ${FUZZED_LEDGER})
target_link_libraries(vs_fuzzed PUBLIC vs_options PkgConfig::ARCHIVE PkgConfig::PICTURES ${GMIME_LIBRARIES})
target_compile_options(vs_fuzzed PUBLIC -fsanitize=fuzzer-no-link)
target_precompile_headers(vs_fuzzed PRIVATE kernel/module.h)

file(GLOB FUZZERS CONFIGURE_DEPENDS tests/fuzz/*_fuzz.cc)
foreach(path ${FUZZERS})
  get_filename_component(name ${path} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${path})
  target_link_libraries(${name} PRIVATE vs_fuzzed)
  target_precompile_headers(${name} REUSE_FROM vs_fuzzed)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  list(APPEND FUZZ_TARGETS ${name})
endforeach()
add_custom_target(all_fuzzers DEPENDS ${FUZZ_TARGETS})
