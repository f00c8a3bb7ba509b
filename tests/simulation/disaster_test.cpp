// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/simulation/world.h"

using namespace qiaomen::simulation;
