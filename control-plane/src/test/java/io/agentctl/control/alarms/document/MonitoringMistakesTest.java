package io.agentctl.control.alarms.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Placeholders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with files of objectives and alarms: all of it at once, with its place. */
class MonitoringMistakesTest {

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
}
