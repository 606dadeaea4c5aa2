package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.Pace;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many services at once: as few calls as CloudWatch's limits allow. */
class FleetIT {

    /** Two weeks at five minutes. */
    private static final int POINTS = 14 * 24 * 12;

    private static final int STATISTICS = 5;
    private static final int POINTS_A_CALL = 100_800;

    @Test
    void twentyFourServicesAreReadInTheFewestCalls() {
        assertFewestCalls(24);
    }

    @Test
    @Tag("extended")
    void fiveHundredServicesAreReadInTheFewestCalls() {
        assertFewestCalls(500);
    }

    @Test
    void whatIsReadAtOnceFillsWholeCallsWhateverTheLookBack() {
        for (int days : new int[] {1, 3, 7, 14, 30, 60}) {
            int periods = days * 24 * 12;
            int queries = UsageObserver.servicesAtOnce(periods) * STATISTICS;
            assertThat(queries % MetricsGateway.queriesPerCall(periods))
                    .as(days + " days")
                    .isZero();
        }
    }

    private static void assertFewestCalls(int services) {
        World world = World.parse("{history: 14d, fleet: {count: " + services + "}}", Path.of("."));
        try (Sandbox sandbox = Sandbox.start(world);
                AwsClients aws = new AwsClients(AwsSettings.sandbox(sandbox.endpoint(), "us-east-1"))) {
            RightsizeServices.Result result = rightsizing(aws)
                    .run(
                            new RightsizeServices.Request(
                                    Services.allOf("fleet"), Duration.ofDays(14), RiskAppetite.MEDIUM, Budgets.DEFAULT),
                            ProgressListener.SILENT);

            assertThat(result.services()).hasSize(services);
            assertThat(result.services())
                    .extracting(ServiceAdvice::finding)
                    .contains(Finding.OVER, Finding.UNDER, Finding.RIGHT);
            assertThat(sandbox.calls().of("monitoring", "GetMetricData"))
                    .hasSize(Math.ceilDiv(services * STATISTICS * POINTS, POINTS_A_CALL));
        }
    }

    private static RightsizeServices rightsizing(AwsClients aws) {
        MetricsGateway metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(4));
        EcsWiring ecs = new EcsWiring(
                aws, new ScalingWiring(aws).gateway(), metrics, Services.allOf("fleet"), Clock.systemUTC(), Pace.USUAL);
        return new RightsizeServices(
                new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient),
                ecs.gateway(),
                ecs.observer(),
                metrics,
                new SizeHistory(ecs.gateway(), ecs.deployments()),
                () -> PriceTables.shipped().forRegion("us-east-1"),
                Clock.systemUTC());
    }
}
