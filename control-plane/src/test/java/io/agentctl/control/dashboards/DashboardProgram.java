package io.agentctl.control.dashboards;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Changes a dashboard, to be killed at it. Its arguments: the endpoint, the journal's folder. */
final class DashboardProgram {

    private DashboardProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (DashboardBench bench = new DashboardBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.plan("api", "worker"));
        }
    }
}
