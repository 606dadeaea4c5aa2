package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** What CloudWatch does with metric alarms, whoever plays it; alarms are there from one test to the next. */
interface AlarmContract {
    /** A client of whoever plays CloudWatch. */
    CloudWatchClient cloudWatch();

    private void put(String name, double threshold, Tag... tags) {
        cloudWatch().putMetricAlarm(request -> request.alarmName(name)
                .alarmDescription("over " + threshold)
                .namespace("contract")
                .metricName("m")
                .dimensions(Dimension.builder().name("Service").value("api").build())
                .statistic(Statistic.AVERAGE)
                .period(300)
                .evaluationPeriods(2)
                .datapointsToAlarm(1)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData("notBreaching")
                .alarmActions("arn:aws:sns:us-east-1:111122223333:pages")
                .tags(tags));
    }

    private List<MetricAlarm> named(String... names) {
        return cloudWatch().describeAlarms(request -> request.alarmNames(names)).metricAlarms();
    }

    @Test
    default void anAlarmIsDescribedAsItWasPut() {
        put("put", 5);
        MetricAlarm alarm = named("put").getFirst();

        assertThat(alarm.stateValue()).isIn(StateValue.INSUFFICIENT_DATA, StateValue.OK);
        assertThat(alarm.alarmDescription()).isEqualTo("over 5.0");
        assertThat(alarm.threshold()).isEqualTo(5);
        assertThat(alarm.period()).isEqualTo(300);
        assertThat(alarm.evaluationPeriods()).isEqualTo(2);
        assertThat(alarm.datapointsToAlarm()).isEqualTo(1);
        assertThat(alarm.treatMissingData()).isEqualTo("notBreaching");
        assertThat(alarm.dimensions().getFirst().value()).isEqualTo("api");
        assertThat(alarm.alarmActions()).containsExactly("arn:aws:sns:us-east-1:111122223333:pages");
        assertThat(alarm.alarmArn()).endsWith(":alarm:put");
    }

    @Test
    default void puttingAgainOverwrites() {
        put("again", 5);
        put("again", 7);

        assertThat(named("again")).extracting(MetricAlarm::threshold).containsExactly(7.0);
    }

    @Test
    default void alarmsAreFoundByPrefixAndDeleted() {
        put("found-a", 1);
        put("found-b", 1);
        assertThat(cloudWatch()
                        .describeAlarms(request -> request.alarmNamePrefix("found-"))
                        .metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactlyInAnyOrder("found-a", "found-b");

        cloudWatch().deleteAlarms(request -> request.alarmNames("found-a", "found-b"));
        assertThat(named("found-a", "found-b")).isEmpty();
    }

    @Test
    default void aStateIsSetWithItsReason() {
        put("set", 5);
        cloudWatch()
                .setAlarmState(request ->
                        request.alarmName("set").stateValue(StateValue.ALARM).stateReason("a test"));

        assertThat(named("set").getFirst().stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(named("set").getFirst().stateReason()).isEqualTo("a test");
        // Not by the class: two errors of the model share this code, and the SDK makes the dashboards' one of both.
        assertThatThrownBy(() -> cloudWatch().setAlarmState(request -> request.alarmName("lost")
                        .stateValue(StateValue.OK)
                        .stateReason("a test")))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFound"));
    }

    @Test
    default void tagsAreKeptWithAnAlarm() {
        put("tagged", 5, Tag.builder().key("owner").value("agentctl").build());
        String arn = named("tagged").getFirst().alarmArn();
        cloudWatch().tagResource(request -> request.resourceARN(arn)
                .tags(Tag.builder().key("tier").value("page").build()));
        cloudWatch().untagResource(request -> request.resourceARN(arn).tagKeys("owner"));

        assertThat(cloudWatch()
                        .listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .extracting(Tag::value)
                .containsExactly("page");
    }

    @Test
    default void dashboardsAreKeptAsTheyArePut() {
        String body = "{\"widgets\": [{\"type\": \"text\", \"x\": 0, \"y\": 0, \"width\": 6, \"height\": 3,"
                + " \"properties\": {\"markdown\": \"# runtime\"}}]}";
        cloudWatch().putDashboard(request -> request.dashboardName("contract").dashboardBody(body));

        assertThat(cloudWatch()
                        .getDashboard(request -> request.dashboardName("contract"))
                        .dashboardBody())
                .isEqualTo(body);
        cloudWatch().deleteDashboards(request -> request.dashboardNames("contract"));
        assertThat(cloudWatch()
                        .listDashboards(request -> request.dashboardNamePrefix("contract"))
                        .dashboardEntries())
                .isEmpty();
    }
}
