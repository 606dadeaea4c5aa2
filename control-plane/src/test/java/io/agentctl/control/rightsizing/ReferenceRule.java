package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;

/** Rules that others size by, with the cheapest Fargate size above what they ask for. */
enum ReferenceRule implements Function<BarCase, TaskSize> {
    HOURLY_P99_PLUS_20,
    KRR_P95,
    VPA_TARGET;

    static final PriceTable PRICES = PriceTables.shipped().forRegion("us-east-1");

    /** CPU wanted, in percent of the size in force. */
    private double percent(Series past) {
        return switch (this) {
            case HOURLY_P99_PLUS_20 -> highestHourly(past, 0.99) * 1.2;
            case KRR_P95 -> percentile(past.toArray(), 0.95);
            case VPA_TARGET -> percentile(past.toArray(), 0.90) * 1.15;
        };
    }

    @Override
    public TaskSize apply(BarCase past) {
        double units = percent(past.cpu()) * past.size().cpuUnits() / 100;
        return FargateSizes.all(OperatingSystem.LINUX).stream()
                .filter(size -> size.cpuUnits() >= units && size.memoryMib() >= past.memoryPeak())
                .min(Comparator.comparingDouble(ReferenceRule::price))
                .orElseThrow();
    }

    static double price(TaskSize size) {
        return PRICES.monthlyUsd(size.cpuUnits(), size.memoryMib(), 1, Architecture.X86_64, 0);
    }

    private static double highestHourly(Series series, double share) {
        int perHour = (int) (3_600_000 / series.period().toMillis());
        double highest = 0;
        for (int from = 0; from + perHour <= series.size(); from += perHour) {
            highest = Math.max(
                    highest, percentile(series.slice(from, from + perHour).toArray(), share));
        }
        return highest;
    }

    /** With interpolation between ranks, as Prometheus and NumPy have it. */
    private static double percentile(double[] values, double share) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
