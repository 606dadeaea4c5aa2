package io.agentctl.control.performance.regression;

/**
 * Where an interval of a series falls into two parts that differ most.
 *
 * @param from the interval's first index
 * @param at the first index of the second part
 * @param to the index after the interval's last
 * @param surprise of the ranks of the parts; see {@link RankSum}
 */
record Split(int from, int at, int to, double surprise) {

    Split {
        if (from >= at || at >= to) {
            throw new IllegalArgumentException("no parts: " + from + ", " + at + ", " + to);
        }
    }

    int before() {
        return at - from;
    }

    int after() {
        return to - at;
    }
}
