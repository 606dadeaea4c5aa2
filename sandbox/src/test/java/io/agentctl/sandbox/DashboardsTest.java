package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;

/** Dashboards over HTTP, as the SDK's client puts and reads them. */
class DashboardsTest {
    private static final String BODY =
            """
            {"widgets": [{"type": "metric", "x": 0, "y": 0, "width": 12, "height": 6, "properties":
            {"region": "us-east-1", "metrics": [["AWS/ECS", "CPUUtilization"]]}}, {"type": "text", "properties": {"markdown": "# a"}}]}""";

    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(7));
    private final CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), sandbox);

    @AfterEach
    void stop() {
        cloudWatch.close();
        sandbox.close();
    }

    private void put(String name, String body) {
        cloudWatch.putDashboard(request -> request.dashboardName(name).dashboardBody(body));
    }

    @Test
    void aDashboardIsReadAsItWasPut() {
        put("runtime", BODY);
        put("other", "{\"widgets\": []}");

        assertThat(cloudWatch
                        .getDashboard(request -> request.dashboardName("runtime"))
                        .dashboardBody())
                .isEqualTo(BODY);
        assertThat(cloudWatch
                        .listDashboards(request -> request.dashboardNamePrefix("run"))
                        .dashboardEntries())
                .extracting(DashboardEntry::dashboardArn)
                .containsExactly("arn:aws:cloudwatch::111122223333:dashboard/runtime");
        cloudWatch.deleteDashboards(request -> request.dashboardNames("runtime"));
        assertThatThrownBy(() -> cloudWatch.getDashboard(request -> request.dashboardName("runtime")))
                .isInstanceOf(DashboardNotFoundErrorException.class);
    }

    @Test
    void faultsAreToldWithTheirPaths() {
        assertThatThrownBy(() -> put(
                        "d",
                        "{\"widgets\": [{\"type\": \"gauge\"}, {\"type\": \"text\", \"width\": 25,"
                                + " \"properties\": {}}]}"))
                .isInstanceOf(DashboardInvalidInputErrorException.class)
                .hasMessageContaining("/widgets/0/type")
                .hasMessageContaining("/widgets/1/width")
                .hasMessageContaining("/widgets/1/properties");
        assertThatThrownBy(() -> put("d", "[")).isInstanceOf(DashboardInvalidInputErrorException.class);
        assertThatThrownBy(() -> put("a b", BODY)).isInstanceOf(DashboardInvalidInputErrorException.class);
    }

    @Test
    void doubtsAreToldAndTheDashboardIsSaved() {
        String doubtful = BODY.replace("\"region\"", "\"stats\": [], \"region\"");
        assertThat(cloudWatch
                        .putDashboard(request -> request.dashboardName("d").dashboardBody(doubtful))
                        .dashboardValidationMessages())
                .extracting(DashboardValidationMessage::dataPath)
                .containsExactly("/widgets/0/properties/stats");
        assertThat(cloudWatch
                        .getDashboard(request -> request.dashboardName("d"))
                        .dashboardBody())
                .isEqualTo(doubtful);
    }
}
