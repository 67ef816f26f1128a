#include "app/sample_plots.h"

namespace vs::app {
namespace {

using enum Ending;

const std::vector<Plot> all{{agrees, 340, 18, Fate::renewed, 9},
                            {agrees, 335, 12},
                            {agrees, 330, 27},
                            {agrees, 326, 5, Fate::renewed, 20},
                            {agrees, 322, -40},
                            {agrees, 318, -3},
                            {agrees, 300, 41},
                            {agrees, 280, 63},
                            {agrees, 262, 0, Fate::withdrawn, 100},
                            {agrees, 240, 88},
                            {agrees, 225, 0, Fate::narrowed, 61},
                            {agrees, 201, 0, Fate::paused, 5},
                            {agrees, 180, 130},
                            {agrees, 160, 0, Fate::withdrawn, 3},
                            {agrees, 141, 0, Fate::left, 36},
                            {agrees, 120, 0, Fate::corrected, 12},
                            {agrees, 95, 0, Fate::erased, 24},
                            {agrees, 70, 0, Fate::corrected, 2},
                            {agrees, 52},
                            {agrees, 45, 0, Fate::paused, 29},
                            {agrees, 18},
                            {agrees, 9},
                            {agrees, 4},
                            {limits, 310, 22},
                            {limits, 270, 55},
                            {limits, 233},
                            {limits, 190, 0, Fate::corrected, 38},
                            {limits, 150, 0, Fate::erased, 3},
                            {limits, 110, 0, Fate::narrowed, 8},
                            {limits, 77},
                            {limits, 45},
                            {limits, 22},
                            {limits, 12},
                            {limits, 6},
                            {declines, 290},
                            {declines, 210},
                            {declines, 130},
                            {declines, 60},
                            {declines, 15},
                            {silent, 205},
                            {silent, 48},
                            {silent, 24},
                            {silent, 13},
                            {silent, 7},
                            {silent, 3},
                            {silent, 2},
                            {silent, 1},
                            {asks_back, 170},
                            {asks_back, 80, 0, Fate::paused, 20},
                            {asks_back, 28},
                            {puzzled, 5},
                            {puzzled, 2},
                            {in_order, 220, 70},
                            {in_order, 140},
                            {in_order, 66},
                            {awaits_second, 17},
                            {awaits_second, 8},
                            {brings_colleague, 100},
                            {brings_colleague, 30},
                            {second_declines, 90},
                            {own_words, 250},
                            {own_words, 105},
                            {own_words, 38},
                            {own_words_refused, 75},
                            {own_words_waiting, 8},
                            {own_words_waiting, 4},
                            {own_words_waiting, 2}};

}  // namespace

const std::vector<Plot>& plots() {
  return all;
}

}  // namespace vs::app
