package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Changes what an objective of Application Signals counts in, which takes making it anew, and adds another; to be
 * killed at it. Its arguments: the endpoint, the journal's folder.
 */
final class SignalsProgram {

    private SignalsProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (AlarmBench bench = new AlarmBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.planTelling(
                            List.of(
                                    SomeObjectives.ofEvents("availability", 0.999, List.of(), 10)
                                            .keptBy(Backend.APPLICATION_SIGNALS),
                                    SomeObjectives.ofEvents("another", 0.99, List.of(), 10)
                                            .keptBy(Backend.APPLICATION_SIGNALS)),
                            List.of())
                    .plan());
        }
    }
}
