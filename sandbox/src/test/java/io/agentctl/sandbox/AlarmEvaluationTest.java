package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms that are decided as time goes by. */
class AlarmEvaluationTest {
    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");

    private final ManualClock clock = new ManualClock(START.toString());
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final CloudWatchClient cloudWatch = sandbox.cloudWatch();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void alarm(String name, Consumer<PutMetricAlarmRequest.Builder> more) {
        cloudWatch.putMetricAlarm(request -> {
            request.alarmName(name)
                    .namespace("t")
                    .metricName(name)
                    .statistic("Average")
                    .period(60)
                    .evaluationPeriods(2)
                    .threshold(10.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
            more.accept(request);
        });
    }

    private void composite(Consumer<PutCompositeAlarmRequest.Builder> more) {
        cloudWatch.putCompositeAlarm(request -> {
            request.alarmName("c").alarmRule("ALARM(a)");
            more.accept(request);
        });
    }

    /** Puts values from the start on, one a minute; NaN for none. */
    private void minutes(String name, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                MetricDatum datum = MetricDatum.builder()
                        .metricName(name)
                        .value(values[i])
                        .timestamp(START.plusSeconds(60L * i))
                        .build();
                cloudWatch.putMetricData(request -> request.namespace("t").metricData(datum));
            }
        }
    }

    private StateValue state(String name) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(name))
                .metricAlarms()
                .getFirst()
                .stateValue();
    }

    private CompositeAlarm composite() {
        return cloudWatch
                .describeAlarms(request -> request.alarmTypes(AlarmType.COMPOSITE_ALARM))
                .compositeAlarms()
                .getFirst();
    }

    private List<AlarmHistoryItem> history(String name, HistoryItemType type) {
        return cloudWatch
                .describeAlarmHistory(request -> request.alarmName(name)
                        .historyItemType(type)
                        .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .alarmHistoryItems();
    }

    @Test
    void aJumpOfTheClockDecidesEveryMinuteInOrder() {
        alarm("a", request -> {});
        minutes("a", 1, 20, 20, 20, 1, 1);
        clock.advance(Duration.ofMinutes(6));

        List<AlarmHistoryItem> changes = history("a", HistoryItemType.STATE_UPDATE);
        assertThat(changes)
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactly(
                        "Alarm updated from INSUFFICIENT_DATA to OK",
                        "Alarm updated from OK to ALARM",
                        "Alarm updated from ALARM to OK");
        assertThat(changes)
                .extracting(AlarmHistoryItem::timestamp)
                .containsExactly(START.plusSeconds(60), START.plusSeconds(180), START.plusSeconds(300));
        assertThat(changes.get(1).historyData())
                .contains("\"oldState\":{\"stateValue\":\"OK\"")
                .contains("\"recentDatapoints\":[20.0,20.0]")
                .contains("\"startDate\":\"2026-11-24T15:01:00.000+0000\"");
        assertThat(cloudWatch.describeAlarms().metricAlarms().getFirst().stateReason())
                .startsWith("Threshold Crossed: 1 out of the last 2 datapoints [1.0, 20.0]");
    }

    @Test
    void percentilesOfFewSamplesAreLeftAloneWhereTheAlarmSaysSo() {
        alarm("few", request -> request.statistic((String) null)
                .extendedStatistic("p90")
                .evaluationPeriods(1)
                .evaluateLowSampleCountPercentile("ignore"));
        MetricDatum.Builder datum = MetricDatum.builder().metricName("few").values(20.0);
        cloudWatch.putMetricData(request -> request.namespace("t")
                .metricData(
                        datum.counts(99.0).timestamp(START).build(),
                        datum.counts(101.0).timestamp(START.plusSeconds(60)).build()));
        clock.advance(Duration.ofMinutes(1));
        assertThat(state("few")).isEqualTo(StateValue.INSUFFICIENT_DATA);
        clock.advance(Duration.ofMinutes(1));
        assertThat(state("few")).isEqualTo(StateValue.ALARM);
    }

    @SuppressWarnings("unchecked") // Several builders at once are the SDK's generic varargs.
    @Test
    void mathIsDecidedOverItsMetrics() {
        cloudWatch.putMetricAlarm(request -> request.alarmName("math")
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .metrics(
                        query -> query.id("bad").returnData(false).metricStat(stat -> stat.period(60)
                                .stat("Sum")
                                .metric(metric -> metric.namespace("t").metricName("bad"))),
                        query -> query.id("all").returnData(false).metricStat(stat -> stat.period(60)
                                .stat("Sum")
                                .metric(metric -> metric.namespace("t").metricName("all"))),
                        query -> query.id("rate").expression("IF(all > 10, 100 * bad / all)")));
        minutes("bad", 1, 9);
        minutes("all", 5, 100);
        clock.advance(Duration.ofMinutes(1));
        assertThat(state("math")).isEqualTo(StateValue.INSUFFICIENT_DATA);
        clock.advance(Duration.ofMinutes(1));
        assertThat(state("math")).isEqualTo(StateValue.ALARM);
    }

    @SuppressWarnings("unchecked") // Several builders at once are the SDK's generic varargs.
    @Test
    void alarmsOnWhatTheWorldSimulatesAreDecidedToo() {
        alarm("busy", request -> request.namespace("AWS/ECS")
                .metricName("CPUUtilization")
                .dimensions(
                        dimension -> dimension.name("ClusterName").value("agent-runtime"),
                        dimension -> dimension.name("ServiceName").value("governance-sync"))
                .threshold(1.0));
        clock.advance(Duration.ofMinutes(3));
        assertThat(state("busy")).isEqualTo(StateValue.ALARM);
    }

    @Test
    void shortPeriodsAreDecidedBetweenMinutes() {
        alarm("quick", request -> request.period(10).evaluationPeriods(1));
        MetricDatum datum = MetricDatum.builder()
                .metricName("quick")
                .value(99.0)
                .storageResolution(1)
                .timestamp(START.plusSeconds(12))
                .build();
        cloudWatch.putMetricData(request -> request.namespace("t").metricData(datum));
        clock.advance(Duration.ofSeconds(20));
        assertThat(state("quick")).isEqualTo(StateValue.ALARM);
        assertThat(history("quick", HistoryItemType.STATE_UPDATE).getFirst().timestamp())
                .isEqualTo(START.plusSeconds(20));
    }

    @Test
    void compositesFollowTheirChildrenAtTheSameMoment() {
        alarm("a", request -> {});
        composite(request -> {});
        minutes("a", 20, 20, 1, 1);
        assertThat(composite().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
        clock.advance(Duration.ofSeconds(1));
        assertThat(composite().stateValue()).isEqualTo(StateValue.OK);
        clock.advance(Duration.ofMinutes(3));

        assertThat(history("c", HistoryItemType.STATE_UPDATE))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactly(
                        "Alarm updated from INSUFFICIENT_DATA to OK",
                        "Alarm updated from OK to ALARM",
                        "Alarm updated from ALARM to OK");
        assertThat(composite().stateReason()).contains(":alarm:a transitioned to OK at Tuesday 24 November, 2026");
    }

    @Test
    void aSetStateHoldsUntilTheNextDecision() {
        alarm("a", request -> {});
        composite(request -> {});
        minutes("a", 1, 1, 1);
        clock.advance(Duration.ofMinutes(1));
        cloudWatch.setAlarmState(
                request -> request.alarmName("a").stateValue(StateValue.ALARM).stateReason("a test"));

        assertThat(state("a")).isEqualTo(StateValue.ALARM);
        assertThat(composite().stateValue()).isEqualTo(StateValue.ALARM);
        clock.advance(Duration.ofMinutes(1));
        assertThat(state("a")).isEqualTo(StateValue.OK);
        assertThat(composite().stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void actionsThatNobodyCarriesOutAreNoted() {
        String action = "arn:aws:lambda:us-east-1:111122223333:function:agent-runtime-reasoning";
        alarm("a", request -> request.alarmActions(action));
        minutes("a", 20, 20);
        clock.advance(Duration.ofMinutes(2));

        assertThat(history("a", HistoryItemType.ACTION))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactly("Failed to execute action " + action);
    }

    @Test
    void aSuppressorHoldsActionsBackUntilItsExtensionIsOver() {
        String action = "arn:aws:lambda:us-east-1:111122223333:function:agent-runtime-reasoning";
        alarm("a", request -> {});
        alarm("quiet", request -> {});
        composite(request -> request.alarmActions(action)
                .actionsSuppressor("quiet")
                .actionsSuppressorWaitPeriod(90)
                .actionsSuppressorExtensionPeriod(120));
        minutes("a", 20, 20, 20, 20, 20, 20, 20, 20, 20);
        minutes("quiet", 1, 20, 20, 20, 1, 1, 1, 1, 1);

        clock.advance(Duration.ofMinutes(2));
        assertThat(composite().actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.WAIT_PERIOD);
        clock.advance(Duration.ofMinutes(1));
        assertThat(composite().actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.ALARM);
        clock.advance(Duration.ofMinutes(2));
        assertThat(composite().actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.EXTENSION_PERIOD);
        clock.advance(Duration.ofMinutes(2));
        assertThat(composite().actionsSuppressedBy()).isNull();
        AlarmHistoryItem last = history("c", HistoryItemType.ACTION).getLast();
        assertThat(last.historySummary()).isEqualTo("Failed to execute action " + action);
        assertThat(last.timestamp()).isEqualTo(START.plusSeconds(420));
    }

    @Test
    void alarmsInACycleAreNoLongerDecided() {
        alarm("a", request -> {});
        composite(request -> {});
        cloudWatch.putCompositeAlarm(request -> request.alarmName("d").alarmRule("ALARM(c)"));
        clock.advance(Duration.ofSeconds(2));
        composite(request -> request.alarmRule("ALARM(a) OR ALARM(d)"));
        minutes("a", 20, 20, 20);
        clock.advance(Duration.ofMinutes(3));

        assertThat(state("a")).isEqualTo(StateValue.ALARM);
        assertThat(composite().stateValue()).isEqualTo(StateValue.OK);
    }
}
