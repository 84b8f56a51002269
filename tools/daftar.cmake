# One target per folder: daftar_<name> from *.cpp, its SQL embedded, and <name>_tests from *_test.cpp beside the code.
#
#   daftar_folder(ledger LINK daftar_identity PkgConfig::sodium)
#
# Files named *_test.cpp, *_fuzz.cpp and *_main.cpp stay out of the library.
function(daftar_folder name)
  cmake_parse_arguments(FOLDER "" "" "LINK;TEST_LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  # A subfolder with a CMakeLists.txt of its own has targets of its own.
  file(GLOB_RECURSE nested CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(list_file ${nested})
    get_filename_component(nested_folder ${list_file} DIRECTORY)
    list(FILTER sources EXCLUDE REGEX "^${nested_folder}/")
  endforeach()
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz|main)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  file(GLOB_RECURSE queries CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.sql)

  add_library(daftar_${name} STATIC ${sources})
  foreach(query ${queries})
    file(RELATIVE_PATH relative ${CMAKE_SOURCE_DIR} ${query})
    set(header ${CMAKE_BINARY_DIR}/generated/${relative}.hpp)
    add_custom_command(OUTPUT ${header} COMMAND embed_sql ${relative} ${header}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} DEPENDS ${query} embed_sql COMMENT "Embedding ${relative}")
    target_sources(daftar_${name} PRIVATE ${header})
  endforeach()
  target_link_libraries(daftar_${name} PUBLIC ${FOLDER_LINK})
  if(NOT name STREQUAL core)
    target_link_libraries(daftar_${name} PUBLIC daftar_core)
    target_precompile_headers(daftar_${name} REUSE_FROM daftar_core)
  endif()

  if(tests)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE daftar_${name} ${FOLDER_TEST_LINK} GTest::gmock GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name}_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

# Text files compiled into a folder's library as `daftar::<variable>` (see core/embedded_file.hpp):
#
#   daftar_embed(core migrations ${CMAKE_SOURCE_DIR}/db/migrations/*.sql)     #include "embedded/migrations.hpp"
function(daftar_embed name variable pattern)
  file(GLOB files CONFIGURE_DEPENDS ${pattern})
  set(header ${CMAKE_BINARY_DIR}/generated/embedded/${variable}.hpp)
  add_custom_command(OUTPUT ${header} COMMAND embed_files ${header} ${variable} ${files}
    DEPENDS ${files} embed_files COMMENT "Embedding ${variable}")
  target_sources(daftar_${name} PRIVATE ${header})
endfunction()
