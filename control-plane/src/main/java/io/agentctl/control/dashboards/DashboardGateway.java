package io.agentctl.control.dashboards;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;

/** Reads and writes dashboards. */
final class DashboardGateway {

    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    DashboardGateway(Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /** The body of a dashboard as it was put, if there is one of this name. */
    Optional<String> body(String name) {
        try {
            return Optional.of(calls.call("read dashboard " + name, () -> cloudWatch
                    .get()
                    .getDashboard(request -> request.dashboardName(name))
                    .dashboardBody()));
        } catch (AgentctlException failure) {
            if (failure.getCause() instanceof DashboardNotFoundErrorException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** How many dashboards the account has in the region. */
    int count() {
        int count = 0;
        String token = null;
        do {
            ListDashboardsRequest request =
                    ListDashboardsRequest.builder().nextToken(token).build();
            ListDashboardsResponse response =
                    calls.call("list dashboards", () -> cloudWatch.get().listDashboards(request));
            count += response.dashboardEntries().size();
            token = response.nextToken();
        } while (token != null && !token.isEmpty());
        return count;
    }

    void put(String name, String body) {
        calls.call("put dashboard " + name, () -> cloudWatch.get().putDashboard(request -> request.dashboardName(name)
                .dashboardBody(body)));
    }

    void delete(String name) {
        calls.call(
                "delete dashboard " + name,
                () -> cloudWatch.get().deleteDashboards(request -> request.dashboardNames(name)));
    }
}
