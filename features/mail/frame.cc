#include "features/mail/frame.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <ranges>

#include "features/mail/templates.h"

namespace vs::mail {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr std::string_view link_place = "{{link}}", code_place = "{{code}}";

struct FooterLine {
  std::string words, address;
};

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::vector<std::string> split(const std::string& text, std::string_view by) {
  std::vector<std::string> parts;
  for (const auto part : std::views::split(text, by)) parts.emplace_back(part.begin(), part.end());
  return parts;
}

bool blank(const std::string& text) {
  return text.find_first_not_of(" \n") == std::string::npos;
}

// Paragraphs, without the empty lines that parts left out may leave behind.
std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> out{""};
  for (const auto& line : split(text, "\n")) {
    if (blank(line)) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += (out.back().empty() ? "" : "\n") + line;
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::vector<FooterLine> footer(const Settings& settings, const Letter& letter, const Made& made) {
  std::vector<FooterLine> lines;
  const auto& language = letter.language;
  const bool to_customer = !letter.contact.empty();
  if (to_customer && letter.purpose != Purpose::none) lines.push_back({phrase("private", language), ""});
  if (!made.unsubscribe.empty()) lines.push_back({phrase("unsubscribe", language), made.unsubscribe});
  const std::map<std::string, std::string> values{{"company", settings.company}};
  lines.push_back({filled({phrase("automatic", language), {}, ""}, values).subject, ""});
  if (!settings.imprint.empty()) lines.push_back({settings.imprint, ""});
  return lines;
}

std::string plain(const std::vector<std::string>& blocks, const std::vector<FooterLine>& lines, const Made& made) {
  std::string text;
  for (const auto& block : blocks)
    text += replaced(replaced(block, link_place, made.link), code_place, made.code) + "\n\n";
  text += "-- \n";
  for (const auto& line : lines) text += line.words + (line.address.empty() ? "" : " " + line.address) + "\n";
  return text;
}

// Lines that begin with a dash; what is set in below one belongs to it.
data list_of(const std::vector<std::string>& lines) {
  std::vector<std::string> items;
  for (const auto& line : lines) {
    const auto words = kainjow::mustache::html_escape(line.substr(2));
    if (line.starts_with("- ")) items.push_back(words);
    else items.back() += "<br>" + words;
  }
  data all{data::type::list};
  for (const auto& item : items) all.push_back(data("item", item));
  data list;
  list.set("items", all);
  return list;
}

// One paragraph for the layout: words, a list, the link as a button, or the code.
data block_of(const std::string& block, const Letter& letter, const Made& made) {
  data out;
  if (block == link_place) {
    out.set("url", made.link);
    out.set("label", letter.button.empty() ? made.link : letter.button);
    out.set("hint", phrase("link_hint", letter.language));
    return out;
  }
  if (block == code_place) {
    out.set("code", made.code);
    return out;
  }
  const auto lines = split(block, "\n");
  const auto listed = [](const auto& line) { return line.starts_with("- ") || line.starts_with("  "); };
  if (lines.front().starts_with("- ") && std::ranges::all_of(lines, listed)) {
    out.set("list", list_of(lines));
    return out;
  }
  std::string words;
  for (const auto& line : lines) words += (words.empty() ? "" : "<br>") + kainjow::mustache::html_escape(line);
  out.set("words",
          replaced(replaced(words, link_place, kainjow::mustache::html_escape(made.link)), code_place, made.code));
  return out;
}

std::string html(const Settings& settings, const Letter& letter, const std::vector<std::string>& blocks,
                 const std::vector<FooterLine>& lines, const Made& made) {
  data page;
  page.set("language", letter.language);
  page.set("subject", letter.subject.words());
  page.set("colour", settings.colour);
  if (!settings.company.empty()) page.set("company", settings.company);
  data parts{data::type::list};
  for (const auto& block : blocks) parts.push_back(block_of(block, letter, made));
  page.set("blocks", parts);
  data under{data::type::list};
  for (const auto& line : lines) {
    data each("line", line.words);
    if (!line.address.empty()) each.set("address", line.address);
    under.push_back(each);
  }
  page.set("footer", under);
  return mustache(std::string(html_layout)).render(page);
}

}  // namespace

Made stand_ins(const Letter& letter) {
  const auto* k = kind(letter.kind);
  const bool asks = k && k->asks && !letter.contact.empty();
  return {"https://…/p/#…", "123 456", asks ? "https://…/unsubscribe/…" : ""};
}

Framed framed(const Settings& settings, const Letter& letter, const Made& made) {
  const auto blocks = paragraphs(letter.text.words());
  const auto lines = footer(settings, letter, made);
  return {letter.subject.words(), plain(blocks, lines, made), html(settings, letter, blocks, lines, made)};
}

}  // namespace vs::mail
