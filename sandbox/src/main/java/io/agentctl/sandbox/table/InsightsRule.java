package io.agentctl.sandbox.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A rule that Contributor Insights made.
 *
 * @param name its name
 * @param subject what it is about
 * @param keys the names of the keys that it tells apart
 * @param throttled whether it counts what was throttled, not what was used
 */
record InsightsRule(String name, InsightsSubject subject, List<String> keys, boolean throttled) {
    /** How many keys share what the hot ones leave. */
    private static final int OTHERS = 1000;

    /** Validates and copies. */
    InsightsRule {
        keys = List.copyOf(keys);
    }

    /** A key and its share of the traffic. */
    record Share(String key, double share) {}

    /** Keys with their shares, the hottest first. */
    List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        Map<String, Double> hot =
                subject.capacity().used().traffic().map(TableTraffic::hotKeys).orElse(Map.of());
        hot.forEach((key, share) -> shares.add(new Share(key, share)));
        double left = Math.max(
                0, 1 - hot.values().stream().mapToDouble(Double::doubleValue).sum());
        for (int i = 1; i <= OTHERS && left > 0; i++) {
            shares.add(new Share("item-%04d".formatted(i), left / OTHERS));
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::key));
        return shares;
    }

    /** What all keys together have in a minute since the epoch, units read and written. */
    double total(long minute) {
        Usage used = subject.capacity().used();
        return throttled
                ? used.reads().throttled(minute) + used.writes().throttled(minute)
                : used.reads().consumed(minute) + used.writes().consumed(minute);
    }
}
