package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import io.agentctl.sandbox.world.WorldFormatException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms as they are defined, described, tagged and deleted. */
class AlarmsTest {
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:";

    private final ManualClock clock = new ManualClock("2026-11-24T15:00:00Z");
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final CloudWatchClient cloudWatch = sandbox.cloudWatch();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void put(String name, Consumer<PutMetricAlarmRequest.Builder> more) {
        cloudWatch.putMetricAlarm(request -> {
            request.alarmName(name)
                    .namespace("t")
                    .metricName("m")
                    .statistic(Statistic.AVERAGE)
                    .period(60)
                    .evaluationPeriods(1)
                    .threshold(1.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
            more.accept(request);
        });
    }

    private void put(String name) {
        put(name, request -> {});
    }

    private void composite(String name, String rule) {
        cloudWatch.putCompositeAlarm(request -> request.alarmName(name).alarmRule(rule));
    }

    private List<String> names() {
        return cloudWatch.describeAlarms().metricAlarms().stream()
                .map(MetricAlarm::alarmName)
                .toList();
    }

    private static void assertRefused(String part, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
            assertThat(e.getMessage()).contains(part);
        });
    }

    @SuppressWarnings("unchecked") // Several builders at once are the SDK's generic varargs.
    @Test
    void anAlarmIsDescribedAsItWasPut() {
        put("latency", request -> request.alarmDescription("slow")
                .treatMissingData("notBreaching")
                .alarmActions("arn:aws:sns:us-east-1:111122223333:pages")
                .dimensions(dimension -> dimension.name("Service").value("api")));
        MetricAlarm alarm = cloudWatch.describeAlarms().metricAlarms().getFirst();

        assertThat(alarm.alarmArn()).isEqualTo(ARN + "latency");
        assertThat(alarm.stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
        assertThat(alarm.stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        assertThat(alarm.actionsEnabled()).isTrue();
        assertThat(alarm.treatMissingData()).isEqualTo("notBreaching");
        assertThat(alarm.dimensions()).hasSize(1);
        assertThat(alarm.alarmActions()).containsExactly("arn:aws:sns:us-east-1:111122223333:pages");
        assertThat(alarm.alarmConfigurationUpdatedTimestamp()).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    }

    @Test
    void puttingAgainOverwritesAllButTheStateAndTheTags() {
        put("a", request -> request.alarmDescription("first")
                .tags(Tag.builder().key("owner").value("agentctl").build()));
        cloudWatch.setAlarmState(
                request -> request.alarmName("a").stateValue(StateValue.ALARM).stateReason("testing"));
        put("a", request -> request.threshold(5.0)
                .tags(Tag.builder().key("owner").value("somebody").build()));
        MetricAlarm alarm = cloudWatch.describeAlarms().metricAlarms().getFirst();

        assertThat(alarm.alarmDescription()).isNull();
        assertThat(alarm.threshold()).isEqualTo(5.0);
        assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(cloudWatch
                        .listTagsForResource(request -> request.resourceARN(ARN + "a"))
                        .tags())
                .extracting(Tag::value)
                .containsExactly("agentctl");
    }

    @Test
    void tagsAreSetAndTakenAway() {
        put("a");
        cloudWatch.tagResource(request -> request.resourceARN(ARN + "a")
                .tags(
                        Tag.builder().key("x").value("1").build(),
                        Tag.builder().key("y").value("2").build()));
        cloudWatch.untagResource(request -> request.resourceARN(ARN + "a").tagKeys("x"));

        assertThat(cloudWatch
                        .listTagsForResource(request -> request.resourceARN(ARN + "a"))
                        .tags())
                .extracting(Tag::key)
                .containsExactly("y");
        assertThatThrownBy(() -> cloudWatch.listTagsForResource(request -> request.resourceARN(ARN + "lost")))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused("EvaluationPeriods", () -> put("a", request -> request.datapointsToAlarm(2)));
        assertRefused("multiple of 60", () -> put("a", request -> request.period(45)));
        assertRefused(
                "more than a day", () -> put("a", request -> request.period(300).evaluationPeriods(289)));
        assertRefused(
                "more than a week",
                () -> put("a", request -> request.period(3600).evaluationPeriods(169)));
        assertRefused("treat-missing-data", () -> put("a", request -> request.treatMissingData("zero")));
        assertRefused("percentile", () -> put("a", request -> request.evaluateLowSampleCountPercentile("ignore")));
        assertRefused("Exactly one of Statistic", () -> put("a", request -> request.extendedStatistic("p99")));
        assertRefused("Invalid arn syntax: page me", () -> put("a", request -> request.alarmActions("page me")));
        assertRefused("less than or equal to 255", () -> put("a".repeat(256)));
        assertRefused(
                "less than or equal to 1024", () -> put("a", request -> request.alarmDescription("d".repeat(1025))));
        assertRefused(
                "anomaly detection",
                () -> put("a", request -> request.comparisonOperator(ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD)));
        assertThat(names()).isEmpty();
    }

    @Test
    void mathIsCheckedBeforeItIsSaved() {
        assertRefused("at column 6", () -> math("m1 / m2"));
        assertRefused(
                "Exactly one element",
                () -> cloudWatch.putMetricAlarm(request ->
                        ofMath(request, "m1 / 2").metrics(metric("m1", 60, true), expression("e1", "m1 / 2"))));
        assertRefused(
                "one period",
                () -> cloudWatch.putMetricAlarm(request -> ofMath(request, "m1 / 2")
                        .metrics(metric("m1", 60, false), metric("m2", 300, false), expression("e1", "m1 / m2"))));
        math("100 * m1");
        assertThat(cloudWatch.describeAlarms().metricAlarms().getFirst().metrics())
                .hasSize(2);
    }

    private void math(String expression) {
        cloudWatch.putMetricAlarm(request -> ofMath(request, expression));
    }

    private static PutMetricAlarmRequest.Builder ofMath(PutMetricAlarmRequest.Builder request, String expression) {
        return request.alarmName("math")
                .metrics(metric("m1", 60, false), expression("e1", expression))
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
    }

    private static MetricDataQuery metric(String id, int period, boolean returned) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(returned)
                .metricStat(stat -> stat.period(period).stat("Sum").metric(name -> name.namespace("t")
                        .metricName(id)))
                .build();
    }

    private static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder().id(id).expression(expression).build();
    }

    @Test
    void listsMetricAlarmsOnlyUnlessAskedOtherwise() {
        put("a", request -> request.okActions("arn:aws:sns:us-east-1:111122223333:quiet"));
        put("b-1");
        composite("c", "ALARM(a) OR ALARM(b-1)");
        composite("d", "ALARM(\"" + ARN + "c\")");

        assertThat(names()).containsExactly("a", "b-1");
        assertThat(cloudWatch
                        .describeAlarms(request -> request.alarmTypes(AlarmType.COMPOSITE_ALARM))
                        .compositeAlarms())
                .extracting(CompositeAlarm::alarmName)
                .containsExactly("c", "d");
        assertThat(cloudWatch
                        .describeAlarms(request -> request.alarmNamePrefix("b"))
                        .metricAlarms())
                .hasSize(1);
        assertThat(cloudWatch
                        .describeAlarms(request -> request.actionPrefix("arn:aws:sns"))
                        .metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactly("a");
        DescribeAlarmsResponse children = cloudWatch.describeAlarms(request -> request.childrenOfAlarmName("c"));
        assertThat(children.metricAlarms()).extracting(MetricAlarm::threshold).containsExactly(null, null);
        assertThat(cloudWatch
                        .describeAlarms(request -> request.parentsOfAlarmName("c"))
                        .compositeAlarms())
                .extracting(CompositeAlarm::alarmName)
                .containsExactly("d");
        assertThat(cloudWatch
                        .describeAlarmsForMetric(request ->
                                request.namespace("t").metricName("m").statistic(Statistic.AVERAGE))
                        .metricAlarms())
                .hasSize(2);
    }

    @Test
    void pagesAreOfMetricAndCompositeAlarmsTogether() {
        for (int i = 0; i < 7; i++) {
            put("m" + i);
        }
        composite("c", "ALARM(m0)");
        AlarmType[] both = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};
        DescribeAlarmsResponse first =
                cloudWatch.describeAlarms(request -> request.maxRecords(5).alarmTypes(both));
        DescribeAlarmsResponse second = cloudWatch.describeAlarms(
                request -> request.maxRecords(5).alarmTypes(both).nextToken(first.nextToken()));

        assertThat(first.compositeAlarms()).hasSize(1);
        assertThat(first.metricAlarms()).hasSize(4);
        assertThat(second.metricAlarms()).extracting(MetricAlarm::alarmName).containsExactly("m4", "m5", "m6");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void compositesNeedTheAlarmsThatTheyName() {
        put("a");
        assertRefused("alarms [b] in the alarm rule do not exist", () -> composite("c", "ALARM(a) AND ALARM(b)"));
        assertRefused("Error in AlarmRule", () -> composite("c", "ALARM(a) ALARM(a)"));
        assertRefused(
                "neither of them negative",
                () -> cloudWatch.putCompositeAlarm(request -> request.alarmName("c")
                        .alarmRule("ALARM(a)")
                        .actionsSuppressor("a")
                        .actionsSuppressorWaitPeriod(60)));
        assertRefused(
                "suppressor alarm [b] does not exist",
                () -> cloudWatch.putCompositeAlarm(request -> request.alarmName("c")
                        .alarmRule("ALARM(a)")
                        .actionsSuppressor("b")
                        .actionsSuppressorWaitPeriod(60)
                        .actionsSuppressorExtensionPeriod(60)));
        composite("c", "ALARM(a)");
        assertRefused("of another type", () -> put("c"));
    }

    @Test
    void whatOthersDependOnIsNotDeleted() {
        put("a");
        put("b");
        composite("c", "ALARM(a)");
        composite("d", "ALARM(b)");

        assertRefused("Cannot delete a as there are composite alarm(s) depending on it.", () -> delete("a"));
        assertRefused("At most one composite alarm", () -> delete("c", "d"));
        delete("c", "a", "never-there");
        assertThat(names()).containsExactly("b");
    }

    private void delete(String... names) {
        cloudWatch.deleteAlarms(request -> request.alarmNames(names));
    }

    @Test
    void actionsAreSwitchedOffAndOn() {
        put("a");
        cloudWatch.disableAlarmActions(request -> request.alarmNames("a"));
        assertThat(cloudWatch.describeAlarms().metricAlarms().getFirst().actionsEnabled())
                .isFalse();
        cloudWatch.enableAlarmActions(request -> request.alarmNames("a"));
        assertThat(cloudWatch.describeAlarms().metricAlarms().getFirst().actionsEnabled())
                .isTrue();
        assertThat(cloudWatch
                        .describeAlarmHistory(request -> request.alarmName("a"))
                        .alarmHistoryItems())
                .extracting(item -> item.historySummary())
                .containsExactly("Alarm \"a\" updated", "Alarm \"a\" updated", "Alarm \"a\" created");
    }

    @Test
    void aWorldBeginsWithItsAlarms() {
        World world = World.parse(
                """
                history: 1h
                alarms:
                  - {AlarmName: slow, Namespace: acme/API, MetricName: ResponseTime, ExtendedStatistic: p95,
                     Period: 300, EvaluationPeriods: 2, Threshold: 750, ComparisonOperator: GreaterThanThreshold}
                  - {AlarmName: page, AlarmRule: ALARM("slow")}
                """,
                Path.of("."));
        try (Sandbox seeded = Sandbox.start(world)) {
            DescribeAlarmsResponse there = seeded.cloudWatch()
                    .describeAlarms(request -> request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM));
            assertThat(there.metricAlarms().getFirst().threshold()).isEqualTo(750);
            assertThat(there.compositeAlarms().getFirst().alarmRule()).isEqualTo("ALARM(\"slow\")");
        }
        assertThatThrownBy(() -> Sandbox.start(World.parse("alarms: [{AlarmName: slow, Treshold: 1}]", Path.of("."))))
                .hasMessageContaining("alarms: slow: CloudWatch knows no Treshold");
        assertThatThrownBy(() -> Sandbox.start(World.parse("alarms: [{AlarmName: slow, Period: 60}]", Path.of("."))))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("alarms: slow: ");
    }
}
