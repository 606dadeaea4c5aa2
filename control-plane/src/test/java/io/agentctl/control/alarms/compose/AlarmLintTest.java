package io.agentctl.control.alarms.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.compose.AlarmLint.Surroundings;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Node.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmLintTest {

    private static final Surroundings FINE = new Surroundings("us-east-1", Set.of(), Set.of());
    private static final AlarmRule RULE =
            new AlarmRule(Comparison.GREATER_THAN, 1, 60, 1, 1, MissingData.MISSING, OptionalDouble.empty());
    private static final AlarmActions TOLD =
            new AlarmActions(true, List.of(SomeObjectives.PAGES), List.of(), List.of());

    private static List<String> check(Surroundings known, AlarmDefinition... alarms) {
        List<AlarmGroup> groups = new ArrayList<>();
        for (int i = 0; i < alarms.length; i++) {
            groups.add(new AlarmGroup("group" + i, new Position("slos.yaml", i + 1, 3), List.of(alarms[i]), List.of()));
        }
        return AlarmLint.check(new Composition("acme", groups, List.of()), known).stream()
                .map(Finding::text)
                .toList();
    }

    private static CompositeAlarm composite(String name, String rule) {
        return new CompositeAlarm(name, "", TOLD, rule, Optional.empty(), new TreeMap<>());
    }

    private static MetricAlarm math(String name, int metrics, String expression) {
        Watched.Single single = new Watched.Single(
                SomeObjectives.latency().metric(), SomeObjectives.latency().statistic(), Optional.empty());
        return new MetricAlarm(
                name,
                "",
                TOLD,
                new Watched.MetricMath(
                        IntStream.range(0, metrics)
                                .mapToObj(i -> new Watched.Input("m" + i, single))
                                .toList(),
                        List.of(new Watched.Formula("e", expression, "")),
                        "e"),
                RULE,
                new TreeMap<>());
    }

    private static MetricAlarm telling(String name, String arn) {
        return math(name, 1, "m0 + " + name.length())
                .acting(new AlarmActions(true, List.of(arn), List.of(), List.of()));
    }

    @Test
    void theUsualAlarmsAreFine() {
        Composition composition = AlarmComposer.compose(
                List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 100)),
                List.of(),
                SomeObjectives.AUDIENCE);

        assertThat(AlarmLint.check(composition, FINE)).isEmpty();
    }

    @Test
    void everythingIsToldAtOnceWithItsPlace() {
        Surroundings missing = new Surroundings("us-east-1", Set.of(SomeObjectives.TICKETS), Set.of());

        assertThat(check(
                        missing,
                        math("broken", 1, "m0 + (1"),
                        math("many", 11, "m0"),
                        telling("far", "arn:aws:sns:eu-west-1:123456789012:pages"),
                        telling("gone!", SomeObjectives.TICKETS),
                        telling("strange", "pages"),
                        composite("unread", "ALARM(a) AND")))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("slos.yaml:1:3: error: broken, expression e, column 8: "),
                        text -> assertThat(text)
                                .isEqualTo("slos.yaml:2:3: error: many: an alarm takes 10 metrics and 10 expressions,"
                                        + " not 11 and 1"),
                        text -> assertThat(text)
                                .startsWith("slos.yaml:3:3: error: group2: topic arn:aws:sns:eu-west-1")
                                .contains("is in eu-west-1"),
                        text -> assertThat(text)
                                .isEqualTo("slos.yaml:4:3: error: group3: there is no topic " + SomeObjectives.TICKETS),
                        text -> assertThat(text).endsWith("'pages' is no ARN of a topic"),
                        text -> assertThat(text).startsWith("slos.yaml:6:3: error: unread, rule, column 13: "));
    }

    @Test
    void compositesThatNeedEachOtherAreACycle() {
        assertThat(check(
                        FINE,
                        composite("a", "ALARM(b)"),
                        composite("b", "OK(c) OR ALARM(d)"),
                        composite("c", "NOT ALARM(a)")))
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("composites that need each other: a needs b needs c needs a"));
    }

    @Test
    void aMetricWithoutDataIsToldBeforeAnythingIsApplied() {
        Watched.Single single = new Watched.Single(
                SomeObjectives.latency().metric(), SomeObjectives.latency().statistic(), Optional.empty());

        assertThat(check(new Surroundings("us-east-1", Set.of(), Set.of(single)), math("quiet", 1, "m0")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("warning: group0: nothing was measured of acme/API ResponseTime lately"));
    }

    @Test
    void alarmsThatDoTheSameOrAreCalledTheSameAreTold() {
        assertThat(check(FINE, math("one", 1, "m0"), math("other", 1, "m0"), math("one", 1, "m0 + 1")))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .startsWith("slos.yaml:2:3: warning: other does the same as an alarm of group0"),
                        text -> assertThat(text).startsWith("slos.yaml:3:3: error: two alarms would be called one"));
    }

    @Test
    void anObjectiveWhoseAlarmsTellNobodyIsAWarning() {
        Composition composition = AlarmComposer.compose(
                List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 100)),
                List.of(),
                new Audience("acme", "123456789012", "us-east-1", Map.<Urgency, Recipients>of()));

        assertThat(AlarmLint.check(composition, FINE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("availability: its alarms tell nobody"));
    }

    @Test
    void aPageThatComesWhenHalfOfTheBudgetIsGoneIsWarnedOf() {
        BurnRatePair slow = SomeObjectives.pair(0.6, Duration.ofDays(3), Duration.ofHours(6));

        assertThat(AlarmLint.offline(
                        List.of(SomeObjectives.ofEvents("availability", 0.95, List.of(slow), 0)),
                        List.of(),
                        SomeObjectives.AUDIENCE))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("availability: a total failure has spent ")
                .contains(" of the budget before anybody is woken, ", "give it a faster pair");
        assertThat(AlarmLint.offline(
                        List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 0)),
                        List.of(),
                        SomeObjectives.AUDIENCE))
                .isEmpty();
    }

    @Test
    void withoutARegionTopicsMayBeAnywhere() {
        Audience nowhere = new Audience("acme", "", "", SomeObjectives.USUAL);

        assertThat(AlarmLint.offline(
                        List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 0)),
                        List.of(SomeObjectives.spec("acme-slow", 750)),
                        nowhere))
                .isEmpty();
    }
}
