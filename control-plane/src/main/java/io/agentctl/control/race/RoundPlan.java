package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a round together: shares, order, wanted starts, and what the limits leave of it. */
final class RoundPlan {

    private final Course course;
    private final Map<LambdaSize, List<Measurement>> measured;
    private final double spentUsd;

    RoundPlan(Course course, Map<LambdaSize, List<Measurement>> measured, double spentUsd) {
        this.course = course;
        this.measured = measured;
        this.spentUsd = spentUsd;
    }

    List<Round.Invocation> invocations(Collection<LambdaSize> racing, int number) {
        Map<LambdaSize, Integer> shares =
                number == 1 ? opening(racing) : course.judge().allocate(measured, racing);
        List<LambdaSize> order = Interleaving.order(shares, course.seed() * 31 + number);
        List<LambdaSize> affordable = affordable(order);
        Map<LambdaSize, Integer> given = new LinkedHashMap<>();
        List<Round.Invocation> invocations = new ArrayList<>();
        for (LambdaSize size : affordable) {
            int nth = given.merge(size, 1, Integer::sum);
            invocations.add(new Round.Invocation(size, cold(measured.get(size).size() + nth)));
        }
        return invocations;
    }

    private Map<LambdaSize, Integer> opening(Collection<LambdaSize> racing) {
        Map<LambdaSize, Integer> shares = new LinkedHashMap<>();
        racing.forEach(size -> shares.put(size, course.openingInvocations()));
        return shares;
    }

    private List<LambdaSize> affordable(List<LambdaSize> order) {
        int made = measured.values().stream().mapToInt(List::size).sum();
        int count = Math.min(order.size(), course.settings().maxInvocations() - made);
        double left = course.settings().spendLimitUsd() - spentUsd;
        for (int index = 0; index < count; index++) {
            left -= expectedUsd(order.get(index));
            if (left < 0) {
                return order.subList(0, index);
            }
        }
        return order.subList(0, Math.max(0, count));
    }

    /** The dearest so far; nothing where nothing is known, which is why a limit is checked against a first round. */
    private double expectedUsd(LambdaSize size) {
        return measured.get(size).stream().mapToDouble(course::usd).max().orElse(0);
    }

    /** Cold starts come every other time until there are enough, then as often as they are expected. */
    private boolean cold(int nth) {
        double share = course.settings().coldShare();
        if (share == 0 || share == 1) {
            return share == 1;
        }
        if (nth <= 2 * Strata.ENOUGH) {
            return nth % 2 == 0;
        }
        return Math.floor(nth * share) > Math.floor((nth - 1) * share);
    }
}
