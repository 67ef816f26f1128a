# One fuzzer for every parser of outside input, with just the sources that it needs: bin/fuzz builds and runs them.
file(GLOB FUZZED_KERNEL CONFIGURE_DEPENDS kernel/*.cc)
list(FILTER FUZZED_KERNEL EXCLUDE REGEX "_test\\.cc$")
add_library(vs_fuzzed STATIC EXCLUDE_FROM_ALL ${FUZZED_KERNEL}
  app/jpeg.cc app/multipart.cc app/png.cc app/portal_wire.cc
  features/directory/csv_encoding.cc features/directory/csv_table.cc features/directory/keys.cc
  features/mail/templates.cc ${CMAKE_BINARY_DIR}/delivered/mail_delivered.cc
  features/people/people_evolve.cc
  features/procedures/sop_check.cc features/procedures/sop_parse.cc
  http/head.cc http/message.cc
  ledger/durable_file.cc ledger/envelope.cc ledger/merkle.cc ledger/note.cc ledger/proof.cc)
target_link_libraries(vs_fuzzed PUBLIC vs_options PkgConfig::PICTURES ${GMIME_LIBRARIES})
target_compile_options(vs_fuzzed PRIVATE -fsanitize=fuzzer-no-link)

file(GLOB FUZZERS CONFIGURE_DEPENDS tests/fuzz/*_fuzz.cc)
foreach(path ${FUZZERS})
  get_filename_component(name ${path} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${path})
  target_link_libraries(${name} PRIVATE vs_fuzzed)
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  list(APPEND FUZZ_TARGETS ${name})
endforeach()
add_custom_target(all_fuzzers DEPENDS ${FUZZ_TARGETS})
