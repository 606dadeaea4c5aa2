package io.agentctl.control.race;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a round's invocations are shared among the sizes in the race: one for each, and the rest where they tell most, by
 * optimal computing budget allocation (C.-H. Chen, J. Lin, E. Yücesan, S. Chick, Discrete Event Dynamic Systems 10,
 * 2000). Each size's due is as its variance over its squared distance from the leader; the leader's is the root of the
 * sum of squares.
 */
final class Allocation {

    /** Distances under this part of the zone count as this: what is that near need not be told apart. */
    private static final double NEAREST = 0.5;

    private Allocation() {}

    /**
     * Invocations for every size, at least one each.
     *
     * @param invocations in all, at least as many as there are sizes
     */
    static Map<LambdaSize, Integer> of(
            Standings standings, Collection<LambdaSize> sizes, LambdaSize leader, int invocations, double zone) {
        Map<LambdaSize, Double> due = due(standings, sizes, leader, Math.log1p(zone) * NEAREST);
        double dues = due.values().stream().mapToDouble(Double::doubleValue).sum();
        double counted = invocations
                + sizes.stream()
                        .mapToInt(size -> standings.value().get(size).count())
                        .sum();
        Map<LambdaSize, Integer> shares = new LinkedHashMap<>();
        sizes.forEach(size -> shares.put(size, 1));
        for (int given = sizes.size(); given < invocations; given++) {
            LambdaSize neediest = null;
            double greatest = Double.NEGATIVE_INFINITY;
            for (LambdaSize size : sizes) {
                double has = standings.value().get(size).count() + shares.get(size);
                double lacks = due.get(size) / dues * counted - has;
                if (lacks > greatest) {
                    greatest = lacks;
                    neediest = size;
                }
            }
            shares.merge(neediest, 1, Integer::sum);
        }
        return shares;
    }

    private static Map<LambdaSize, Double> due(
            Standings standings, Collection<LambdaSize> sizes, LambdaSize leader, double nearest) {
        Map<LambdaSize, Double> due = new LinkedHashMap<>();
        double squares = 0;
        for (LambdaSize size : sizes) {
            Estimate own = standings.value().get(size);
            if (!size.equals(leader)) {
                double distance = Math.max(
                        nearest, Math.abs(standings.difference(leader, size).mean()));
                double noise = Math.max(own.perInvocation(), Double.MIN_NORMAL);
                double share = noise / (distance * distance);
                due.put(size, share);
                squares += share * share / noise;
            }
        }
        double leaderNoise = Math.max(standings.value().get(leader).perInvocation(), Double.MIN_NORMAL);
        due.put(leader, Math.sqrt(leaderNoise * squares));
        return due;
    }
}
