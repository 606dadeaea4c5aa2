package io.agentctl.control.alarms.signals;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.AlarmKind;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Objective;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares what can keep objectives: alarms over their own metrics, as {@code alarms apply} sets them, and Application
 * Signals. Calls nothing.
 */
public final class CompareBackends implements UseCase<CompareBackends.Request, CompareBackends.Result> {

    /** Objectives of a project. */
    public record Request(String project, List<Objective> objectives) {
        public Request {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * The comparison.
     *
     * @param objectives each of them
     * @param prices of alarms, in a line
     */
    public record Result(List<Row> objectives, String prices) {
        public Result {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * One objective under both.
     *
     * @param name its name
     * @param backend what the file says keeps it
     * @param alarms how many alarms keep it
     * @param alarmsMonthly what these cost a month
     * @param signals how Application Signals would keep it
     * @param signalsAlarms how many alarms it takes there to tell somebody
     * @param signalsAlarmsMonthly what these cost a month; what Application Signals itself charges is not known here
     */
    public record Row(
            String name,
            Backend backend,
            int alarms,
            Money alarmsMonthly,
            SignalsObjective signals,
            int signalsAlarms,
            Money signalsAlarmsMonthly) {}

    private final Supplier<AlarmPriceTable> prices;

    public CompareBackends(Supplier<AlarmPriceTable> prices) {
        this.prices = prices;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        AlarmPriceTable table = prices.get();
        // Counted and priced only: where they would be does not matter.
        Audience nowhere = new Audience(request.project(), "", "", Map.of());
        return new Result(
                request.objectives().stream()
                        .map(objective -> row(objective, nowhere, table))
                        .toList(),
                table.description());
    }

    private static Row row(Objective objective, Audience audience, AlarmPriceTable table) {
        List<AlarmDefinition> alarms = alarms(objective.keptBy(Backend.ALARMS), audience);
        List<AlarmDefinition> there = alarms(objective.keptBy(Backend.APPLICATION_SIGNALS), audience);
        return new Row(
                objective.name(),
                objective.alerting().backend(),
                alarms.size(),
                month(alarms, table),
                SignalsComposer.of(objective, audience.project()),
                there.size(),
                month(there, table));
    }

    private static List<AlarmDefinition> alarms(Objective objective, Audience audience) {
        return AlarmComposer.compose(List.of(objective), List.of(), audience)
                .alarms()
                .toList();
    }

    private static Money month(List<AlarmDefinition> alarms, AlarmPriceTable table) {
        return Money.ofUsd(
                alarms.stream().mapToDouble(alarm -> month(alarm, table)).sum());
    }

    private static double month(AlarmDefinition alarm, AlarmPriceTable table) {
        return switch (alarm) {
            case CompositeAlarm ignored -> table.month(AlarmKind.COMPOSITE);
            case MetricAlarm metric ->
                table.month(AlarmKind.STANDARD)
                        * switch (metric.watched()) {
                            case Watched.Single ignored -> 1;
                            case Watched.MetricMath math -> math.metrics().size();
                        };
        };
    }
}
