package io.agentctl.control.alarms.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Indicator.Counted;
import io.agentctl.control.slo.Indicator.Reading;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Placeholders;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitoringReaderTest {

    private static final MonitoringReader READER =
            new MonitoringReader(new Placeholders(Map.of("project", "shop", "cluster", "main")));

    private static MonitoringReader.Result read(String... texts) {
        return READER.read(IntStream.range(0, texts.length)
                .mapToObj(index -> new Text("file" + (index + 1) + ".yaml", texts[index]))
                .toList());
    }

    private static List<String> findings(String... texts) {
        return read(texts).findings().stream().map(Finding::text).toList();
    }

    private static String slo(String spec) {
        return """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: checkout}
                spec:
                  service: shop
                """
                + spec;
    }

    private static final String RATIO =
            """
              indicator:
                spec:
                  ratioMetric:
                    good: {metricSource: {type: CloudWatch, spec: {namespace: Shop, metricName: Good}}}
                    total: {metricSource: {type: CloudWatch, spec: {namespace: Shop, metricName: All}}}
              budgetingMethod: Occurrences
            """;

    @Test
    void theShippedObjectivesFitAnyProject() {
        MonitoringReader.Result shipped = READER.read(List.of(ShippedMonitoring.text()));

        assertThat(shipped.findings()).isEmpty();
        assertThat(shipped.objectives())
                .extracting(Objective::name, Objective::target, objective -> objective
                        .levels()
                        .objective())
                .containsExactly(
                        tuple("api-latency", 0.99, 500.0),
                        tuple("api-availability", 0.999, 99.9),
                        tuple("api-error-rate", 0.99, 1.0),
                        tuple("api-throughput", 0.95, 1000.0));
        Objective availability = shipped.objectives().get(1);
        assertThat(availability.indicator())
                .isEqualTo(new Indicator.Ratio(
                        Counted.BAD,
                        new Reading(
                                MetricId.of("shop/API", "ErrorRate", Map.of()), Statistic.SUM, Optional.empty(), 0.01),
                        new Reading(
                                MetricId.of("shop/API", "ErrorRate", Map.of()),
                                Statistic.SAMPLE_COUNT,
                                Optional.empty(),
                                1)));
        assertThat(availability.alerting().pairs()).isEqualTo(Alerting.USUAL_PAIRS);
        assertThat(availability.alerting().of(Urgency.PAGE).spending()).containsExactly("shop-pages");
        assertThat(shipped.alarms())
                .extracting(AlarmSpec::definition)
                .singleElement()
                .isInstanceOfSatisfying(MetricAlarm.class, alarm -> {
                    assertThat(alarm.name()).isEqualTo("shop-high-latency");
                    assertThat(alarm.rule())
                            .isEqualTo(new AlarmRule(
                                    Comparison.GREATER_THAN,
                                    750,
                                    300,
                                    2,
                                    2,
                                    MissingData.MISSING,
                                    OptionalDouble.of(0.95)));
                    assertThat(alarm.actions().alarm()).containsExactly("shop-tickets");
                });
    }

    @Test
    void whatIsReferredToMayStandInAnotherFileAndLater() {
        MonitoringReader.Result result = read(
                slo(
                        """
                          indicatorRef: orders
                          timeWindow: [{duration: 1M, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin}}]
                          budgetingMethod: Timeslices
                          objectives: [{op: lte, value: 2.5, target: 0.995, timeSliceWindow: 1}]
                          alertPolicies: [{alertPolicyRef: wake-me}]
                        """),
                """
                apiVersion: openslo/v1
                kind: AlertPolicy
                metadata: {name: wake-me}
                spec:
                  alertWhenResolved: true
                  conditions: [{conditionRef: fast}]
                  notificationTargets: [{targetRef: phone}]
                ---
                apiVersion: openslo/v1
                kind: AlertCondition
                metadata: {name: fast}
                spec:
                  severity: page
                  condition: {kind: burnrate, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m}
                ---
                apiVersion: openslo/v1
                kind: AlertNotificationTarget
                metadata: {name: phone}
                spec: {target: "arn:aws:sns:eu-central-1:123456789012:pages"}
                ---
                apiVersion: openslo/v1
                kind: DataSource
                metadata: {name: here}
                spec: {type: CloudWatch}
                ---
                apiVersion: openslo/v1
                kind: SLI
                metadata: {name: orders}
                spec:
                  thresholdMetric:
                    metricSource:
                      metricSourceRef: here
                      spec: {namespace: Shop, metricName: Took, dimensions: {Step: pay}, statistic: p99, unit: Seconds}
                """);

        assertThat(result.findings()).isEmpty();
        Objective objective = result.objectives().getFirst();
        assertThat(objective.indicator())
                .isEqualTo(new Indicator.Threshold(
                        new Reading(
                                MetricId.of("Shop", "Took", Map.of("Step", "pay")),
                                Statistic.percentile(99),
                                Optional.of("Seconds"),
                                1),
                        Comparison.LESS_OR_EQUAL,
                        2.5));
        assertThat(objective.budgeting()).isEqualTo(new Budgeting.TimeSlices(Duration.ofMinutes(1), 1));
        assertThat(objective.window())
                .isEqualTo(new ObjectiveWindow.Calendar(
                        LocalDateTime.of(2026, 1, 1, 0, 0), Period.ofMonths(1), ZoneId.of("Europe/Berlin")));
        assertThat(objective.alerting().pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.shortWindow()).isEqualTo(Duration.ofMinutes(5));
            assertThat(pair.factor(objective.window().length())).isCloseTo(14.4, within(1e-9));
        });
        String topic = "arn:aws:sns:eu-central-1:123456789012:pages";
        assertThat(objective.alerting().of(Urgency.PAGE))
                .isEqualTo(new Recipients(List.of(topic), List.of(topic), List.of()));
        assertThat(objective.alerting().of(Urgency.TICKET)).isEqualTo(Recipients.NOBODY);
    }

    @Test
    void severalObjectivesOfAnSloHaveNamesOfTheirOwn() {
        MonitoringReader.Result result = read(
                slo(
                        RATIO
                                + """
                  objectives:
                    - {displayName: Good Enough!, target: 0.99}
                    - {targetPercent: 99.95}
                """));

        assertThat(result.findings()).isEmpty();
        assertThat(result.objectives())
                .extracting(Objective::name)
                .containsExactly("checkout-good-enough", "checkout-2");
        assertThat(result.objectives().get(1).target()).isEqualTo(0.9995);
    }

    @Test
    void annotationsSayWhatOpenSloCannot() {
        Objective objective =
                read("""
                        apiVersion: openslo/v1
                        kind: SLO
                        metadata:
                          name: checkout
                          annotations:
                            example.com/anything: stays
                            agentctl.io/pairs: 2% 1h/5m page, 12.5% 3d/6h ticket
                            agentctl.io/fewest-events: 40
                            agentctl.io/ticket-topics: desk, archive
                            agentctl.io/show: bad
                            agentctl.io/warning: 2
                        spec:
                          service: shop
                        """
                                + RATIO + "  objectives: [{target: 0.99}]\n")
                        .objectives()
                        .getFirst();

        assertThat(objective.alerting().pairs())
                .containsExactly(
                        new BurnRatePair(0.02, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE),
                        new BurnRatePair(0.125, Duration.ofDays(3), Duration.ofHours(6), Urgency.TICKET));
        assertThat(objective.alerting().fewestEvents()).isEqualTo(40);
        assertThat(objective.alerting().of(Urgency.TICKET).spending()).containsExactly("desk", "archive");
        assertThat(objective.levels())
                .isEqualTo(new Objective.Levels(1, OptionalDouble.of(2), OptionalDouble.empty(), true));
    }

    @Test
    void plainAlarmsTakeMathAndComposites() {
        MonitoringReader.Result result = read(
                """
                apiVersion: agentctl/v1
                kind: Alarm
                metadata: {name: "${project} errors"}
                spec:
                  math:
                    metrics:
                      bad: {namespace: Shop, metricName: Bad, statistic: Sum}
                      all: {namespace: Shop, metricName: All, statistic: Sum}
                    expressions: {share: "IF(all > 20, bad / all)"}
                  op: gte
                  threshold: 0.05
                  period: 1m
                  evaluationPeriods: 5
                  datapointsToAlarm: 3
                  missingData: notBreaching
                ---
                apiVersion: agentctl/v1
                kind: Alarm
                metadata: {name: both}
                spec:
                  composite:
                    rule: ALARM("shop errors") AND NOT OK(other)
                    suppressor: {alarm: other, wait: 60s, extension: 2m}
                """);

        assertThat(result.findings()).isEmpty();
        assertThat(result.alarms().getFirst().definition())
                .isInstanceOfSatisfying(MetricAlarm.class, alarm -> assertThat(alarm.watched())
                        .isInstanceOfSatisfying(Watched.MetricMath.class, math -> assertThat(math.result())
                                .isEqualTo("share")));
        assertThat(result.alarms().get(1).definition())
                .isInstanceOfSatisfying(CompositeAlarm.class, alarm -> assertThat(
                                alarm.suppressor().orElseThrow().times().waitSeconds())
                        .isEqualTo(60));
    }

    @Test
    void everyMistakeOfEveryFileIsToldAtOnceWithItsPlace() {
        assertThat(
                        findings(
                                slo(
                                        """
                                  indicator:
                                    spec:
                                      ratioMetric:
                                        good: {metricSource: {type: Prometheus, spec: {namespace: Shop, metricNam: Good}}}
                                        total: {metricSource: {type: CloudWatch, spec: {namespace: Shop, metricName: All, statistic: Summ, unit: Millis}}}
                                  timeWindow: [{duration: 0d, isRolling: true}]
                                  budgetingMethod: Occurences
                                  objectives: [{targetPercent: 100}]
                                """),
                                """
                        apiVersion: agentctl/v1
                        kind: Alarm
                        metadata: {name: bad-math}
                        spec:
                          math:
                            metrics: {m: {namespace: Shop, metricName: All, statistic: Sum}}
                            expressions:
                              e: m / (n + 1
                              f: SUMM(m)
                            result: e
                          op: over
                          threshold: 1
                          period: 45s
                        """))
                .containsExactly(
                        "file1.yaml:9:37: error: 'type' must be CloudWatch, not 'Prometheus'.",
                        "file1.yaml:9:55: error: a metric needs a 'metricName', such as RequestCount",
                        "file1.yaml:9:73: error: unknown key 'metricNam'. Did you mean metricName?",
                        "file1.yaml:10:102: error: 'statistic' must be a statistic of CloudWatch, such as Average, Maximum, "
                                + "Sum, SampleCount, p95, tm99, TC(:500) or PR(:500), not 'Summ'. Did you mean Sum?",
                        "file1.yaml:10:114: error: 'unit' must be a unit of CloudWatch, such as Seconds, not 'Millis'. "
                                + "Did you mean Milliseconds?",
                        "file1.yaml:11:27: error: a window has a positive length, not '0d'",
                        "file1.yaml:12:20: error: 'budgetingMethod' must be Occurrences, RatioTimeslices or Timeslices, not "
                                + "'Occurences'. Did you mean Occurrences?",
                        "file1.yaml:13:32: error: 'targetPercent' must be a percentage over 0 and under 100 (all of it would "
                                + "leave no error budget), not '100'",
                        "file2.yaml:8:10: error: expression 'e', column 11: expected ')' for the '(' in column 5, found the end",
                        "file2.yaml:9:10: error: expression 'f', column 1: there is no function SUMM",
                        "file2.yaml:11:7: error: 'op' must be gt, gte, lt or lte, not 'over'.",
                        "file2.yaml:13:11: error: 'period' must be 10, 20 or 30 seconds, or whole minutes up to a day, such as "
                                + "300s or 5m, not '45s'");
    }

    @Test
    void moreThanTenMetricsAndCyclesOfCompositesAreRefused() {
        String metrics = IntStream.rangeClosed(1, 11)
                .mapToObj(index -> "m" + index + ": {namespace: Shop, metricName: M" + index + ", statistic: Sum}")
                .collect(Collectors.joining(", "));
        assertThat(findings(
                        """
                        apiVersion: agentctl/v1
                        kind: Alarm
                        metadata: {name: many}
                        spec:
                          math:
                            metrics: {%s}
                            expressions: {e: m1 + m11}
                          op: gt
                          threshold: 1
                          period: 1m
                        ---
                        apiVersion: agentctl/v1
                        kind: Alarm
                        metadata: {name: hen}
                        spec: {composite: {rule: ALARM(egg)}}
                        ---
                        apiVersion: agentctl/v1
                        kind: Alarm
                        metadata: {name: egg}
                        spec: {composite: {rule: NOT OK(hen)}}
                        """
                                .formatted(metrics)))
                .containsExactly(
                        "file1.yaml:6:5: error: an alarm takes up to 10 metrics, not 11",
                        "file1.yaml:14:18: error: alarms that need each other: hen -> egg -> hen");
    }

    @Test
    void referencesPlaceholdersAndAnnotationsThatDoNotExistAreNamed() {
        assertThat(
                        findings(
                                """
                        apiVersion: openslo/v1
                        kind: SLO
                        metadata:
                          name: checkout
                          annotations:
                            agentctl.io/fewest-event: 10
                            agentctl.io/pairs: 2 percent
                        spec:
                          service: ${projct}
                          indicatorRef: order
                          budgetingMethod: Occurrences
                          objectives: [{target: 0.9}]
                          alertPolicies: [{alertPolicyRef: wake}]
                        ---
                        apiVersion: openslo/v1
                        kind: SLI
                        metadata: {name: orders}
                        spec: {}
                        ---
                        apiVersion: openslo/v2
                        kind: SLO
                        """))
                .containsExactly(
                        "file1.yaml:6:5: error: unknown key 'agentctl.io/fewest-event'. Did you mean agentctl.io/fewest-events?",
                        "file1.yaml:7:24: error: 'agentctl.io/pairs' must be none, or pairs such as '2% 1h/5m page, 10% 3d/6h "
                                + "ticket': a share of the budget, the long and the short window, page or ticket, not '2 percent'",
                        "file1.yaml:9:12: error: unknown placeholder 'projct'. Did you mean project?",
                        "file1.yaml:10:17: error: there is no SLI 'order'. Did you mean orders?",
                        "file1.yaml:13:36: error: there is no AlertPolicy 'wake'",
                        "file1.yaml:18:7: error: an indicator has either a 'thresholdMetric' or a 'ratioMetric'",
                        "file1.yaml:20:13: error: 'apiVersion' must be agentctl/v1 or openslo/v1, not 'openslo/v2'. "
                                + "Did you mean openslo/v1?");
    }

    @Test
    void aFileThatIsNoYamlDoesNotHideTheMistakesOfOthers() {
        assertThat(findings("a: [1,", "apiVersion: openslo/v1\nkind: Slo\n"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("file1.yaml:1:6: error: ");
    }

    @Test
    void whatIsNotRightIsRefusedWithAllMistakes() {
        MonitoringReader.Result result = read("kind: SLO", "kind: SLI");

        assertThat(result.sound()).isFalse();
        assertThatThrownBy(() -> result.require("slos")).isInstanceOfSatisfying(AgentctlException.class, refused -> {
            assertThat(refused).hasMessage("slos: 2 mistakes");
            assertThat(refused.advice().lines()).hasSize(2);
        });
    }

    /** By processor time, for others may be busy on this machine; the best of some, for the first measure the JVM. */
    @Test
    void twoHundredObjectivesAreReadInAMoment() {
        String all = IntStream.range(0, 200)
                .mapToObj(
                        index -> slo(RATIO + "  objectives: [{target: 0.99}]\n").replace("checkout", "slo-" + index))
                .collect(Collectors.joining("---\n"));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        Duration best = Duration.ofDays(1);
        for (int reading = 0; reading < 5; reading++) {
            long before = threads.getCurrentThreadCpuTime();
            assertThat(read(all).objectives()).hasSize(200);
            Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertThat(best).isLessThan(Duration.ofMillis(500));
    }
}
