package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.composite.Suppression;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The alarms of one burn-rate pair: one that proves that it is worth it, one that proves that it goes on, and one that
 * tells somebody when both do.
 *
 * @param alarms the two, then the composite
 * @param tier what is to be known of them
 * @param coarse true if slices had to be made longer
 */
record TierAlarms(List<AlarmDefinition> alarms, Tier tier, boolean coarse) {

    /**
     * A faster tier is decided in the same minute as a slower one or the next; two minutes are enough for it to come.
     * When it has gone, the slower one usually goes on for a while, and five minutes tell whether that is all.
     */
    private static final Suppression.Times TIMES = new Suppression.Times(120, 300);

    /**
     * Makes them.
     *
     * @param period for which the budget lasts
     * @param faster the tiers before
     * @throws IllegalArgumentException if CloudWatch has no such alarms, or they could never fire
     */
    static TierAlarms of(
            Objective objective, BurnRatePair pair, Duration period, Audience audience, List<Tier> faster) {
        double factor = Figures.clean(pair.factor(period));
        String name = AlarmNames.tier(audience.project(), objective.name(), pair.longWindow());
        if (faster.stream().anyMatch(tier -> tier.alarm().equals(name))) {
            throw new IllegalArgumentException("there is another pair with the same long window");
        }
        BurnAlarm longOne = BurnAlarms.of(audience.project(), objective, factor, pair.longWindow());
        BurnAlarm shortOne = BurnAlarms.of(audience.project(), objective, factor, pair.shortWindow());
        Recipients recipients = audience.recipients(objective.alerting().of(pair.urgency()), pair.urgency());
        boolean first = faster.stream().noneMatch(tier -> tier.pair().urgency() == pair.urgency());
        List<String> noData = first ? audience.arns(recipients.noData()) : List.of();
        MetricAlarm longAlarm =
                tellingOfNoData(child(AlarmNames.child(name, "long"), objective, pair.longWindow(), longOne), noData);
        MetricAlarm shortAlarm = child(AlarmNames.child(name, "short"), objective, pair.shortWindow(), shortOne);
        Optional<String> suppressor = faster.isEmpty()
                ? Optional.empty()
                : Optional.of(faster.getLast().alarm());
        CompositeAlarm both = new CompositeAlarm(
                name,
                description(objective, pair, factor),
                audience.actions(recipients),
                "ALARM(\"" + longAlarm.name() + "\") AND ALARM(\"" + shortAlarm.name() + "\")",
                suppressor.map(alarm -> new CompositeAlarm.Suppressor(alarm, TIMES)),
                new TreeMap<>());
        Duration outage = later(longOne.timeToDetect(1), shortOne.timeToDetect(1));
        double twice = Math.min(1, 2 * longOne.share());
        Tier tier = new Tier(
                name,
                pair,
                factor,
                longOne.share(),
                outage,
                Math.min(1, outage.toSeconds() / objective.budget() / period.toSeconds()),
                later(longOne.timeToDetect(twice), shortOne.timeToDetect(twice)),
                suppressor.orElse(""));
        return new TierAlarms(List.of(longAlarm, shortAlarm, both), tier, longOne.coarse() || shortOne.coarse());
    }

    private static MetricAlarm child(String name, Objective objective, Duration window, BurnAlarm burn) {
        return new MetricAlarm(
                name,
                "%s: more than %s bad in %s. Tells nobody by itself."
                        .formatted(objective.name(), Figures.percent(burn.share()), Lengths.text(window)),
                AlarmActions.NONE,
                burn.watched(),
                burn.rule(),
                new TreeMap<>());
    }

    /**
     * A composite is never without data: of its children, only one that does not take missing data for good can tell.
     */
    private static MetricAlarm tellingOfNoData(MetricAlarm alarm, List<String> topics) {
        if (topics.isEmpty()) {
            return alarm;
        }
        AlarmRule rule = alarm.rule();
        return new MetricAlarm(
                alarm.name(),
                alarm.description().replace("Tells nobody by itself.", "Tells only of lack of data."),
                new AlarmActions(true, List.of(), List.of(), topics),
                alarm.watched(),
                new AlarmRule(
                        rule.comparison(),
                        rule.threshold(),
                        rule.periodSeconds(),
                        rule.evaluationPeriods(),
                        rule.datapointsToAlarm(),
                        MissingData.MISSING,
                        rule.fewSamples()),
                alarm.tags());
    }

    private static String description(Objective objective, BurnRatePair pair, double factor) {
        return "%s of %s: the error budget burns more than %s times as fast as it may, over %s and %s: %s of it in %s."
                .formatted(
                        objective.name(),
                        objective.service(),
                        Figures.text(factor),
                        Lengths.text(pair.longWindow()),
                        Lengths.text(pair.shortWindow()),
                        Figures.percent(pair.budgetShare()),
                        Lengths.text(pair.longWindow()));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
