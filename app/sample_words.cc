#include "app/sample_words.h"

#include <set>

namespace vs::app {

// SplitMix64 (Steele, Lea, Flood 2014): tiny, and the same everywhere.
std::size_t Chance::below(std::size_t n) {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return std::size_t((z ^ (z >> 31)) % n);
}

const std::vector<std::string>& sample_products() {
  static const std::vector<std::string> all{"Halcyon Flow", "Halcyon Scale", "Halcyon Lens", "Halcyon Pulse",
                                            "Halcyon Grid"};
  return all;
}

const std::vector<std::string>& sample_industries() {
  static const std::vector<std::string> all{"logistics", "healthcare", "retail",    "manufacturing",
                                            "energy",    "banking",    "education", "telecommunications"};
  return all;
}

const std::vector<std::string>& sample_titles() {
  static const std::vector<std::string> all{
      "Director of Operations", "Head of Quality",     "Chief Operating Officer",   "VP Engineering",
      "Plant Manager",          "Head of Procurement", "Chief Information Officer", "Manager Metrology"};
  return all;
}

const std::vector<std::string>& sample_topics() {
  static const std::vector<std::string> all{"rollout",  "integration", "return on investment",
                                            "training", "support",     "migration"};
  return all;
}

const std::vector<std::string>& sample_use_cases() {
  static const std::vector<std::string> all{
      "They want to hear how a rollout over several plants went and what they would do differently.",
      "Their quality lead doubts the accuracy claims and wants to ask somebody who measured it.",
      "The buyer compares us with a home-grown tool and asks for a peer who moved off one.",
      "Their security team wants to know how the integration was approved elsewhere.",
      "The sponsor needs a voice on payback time before the steering committee meets.",
      "They ask how long training took and how shift workers took to it."};
  return all;
}

std::vector<SampleAccount> sample_accounts(Chance& chance, std::size_t n) {
  static const std::vector<std::string> first{"Nordvik",  "Brightwater", "Casa Verde", "Halden", "Orbis",    "Kestrel",
                                              "Lumen",    "Tern",        "Medora",     "Axis",   "Delta",    "Sable",
                                              "Quarry",   "Linden",      "Marlow",     "Osprey", "Pinewood", "Rowan",
                                              "Solstice", "Tamarind",    "Umber",      "Vesper", "Willow",   "Yarrow"};
  static const std::vector<std::string> second{"Freight", "Foods",    "Clinics", "Retail",  "Energi",    "Bank",
                                               "Rail",    "Works",    "Academy", "Telecom", "Insurance", "Shipyards",
                                               "Parcel",  "Textiles", "Mills",   "Group"};
  struct Place {
    std::string country, language, zone;
  };
  static const std::vector<Place> places{
      {"Germany", "de", "Europe/Berlin"},         {"France", "fr", "Europe/Paris"},
      {"Sweden", "sv", "Europe/Stockholm"},       {"Spain", "es", "Europe/Madrid"},
      {"United Kingdom", "en", "Europe/London"},  {"United States", "en", "America/New_York"},
      {"United States", "en", "America/Chicago"}, {"Japan", "ja", "Asia/Tokyo"},
      {"Brazil", "pt", "America/Sao_Paulo"}};
  static const std::vector<int> sizes{60, 240, 640, 1450, 3200, 8200, 15000};
  std::vector<SampleAccount> out;
  std::set<std::string> taken;
  while (out.size() < n) {
    SampleAccount a;
    a.name = chance.of(first) + " " + chance.of(second);
    if (!taken.insert(a.name).second) continue;
    const auto& place = chance.of(places);
    a.id = "A" + std::to_string(1000 + out.size());
    a.industry = chance.of(sample_industries());
    a.country = place.country;
    a.language = place.language;
    a.time_zone = place.zone;
    a.tier = chance.percent(15) ? "strategic" : chance.percent(50) ? "enterprise" : "mid-market";
    a.employees = chance.of(sizes) + int(chance.below(50));
    a.health = 55 + int(chance.below(45));
    for (const auto& p : sample_products())
      if (chance.percent(40)) a.products.push_back(p);
    if (a.products.empty()) a.products.push_back(chance.of(sample_products()));
    out.push_back(std::move(a));
  }
  return out;
}

std::string sample_person(Chance& chance) {
  static const std::vector<std::string> given{
      "Marta", "Pieter", "Samira", "Jonas", "Ines",  "Lena", "Tomas", "Aiko",  "Noor",  "Sven",    "Clara", "Mateo",
      "Ivana", "Rafael", "Hana",   "Emeka", "Freya", "Luca", "Nadia", "Oskar", "Priya", "Quentin", "Rosa",  "Yusuf"};
  static const std::vector<std::string> family{
      "Lindqvist", "van Dael", "Haddad", "Weber",  "Duarte",   "Park",   "Sellwright", "Tanaka", "Okafor", "Nyberg",
      "Fontaine",  "Morales",  "Kovac",  "Brandt", "Ferrante", "Achebe", "Holm",       "Rossi",  "Petrov", "Ek"};
  return chance.of(given) + " " + chance.of(family);
}

}  // namespace vs::app
