package io.agentctl.sandbox.table;

import java.util.Optional;

/**
 * What was used of a table or an index.
 *
 * @param traffic what others do with it; empty for nothing
 * @param reads its read units
 * @param writes its write units
 */
record Usage(Optional<TableTraffic> traffic, UnitSeries reads, UnitSeries writes) {
    static Usage of(Capacity capacity, Optional<TableTraffic> traffic, long sinceMinute) {
        return new Usage(
                traffic,
                new UnitSeries(capacity, true, traffic.map(TableTraffic::reads).orElse(ignored -> 0), sinceMinute),
                new UnitSeries(
                        capacity, false, traffic.map(TableTraffic::writes).orElse(ignored -> 0), sinceMinute));
    }

    void advance(long passed) {
        reads.advance(passed);
        writes.advance(passed);
    }

    double scans() {
        return traffic.map(TableTraffic::scans).orElse(0.0);
    }
}
