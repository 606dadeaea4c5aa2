package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.AlarmKind;
import io.agentctl.control.pricing.AlarmPriceTable;

/** What alarms cost: metric alarms by their metrics, composites a piece. */
final class AlarmPrices {

    private static final int MINUTE = 60;

    private AlarmPrices() {}

    static Money monthly(AlarmDefinition alarm, AlarmPriceTable prices) {
        return switch (alarm) {
            case CompositeAlarm ignored -> Money.ofUsd(prices.month(AlarmKind.COMPOSITE));
            case MetricAlarm metric -> Money.ofUsd(prices.month(kind(metric)) * metrics(metric.watched()));
        };
    }

    private static AlarmKind kind(MetricAlarm alarm) {
        return alarm.rule().periodSeconds() < MINUTE ? AlarmKind.HIGH_RESOLUTION : AlarmKind.STANDARD;
    }

    private static int metrics(Watched watched) {
        return switch (watched) {
            case Watched.Single ignored -> 1;
            case Watched.MetricMath math -> math.metrics().size();
        };
    }
}
