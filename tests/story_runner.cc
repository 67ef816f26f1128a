// Runs stories (tests/story.h).   story_runner [--update] [FILE…]   all of features/*/stories without files
//
// `--update` writes the program's answers into the files; read the diff before you commit it.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/modules.h"
#include "tests/story.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> all_stories() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator("features"))
    if (entry.path().extension() == ".story") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return std::move(text).str();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> files(argv + 1, argv + argc);
  const bool update = !files.empty() && files.front() == "--update";
  if (update) files.erase(files.begin());
  if (files.empty()) files = all_stories();

  const vs::engine::Registry registry(vs::modules());
  int passed = 0, failed = 0;
  for (const auto& file : files) {
    const auto text = content(file);
    const auto report = vs::story::tell(registry, text);
    passed += report.passed;
    failed += report.failed;
    for (const auto& complaint : report.complaints) fmt::print("{}: {}\n", file.string(), complaint);
    if (update && report.text != text) std::ofstream(file) << report.text;
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  return failed != 0;
}
