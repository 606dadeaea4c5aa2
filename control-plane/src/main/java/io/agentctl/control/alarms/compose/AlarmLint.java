package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Node.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a composition before it meets AWS, all of it at once, each with the place in the file. */
public final class AlarmLint {

    /** The share of a budget that may be gone before anybody is woken. */
    private static final double MOST_SPENT = 0.5;

    private final Surroundings known;
    private final Findings findings = new Findings();

    private AlarmLint(Surroundings known) {
        this.known = known;
    }

    /**
     * What was found out about the account.
     *
     * @param region where the alarms will be; blank where that is not known
     * @param missingTopics ARNs of topics that were looked for and are not there
     * @param metricsWithoutData metrics of which nothing was measured lately
     */
    public record Surroundings(String region, Set<String> missingTopics, Set<Watched.Single> metricsWithoutData) {
        public Surroundings {
            missingTopics = Set.copyOf(missingTopics);
            metricsWithoutData = Set.copyOf(metricsWithoutData);
        }
    }

    /** All that there is to say, that of the composition with it, in the order of files and lines. */
    public static List<Finding> check(Composition composition, Surroundings known) {
        AlarmLint lint = new AlarmLint(known);
        composition.findings().forEach(lint::again);
        lint.names(composition);
        composition.groups().forEach(lint::group);
        CompositeLint.check(composition, lint.findings);
        Overlaps.check(composition, lint.findings);
        return lint.findings.inOrder();
    }

    /**
     * What there is to say where nothing is known of the account.
     *
     * @param audience whose they are, with a blank account, and a blank region where none is known
     */
    public static List<Finding> offline(List<Objective> objectives, List<AlarmSpec> specs, Audience audience) {
        return check(
                AlarmComposer.compose(objectives, specs, audience),
                new Surroundings(audience.region(), Set.of(), Set.of()));
    }

    private void again(Finding finding) {
        Position position = new Position(finding.file(), finding.line(), finding.column());
        switch (finding.severity()) {
            case ERROR -> findings.error(position, finding.message());
            case WARNING -> findings.warning(position, finding.message());
            case NOTE -> findings.note(position, finding.message());
        }
    }

    private void names(Composition composition) {
        Map<String, AlarmGroup> first = new HashMap<>();
        for (AlarmGroup group : composition.groups()) {
            for (AlarmDefinition alarm : group.alarms()) {
                AlarmGroup other = first.putIfAbsent(alarm.name(), group);
                if (other != null) {
                    findings.error(
                            group.position(),
                            "two alarms would be called " + alarm.name() + "; the other is of " + other.name() + " at "
                                    + other.position());
                }
            }
        }
    }

    private void group(AlarmGroup group) {
        for (AlarmDefinition alarm : group.alarms()) {
            alarm.actions().all().distinct().forEach(topic -> topic(group, topic));
            switch (alarm) {
                case MetricAlarm metric -> watched(group, metric);
                case CompositeAlarm ignored -> {}
            }
        }
        spentBeforePage(group);
        boolean told = group.alarms().stream()
                .anyMatch(alarm -> !alarm.actions().alarm().isEmpty());
        if (!told && !group.alarms().isEmpty()) {
            findings.warning(
                    group.position(),
                    group.name() + ": its alarms tell nobody; name topics in its alert policy, or for the project");
        }
    }

    /** Who is woken when most of the budget is gone might as well sleep on. */
    private void spentBeforePage(AlarmGroup group) {
        group.tiers().stream()
                .filter(tier -> tier.pair().urgency() == Urgency.PAGE)
                .min(Comparator.comparingDouble(Tier::outageSpent))
                .filter(tier -> tier.outageSpent() > MOST_SPENT)
                .ifPresent(tier -> findings.warning(
                        group.position(),
                        group.name() + ": a total failure has spent " + Figures.percent(tier.outageSpent())
                                + " of the budget before anybody is woken, " + Lengths.about(tier.outage())
                                + " after it began; give it a faster pair, or a longer window"));
    }

    private void topic(AlarmGroup group, String arn) {
        List<String> parts = List.of(arn.split(":", -1));
        if (parts.size() < 6 || !parts.get(0).equals("arn")) {
            findings.error(group.position(), group.name() + ": '" + arn + "' is no ARN of a topic");
        } else if (!known.region().isBlank() && !parts.get(3).equals(known.region())) {
            findings.error(
                    group.position(),
                    group.name() + ": topic " + arn + " is in " + parts.get(3) + ", and an alarm in " + known.region()
                            + " can only tell topics there");
        } else if (known.missingTopics().contains(arn)) {
            findings.error(group.position(), group.name() + ": there is no topic " + arn);
        }
    }

    private void watched(AlarmGroup group, MetricAlarm alarm) {
        switch (alarm.watched()) {
            case Watched.Single single -> data(group, single);
            case Watched.MetricMath math -> {
                math.metrics().forEach(input -> data(group, input.metric()));
                math(group, alarm, math);
            }
        }
    }

    private void math(AlarmGroup group, MetricAlarm alarm, Watched.MetricMath math) {
        if (math.metrics().size() > Watched.MetricMath.MOST
                || math.expressions().size() > Watched.MetricMath.MOST) {
            findings.error(
                    group.position(),
                    "%s: an alarm takes %d metrics and %d expressions, not %d and %d"
                            .formatted(
                                    alarm.name(),
                                    Watched.MetricMath.MOST,
                                    Watched.MetricMath.MOST,
                                    math.metrics().size(),
                                    math.expressions().size()));
        }
        Map<String, String> expressions = new LinkedHashMap<>();
        math.expressions().forEach(formula -> expressions.put(formula.id(), formula.expression()));
        try {
            Calculation.of(
                    math.metrics().stream().map(Watched.Input::id).collect(Collectors.toSet()),
                    expressions,
                    math.result());
        } catch (ExpressionException fault) {
            findings.error(
                    group.position(),
                    alarm.name() + ", expression " + fault.expression() + ", column " + fault.column() + ": "
                            + fault.getMessage());
        }
    }

    private void data(AlarmGroup group, Watched.Single single) {
        if (known.metricsWithoutData().contains(single)) {
            findings.warning(
                    group.position(),
                    group.name() + ": nothing was measured of " + single.metric() + " lately; its alarms will see"
                            + " nothing until it is");
        }
    }
}
