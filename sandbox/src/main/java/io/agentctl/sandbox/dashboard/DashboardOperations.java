package io.agentctl.sandbox.dashboard;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.time.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;

/** The operations on dashboards. Thread-safe. */
public final class DashboardOperations {
    private static final int PAGE = 1000;
    private static final int MOST_DELETED = 100;

    private final Simulation simulation;
    private final Arns arns;
    private final Map<String, Stored> dashboards = new TreeMap<>();

    /** An account without dashboards. */
    public DashboardOperations(Simulation simulation, Arns arns) {
        this.simulation = simulation;
        this.arns = arns;
    }

    private record Stored(String body, Instant modified) {}

    private <T> T now(Supplier<T> look) {
        return simulation.now(look);
    }

    /** {@code PutDashboard}: takes a body with doubtful parts, and says which they are. */
    public PutDashboardResponse put(PutDashboardRequest request) {
        String name = request.dashboardName() == null ? "" : request.dashboardName();
        if (!name.matches("[A-Za-z0-9_-]{1,255}")) {
            throw CloudWatchErrors.invalidDashboard(
                    "The dashboard name must have 1 to 255 characters, which are letters, digits, \"-\" and \"_\".",
                    List.of());
        }
        List<DashboardValidationMessage> doubts = DashboardBody.check(request.dashboardBody());
        return now(() -> {
            dashboards.put(name, new Stored(request.dashboardBody(), simulation.instant()));
            return PutDashboardResponse.builder()
                    .dashboardValidationMessages(doubts)
                    .build();
        });
    }

    /** {@code GetDashboard}. */
    public GetDashboardResponse get(GetDashboardRequest request) {
        return now(() -> GetDashboardResponse.builder()
                .dashboardName(request.dashboardName())
                .dashboardArn(arn(request.dashboardName()))
                .dashboardBody(find(request.dashboardName()).body())
                .build());
    }

    /** {@code ListDashboards}. */
    public ListDashboardsResponse list(ListDashboardsRequest request) {
        String prefix = request.dashboardNamePrefix() == null ? "" : request.dashboardNamePrefix();
        return now(() -> {
            List<DashboardEntry> entries = dashboards.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .map(entry -> DashboardEntry.builder()
                            .dashboardName(entry.getKey())
                            .dashboardArn(arn(entry.getKey()))
                            .lastModified(entry.getValue().modified())
                            .size((long) entry.getValue().body().getBytes(StandardCharsets.UTF_8).length)
                            .build())
                    .toList();
            try {
                Page<DashboardEntry> page = Page.of(entries, request.nextToken(), PAGE);
                return ListDashboardsResponse.builder()
                        .dashboardEntries(page.items())
                        .nextToken(page.nextToken())
                        .build();
            } catch (IllegalArgumentException e) {
                throw CloudWatchErrors.invalidValue("NextToken: " + e.getMessage());
            }
        });
    }

    /** {@code DeleteDashboards}: all of them, or none when one is not there. */
    public DeleteDashboardsResponse delete(DeleteDashboardsRequest request) {
        if (request.dashboardNames().isEmpty() || request.dashboardNames().size() > MOST_DELETED) {
            throw CloudWatchErrors.invalidValue("DashboardNames must have 1 to 100 names.");
        }
        return now(() -> {
            request.dashboardNames().forEach(this::find);
            dashboards.keySet().removeAll(request.dashboardNames());
            return DeleteDashboardsResponse.builder().build();
        });
    }

    private Stored find(String name) {
        Stored stored = name == null ? null : dashboards.get(name);
        if (stored == null) {
            throw CloudWatchErrors.noDashboard(name);
        }
        return stored;
    }

    private String arn(String name) {
        return "arn:aws:cloudwatch::" + arns.account() + ":dashboard/" + name;
    }
}
