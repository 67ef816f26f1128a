#include "features/requests/requests_page.h"

#include <fmt/format.h>

namespace vs::requests {
namespace {

constexpr std::string_view head = R"(<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{0} – record</title><style>
:root{{color-scheme:light}}body{{font:15px/1.5 system-ui,sans-serif;color:#1c1c1a;background:#fff;max-width:52rem;
margin:2.5rem auto;padding:0 1.25rem}}h1{{font-size:1.6rem;margin:0}}h2{{font-size:1.05rem;margin:2rem 0 .5rem;
border-bottom:1px solid #d9d7d0;padding-bottom:.25rem}}p.lead{{color:#5c5a54;margin:.25rem 0 1.5rem}}
table{{border-collapse:collapse;width:100%}}td,th{{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;
border-bottom:1px solid #eceae4}}th{{color:#5c5a54;font-weight:500}}dl{{display:grid;grid-template-columns:11rem 1fr;
gap:.25rem 1rem;margin:0}}dt{{color:#5c5a54}}dd{{margin:0;overflow-wrap:anywhere}}
@media print{{body{{margin:0;max-width:none;font-size:11px}}h2{{break-after:avoid}}tr{{break-inside:avoid}}}}
</style></head><body><h1>{0}</h1><p class="lead">{1}</p>)";

std::string readable(Instant at) {
  auto text = at.vj_str().substr(0, 16);
  text[10] = ' ';
  return text + " UTC";
}

std::string spaced(std::string_view code) {
  std::string words(code);
  for (char& c : words)
    if (c == '_') c = ' ';
  return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view by) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : std::string(by)) + part;
  return out;
}

/// Builds sections; texts are escaped here and nowhere else.
class Page {
 public:
  void section(std::string_view title) { out_ += fmt::format("<h2>{}</h2>", escaped(title)); }
  void facts(const std::vector<std::pair<std::string, std::string>>& all) {
    out_ += "<dl>";
    for (const auto& [name, value] : all)
      if (!value.empty()) out_ += fmt::format("<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value));
    out_ += "</dl>";
  }
  void table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) {
      out_ += "<p>None.</p>";
      return;
    }
    out_ += "<table><thead><tr>";
    for (const auto& each : heads) out_ += fmt::format("<th scope=\"col\">{}</th>", escaped(each));
    out_ += "</tr></thead><tbody>";
    for (const auto& row : rows) {
      out_ += "<tr>";
      for (const auto& cell : row) out_ += fmt::format("<td>{}</td>", escaped(cell));
      out_ += "</tr>";
    }
    out_ += "</tbody></table>";
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void request_facts(Page& page, const Item& i) {
  page.section("Request");
  page.facts({{"Purpose", i.purpose},
              {"Use case", i.use_case},
              {"Use type", i.use_type ? spoken(*i.use_type) : ""},
              {"Channel", i.channel ? spoken(*i.channel) : ""},
              {"Deadline", i.deadline ? i.deadline->vj_str() : ""},
              {"Requester", i.requester_name},
              {"Prospect", i.prospect.name},
              {"Deal", i.deal_name},
              {"Value", i.amount ? fmt::format("{} {}", i.amount, i.currency) : ""},
              {"Decision", i.decision ? spoken(*i.decision) : spoken(i.status)},
              {"Reason", i.reason},
              {"Notes", i.notes},
              {"Closed by", i.closed_by_name},
              {"Closed at", i.closed_at ? readable(*i.closed_at) : ""},
              {"Conditions", joined(i.conditions, " · ")}});
}

void reviews(Page& page, const Item& i) {
  page.section("Clearances");
  std::vector<std::vector<std::string>> rows;
  for (const auto& c : i.clearances)
    rows.push_back({spaced(c.aspect) + (c.instance.empty() ? "" : " (" + c.instance + ")"), spaced(c.outcome),
                    c.by_name, readable(c.at),
                    c.reason + (c.conditions.empty() ? "" : " — ") + joined(c.conditions, "; ")});
  page.table({"Aspect", "Outcome", "By", "At", "Reason and conditions"}, rows);
  rows.clear();
  page.section("Customers considered");
  for (const auto& c : i.choices)
    rows.push_back({std::to_string(c.rank), c.name + ", " + c.account_name, spoken(c.status),
                    c.evidence ? c.evidence->name : "", c.reason});
  page.table({"Rank", "Customer", "Outcome", "Evidence", "Reason"}, rows);
}

void use(Page& page, const Item& i) {
  page.section("Disclosure and activity");
  std::vector<std::pair<std::string, std::string>> facts;
  if (const auto& d = i.disclosure) {
    facts.push_back({"Disclosed to", d->to_name + ", " + readable(d->at) + " until " + readable(d->until)});
    facts.push_back({"Recorded views", std::to_string(d->views)});
  }
  if (const auto& a = i.activity) {
    facts.push_back({"Activity", a->number + ", " + spoken(a->status)});
    facts.push_back({"On", a->on ? a->on->vj_str() + fmt::format(", {} minutes", a->minutes) : ""});
    facts.push_back({"Authorizations used", joined(a->authorizations, ", ")});
    facts.push_back({"What happened", a->notes});
    if (a->debrief) facts.push_back({"Debrief", fmt::format("{} of 5. {}", a->debrief->rating, a->debrief->said)});
  }
  page.facts(facts);
}

void trail(Page& page, const Item& i) {
  page.section("Trail");
  std::vector<std::vector<std::string>> rows;
  for (const auto& t : i.trail) rows.push_back({readable(t.at), t.by_name, t.what, t.detail});
  page.table({"When", "Who", "What", "Detail"}, rows);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&#39;";
    else out += c;
  }
  return out;
}

std::string page_of(const Item& i, const Ask& ask) {
  Page page;
  request_facts(page, i);
  reviews(page, i);
  use(page, i);
  trail(page, i);
  const auto lead = fmt::format("Record as of {}, entry {} of the ledger; procedure revision {}, policies revision {}.",
                                readable(ask.now), ask.tip, i.procedure_revision, i.policy_revision);
  return fmt::format(head, escaped(i.number), escaped(lead)) + page.take() + "</body></html>\n";
}

}  // namespace vs::requests
