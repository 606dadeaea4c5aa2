package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.applicationsignals.model.BurnRateConfiguration;
import software.amazon.awssdk.services.applicationsignals.model.ConflictException;
import software.amazon.awssdk.services.applicationsignals.model.CreateServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.EvaluationType;
import software.amazon.awssdk.services.applicationsignals.model.MetricDataQuery;
import software.amazon.awssdk.services.applicationsignals.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelIndicatorComparisonOperator;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjectiveSummary;
import software.amazon.awssdk.services.applicationsignals.model.Tag;
import software.amazon.awssdk.services.applicationsignals.model.ValidationException;

/**
 * Objectives of Application Signals as the SDK sets and reads them. No other emulation knows them: what is expected is
 * what the service model says.
 */
class SignalsIT {

    private final Sandbox sandbox = Sandbox.start(World.parse("history: 1h", Path.of(".")));
    private final ApplicationSignalsClient signals = Clients.of(ApplicationSignalsClient.builder(), sandbox);

    @AfterEach
    void stop() {
        signals.close();
        sandbox.close();
    }

    private static MetricDataQuery p95(String metric) {
        return MetricDataQuery.builder()
                .id("figure")
                .metricStat(
                        stat -> stat.metric(name -> name.namespace("acme/API").metricName(metric))
                                .period(60)
                                .stat("p95"))
                .returnData(true)
                .build();
    }

    private static CreateServiceLevelObjectiveRequest latency(String name) {
        return CreateServiceLevelObjectiveRequest.builder()
                .name(name)
                .description("fast answers")
                .sliConfig(config -> config.sliMetricConfig(metric -> metric.metricDataQueries(p95("ResponseTime")))
                        .metricThreshold(500.0)
                        .comparisonOperator(ServiceLevelIndicatorComparisonOperator.LESS_THAN_OR_EQUAL_TO))
                .burnRateConfigurations(BurnRateConfiguration.builder()
                        .lookBackWindowMinutes(60)
                        .build())
                .tags(Tag.builder().key("team").value("runtime").build())
                .build();
    }

    private ServiceLevelObjective read(String id) {
        return signals.getServiceLevelObjective(request -> request.id(id)).slo();
    }

    @Test
    void whatIsLeftOutOfAnObjectiveIsAsTheModelSays() {
        signals.createServiceLevelObjective(latency("acme-latency"));

        ServiceLevelObjective made = read("acme-latency");

        assertThat(made.arn()).isEqualTo("arn:aws:application-signals:us-east-1:111122223333:slo/acme-latency");
        assertThat(made.evaluationType()).isEqualTo(EvaluationType.PERIOD_BASED);
        assertThat(made.goal().attainmentGoal()).isEqualTo(99);
        assertThat(made.goal().warningThreshold()).isEqualTo(50);
        assertThat(made.goal().interval().rollingInterval().duration()).isEqualTo(7);
        assertThat(made.sli().sliMetric().metricDataQueries()).containsExactly(p95("ResponseTime"));
        assertThat(read(made.arn())).isEqualTo(made);
        assertThatThrownBy(() -> signals.createServiceLevelObjective(latency("acme-latency")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anUpdateKeepsWhatItLeavesOutAndTheKindStays() {
        signals.createServiceLevelObjective(latency("acme-latency"));

        // The client over URLConnection knows no PATCH; the aws command's test sends it.
        sandbox.signals().updateServiceLevelObjective(request -> request.id("acme-latency")
                .goal(goal -> goal.attainmentGoal(99.5)));

        assertThat(read("acme-latency").goal().attainmentGoal()).isEqualTo(99.5);
        assertThat(read("acme-latency").description()).isEqualTo("fast answers");
        assertThat(read("acme-latency").burnRateConfigurations()).hasSize(1);
        sandbox.signals().updateServiceLevelObjective(request -> request.id("acme-latency")
                .burnRateConfigurations(List.of()));
        assertThat(read("acme-latency").burnRateConfigurations()).isEmpty();
        assertThatThrownBy(() -> sandbox.signals().updateServiceLevelObjective(request -> request.id("acme-latency")
                        .requestBasedSliConfig(config -> config.requestBasedSliMetricConfig(
                                metric -> metric.totalRequestCountMetric(p95("ResponseTime"))))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("cannot become request-based");
    }

    @Test
    void requestsAreCountedByTheirGoodOrTheirBad() {
        signals.createServiceLevelObjective(request -> request.name("acme-availability")
                .requestBasedSliConfig(config ->
                        config.requestBasedSliMetricConfig(metric -> metric.totalRequestCountMetric(p95("All"))
                                .monitoredRequestCountMetric(monitored -> monitored.badCountMetric(p95("Bad"))))));

        assertThat(read("acme-availability").evaluationType()).isEqualTo(EvaluationType.REQUEST_BASED);
        assertThat(read("acme-availability")
                        .requestBasedSli()
                        .requestBasedSliMetric()
                        .monitoredRequestCountMetric()
                        .badCountMetric())
                .containsExactly(p95("Bad"));
    }

    @Test
    void tagsAreSetReadAndTakenAway() {
        signals.createServiceLevelObjective(latency("acme-latency"));
        String arn = read("acme-latency").arn();

        signals.tagResource(request -> request.resourceArn(arn)
                .tags(Tag.builder().key("stage").value("prod").build()));
        signals.untagResource(request -> request.resourceArn(arn).tagKeys("team"));

        assertThat(signals.listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .containsExactly(Tag.builder().key("stage").value("prod").build());
    }

    @Test
    void allAreListedPageByPageAndWhatIsDeletedIsGone() {
        for (int i = 0; i < 5; i++) {
            signals.createServiceLevelObjective(latency("acme-" + i));
        }
        signals.deleteServiceLevelObjective(request -> request.id("acme-2"));

        assertThat(signals.listServiceLevelObjectivesPaginator(request -> request.maxResults(2))
                        .sloSummaries())
                .extracting(ServiceLevelObjectiveSummary::name)
                .containsExactly("acme-0", "acme-1", "acme-3", "acme-4");
        assertThatThrownBy(() -> read("acme-2")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> signals.createServiceLevelObjective(request -> request.name("no indicator")))
                .isInstanceOf(ValidationException.class);
    }
}
