#include "features/directory/reference_lists.h"

#include <map>
#include <sstream>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

constexpr const char* industry_words =
    "aerospace|agriculture|apparel|automotive|banking|biotechnology|chemicals|communications|construction|consulting|"
    "consumer goods|defense|education|electronics|employment|energy|engineering|entertainment|environmental|finance|"
    "financial services|food and beverage|gaming|government|healthcare|hospitality|information technology|insurance|"
    "legal|life sciences|logistics|machinery|manufacturing|marketing|media|medical|mining|not for profit|"
    "oil and gas|pharmaceuticals|professional services|public sector|real estate|recreation|retail|semiconductors|"
    "services|shipping|software|sports|technology|telecommunications|transportation|travel|utilities|other";

// Names that are in use beside the short name stand in the same list.
struct Part {
  const char* region;
  const char* countries;
};
constexpr Part parts[] = {
    {"AMER", "United States|United States of America|USA|US|Canada"},
    {"LATAM",
     "Argentina|Bahamas|Barbados|Belize|Bolivia|Brazil|Chile|Colombia|Costa Rica|Cuba|Dominican Republic|Ecuador|"
     "El Salvador|Guatemala|Guyana|Haiti|Honduras|Jamaica|Mexico|Nicaragua|Panama|Paraguay|Peru|Puerto Rico|Suriname|"
     "Trinidad and Tobago|Uruguay|Venezuela"},
    {"EMEA",
     "Albania|Algeria|Andorra|Angola|Armenia|Austria|Azerbaijan|Bahrain|Belarus|Belgium|Benin|Bosnia and Herzegovina|"
     "Botswana|Bulgaria|Burkina Faso|Burundi|Cameroon|Cape Verde|Chad|Congo|Croatia|Cyprus|Czechia|Czech Republic|"
     "Denmark|Djibouti|Egypt|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Finland|France|Gabon|Gambia|Georgia|"
     "Germany|Ghana|Greece|Guinea|Hungary|Iceland|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jordan|Kenya|Kosovo|"
     "Kuwait|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Mali|Malta|"
     "Mauritania|Mauritius|Moldova|Monaco|Montenegro|Morocco|Mozambique|Namibia|Netherlands|Niger|Nigeria|"
     "North Macedonia|Norway|Oman|Palestine|Poland|Portugal|Qatar|Romania|Russia|Rwanda|San Marino|Saudi Arabia|"
     "Senegal|Serbia|Seychelles|Sierra Leone|Slovakia|Slovenia|Somalia|South Africa|South Sudan|Spain|Sudan|Sweden|"
     "Switzerland|Syria|Tanzania|Togo|Tunisia|Turkey|Türkiye|Uganda|Ukraine|United Arab Emirates|United Kingdom|UK|"
     "Great Britain|Yemen|Zambia|Zimbabwe"},
    {"APAC",
     "Afghanistan|Australia|Bangladesh|Bhutan|Brunei|Cambodia|China|Fiji|Hong Kong|India|Indonesia|Japan|Kazakhstan|"
     "Korea|Kyrgyzstan|Laos|Macao|Malaysia|Maldives|Mongolia|Myanmar|Nepal|New Zealand|North Korea|Pakistan|"
     "Papua New Guinea|Philippines|Samoa|Singapore|South Korea|Sri Lanka|Taiwan|Tajikistan|Thailand|Timor-Leste|Tonga|"
     "Turkmenistan|Uzbekistan|Vanuatu|Vietnam"}};

std::vector<std::string> words_of(const char* list) {
  std::vector<std::string> words;
  std::istringstream in{list};
  for (std::string word; std::getline(in, word, '|');) words.push_back(word);
  return words;
}

const std::map<std::string, std::string>& region_by_country() {
  static const auto all = [] {
    std::map<std::string, std::string> regions;
    for (const auto& part : parts)
      for (const auto& country : words_of(part.countries)) regions[plain_name(country)] = part.region;
    return regions;
  }();
  return all;
}

const std::set<std::string>& industry_set() {
  static const auto all = [] {
    std::set<std::string> words;
    for (const auto& each : industries()) words.insert(letters_of(each));
    return words;
  }();
  return all;
}

}  // namespace

const std::vector<std::string>& industries() {
  static const auto all = words_of(industry_words);
  return all;
}

const std::vector<std::string>& countries() {
  static const auto all = [] {
    std::vector<std::string> names;
    for (const auto& part : parts)
      for (auto& country : words_of(part.countries)) names.push_back(std::move(country));
    return names;
  }();
  return all;
}

bool known_industry(std::string_view word) {
  return industry_set().contains(letters_of(word));
}
bool known_country(std::string_view name) {
  return region_by_country().contains(plain_name(name));
}

std::string region_of(std::string_view country) {
  const auto it = region_by_country().find(plain_name(country));
  return it == region_by_country().end() ? std::string{} : it->second;
}

}  // namespace vs::directory
