package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a rule's sizes cost and throttle over cases.
 *
 * @param sizes advised, a case each
 * @param costs of the advised size as a share of the size in force, a case each
 * @param throttled samples that wanted more than was advised, a case each
 * @param judged samples in all
 */
record BarResult(List<TaskSize> sizes, List<Double> costs, List<Integer> throttled, long judged) {

    static BarResult of(List<BarCase> cases, Function<BarCase, TaskSize> rule) {
        List<TaskSize> sizes = cases.stream().map(one -> rule.apply(one.past())).toList();
        List<Double> costs = IntStream.range(0, cases.size())
                .mapToObj(index -> ReferenceRule.price(sizes.get(index))
                        / ReferenceRule.price(cases.get(index).size()))
                .toList();
        List<Integer> throttled = IntStream.range(0, cases.size())
                .mapToObj(index -> cases.get(index).throttled(sizes.get(index)))
                .toList();
        return new BarResult(
                sizes,
                costs,
                throttled,
                cases.stream().mapToLong(BarCase::judged).sum());
    }

    /** The mean over cases of cost as a share of the size in force. */
    double cost() {
        return costs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The share of judged minutes that were throttled. */
    double throttledShare() {
        return throttled.stream().mapToLong(Integer::longValue).sum() / (double) judged;
    }

    static String table(List<BarCase> cases, BarResult advice, BarResult rule) {
        StringBuilder table = new StringBuilder(
                """
                | series | in force | advised on | advice | cost | throttled | rule | cost | throttled |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (int index = 0; index < cases.size(); index++) {
            BarCase one = cases.get(index);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %s | %.3f | %d | %s | %.3f | %d |%n",
                    one.name(),
                    one.size(),
                    one.share(),
                    advice.sizes.get(index),
                    advice.costs.get(index),
                    advice.throttled.get(index),
                    rule.sizes.get(index),
                    rule.costs.get(index),
                    rule.throttled.get(index)));
        }
        return table.toString();
    }
}
