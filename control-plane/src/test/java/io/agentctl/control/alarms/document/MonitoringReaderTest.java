package io.agentctl.control.alarms.document;

import static org.assertj.core.api.Assertions.assertThat;
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
