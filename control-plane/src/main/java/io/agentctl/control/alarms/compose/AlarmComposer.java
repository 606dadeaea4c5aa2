package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.Ownership;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Findings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the alarms that objectives and specs want. The same input gives the same alarms, in the same order. */
public final class AlarmComposer {

    private final Audience audience;
    private final Findings findings = new Findings();

    private AlarmComposer(Audience audience) {
        this.audience = audience;
    }

    /** Makes them; what cannot be made is among the findings, and the rest is made all the same. */
    public static Composition compose(List<Objective> objectives, List<AlarmSpec> specs, Audience audience) {
        AlarmComposer composer = new AlarmComposer(audience);
        List<AlarmGroup> groups = new ArrayList<>();
        for (Objective objective : objectives) {
            if (!objective.alerting().pairs().isEmpty()) {
                groups.add(composer.group(objective));
            }
        }
        SpecOrder.of(specs).forEach(spec -> groups.add(composer.group(spec)));
        return new Composition(audience.project(), groups, composer.findings.inOrder());
    }

    private AlarmGroup group(AlarmSpec spec) {
        AlarmDefinition alarm = spec.definition();
        AlarmActions actions = alarm.actions();
        AlarmDefinition told = alarm.acting(new AlarmActions(
                true,
                audience.arns(actions.alarm()),
                audience.arns(actions.ok()),
                audience.arns(actions.insufficientData())));
        if (!alarm.name().startsWith(audience.prefix())) {
            findings.note(
                    spec.position(),
                    alarm.name() + ": its name does not begin with " + audience.prefix()
                            + ", so that prune would not find it once it is not asked for");
        }
        return new AlarmGroup(alarm.name(), spec.position(), List.of(owned(told, alarm.name())), List.of());
    }

    private AlarmGroup group(Objective objective) {
        Duration period = objective.window().length();
        List<BurnRatePair> fastestFirst = objective.alerting().pairs().stream()
                .sorted(Comparator.comparingDouble((BurnRatePair pair) -> pair.factor(period))
                        .reversed()
                        .thenComparing(BurnRatePair::longWindow))
                .toList();
        if (objective.alerting().backend() == Backend.APPLICATION_SIGNALS
                && BurnRates.windows(fastestFirst).size() > BurnRates.MOST) {
            findings.error(
                    objective.position(),
                    objective.name() + ": Application Signals has burn rates of " + BurnRates.MOST + " windows, not of "
                            + BurnRates.windows(fastestFirst).size());
        }
        List<AlarmDefinition> alarms = new ArrayList<>();
        List<Tier> tiers = new ArrayList<>();
        for (BurnRatePair pair : fastestFirst) {
            try {
                TierAlarms made = TierAlarms.of(objective, pair, period, audience, tiers);
                made.alarms().forEach(alarm -> alarms.add(owned(alarm, objective.name())));
                tiers.add(made.tier());
                if (made.coarse()) {
                    findings.note(
                            objective.position(),
                            name(objective, pair) + ": an alarm looks back a day at most in slices of less than an"
                                    + " hour: its slices are an hour long");
                }
            } catch (IllegalArgumentException impossible) {
                findings.error(objective.position(), name(objective, pair) + ": " + impossible.getMessage());
            }
        }
        return new AlarmGroup(objective.name(), objective.position(), alarms, tiers);
    }

    private AlarmDefinition owned(AlarmDefinition alarm, String group) {
        return Ownership.claimed(alarm, audience.project(), group);
    }

    private static String name(Objective objective, BurnRatePair pair) {
        return objective.name() + ", " + Lengths.text(pair.longWindow()) + " and " + Lengths.text(pair.shortWindow());
    }

    /** What of findings has to be put right first. */
    public static List<Finding> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }
}
