// A document on paper: headings, facts and lines of text in any script, laid out on A4 pages as PDF.
#pragma once

#include <memory>
#include <string>

#include "kernel/time.h"

namespace vs::app {

class Paper {
 public:
  /// `subject` stands at the foot of every page.
  Paper(const std::string& title, const std::string& subject, Instant made_at);
  ~Paper();

  void section(const std::string& title);
  /// A value with its label before it; nothing for an empty one.
  void fact(const std::string& label, const std::string& value);
  /// A paragraph, drawn in by so many steps.
  void line(const std::string& text, int steps = 0);
  /// Small print of a machine: keys, notes.
  void print(const std::string& text);

  /// The PDF; the last thing to ask for.
  std::string bytes();

 private:
  struct Sheet;
  std::unique_ptr<Sheet> sheet_;
};

}  // namespace vs::app
