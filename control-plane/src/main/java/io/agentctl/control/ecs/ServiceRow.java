package io.agentctl.control.ecs;

import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A service in a list.
 *
 * @param cluster the cluster's name
 * @param service the service's name
 * @param cpu CPU units of a task; empty where the task has no Fargate size
 * @param memory MiB of a task, likewise
 * @param desired tasks wanted
 * @param running tasks running
 * @param cpuAverage percent, the mean over the look-back; empty without data
 * @param cpuPeak percent, the hottest task at its hottest
 * @param memoryPeak percent, the fullest task at its fullest
 * @param monthlyCost US dollars for 730 hours at the count wanted now
 * @param state {@code steady}, {@code deploying} or {@code stopped}
 * @param scaling for example {@code 2-10 at 60 % CPU}, or empty
 * @param architecture {@code x86_64} or {@code arm64}
 * @param spotShare the share of tasks on Spot, 0 to 1
 * @param taskDefinition {@code family:revision}
 * @param cpuHistory percent, up to 24 means over the look-back, oldest first; -1 for a gap
 */
public record ServiceRow(
        String cluster,
        String service,
        OptionalInt cpu,
        OptionalInt memory,
        int desired,
        int running,
        OptionalDouble cpuAverage,
        OptionalDouble cpuPeak,
        OptionalDouble memoryPeak,
        Money monthlyCost,
        String state,
        String scaling,
        String architecture,
        double spotShare,
        String taskDefinition,
        List<Double> cpuHistory) {

    private static final int HISTORY = 24;

    static ServiceRow of(
            ObservedService service, Series cpuAverage, Series cpuMaximum, Series memory, PriceTable prices) {
        ObservedTaskDefinition definition = service.taskDefinition();
        return new ServiceRow(
                service.name().cluster(),
                service.name().service(),
                definition
                        .taskSize()
                        .map(size -> OptionalInt.of(size.cpuUnits()))
                        .orElse(OptionalInt.empty()),
                definition
                        .taskSize()
                        .map(size -> OptionalInt.of(size.memoryMib()))
                        .orElse(OptionalInt.empty()),
                service.desired(),
                service.running(),
                known(cpuAverage.mean()),
                known(cpuMaximum.max()),
                known(memory.max()),
                ServiceSpend.monthly(service, service.desired(), prices).orElse(Money.ZERO),
                state(service),
                service.scaling().map(ServiceRow::scaling).orElse(""),
                definition.architecture().name().toLowerCase(Locale.ROOT),
                service.spotShare(),
                definition.shortName(),
                history(cpuAverage));
    }

    private static String state(ObservedService service) {
        if (service.deploying()) {
            return "deploying";
        }
        return service.desired() == 0 ? "stopped" : "steady";
    }

    private static String scaling(ObservedScaling target) {
        String bounds = target.bounds().toString();
        String tracking = target.targetTracking()
                .map(policy -> " at " + Percent.text(policy.targetPercent()) + " CPU")
                .orElse("");
        return bounds + tracking + (target.suspension().any() ? ", suspended" : "");
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(Math.round(value * 10) / 10.0);
    }

    private static List<Double> history(Series series) {
        int parts = Math.min(HISTORY, series.size());
        List<Double> means = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            double mean = series.slice(i * series.size() / parts, (i + 1) * series.size() / parts)
                    .mean();
            means.add(Double.isNaN(mean) ? -1 : Math.round(mean * 10) / 10.0);
        }
        return means;
    }
}
