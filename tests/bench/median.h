#pragma once

#include <algorithm>
#include <vector>

namespace bench {

/// The middle one of some values, or between the two in the middle; there has to be one.
inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle)
                                  : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace bench
