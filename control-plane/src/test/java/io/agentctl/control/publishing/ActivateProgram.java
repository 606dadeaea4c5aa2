package io.agentctl.control.publishing;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Activates the second version, to be killed at it. Its arguments: the endpoint, the table, the journal's folder. */
final class ActivateProgram {

    private ActivateProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (PublishingBench bench = new PublishingBench(
                URI.create(arguments[0]),
                arguments[1],
                Path.of(arguments[2]),
                "alice",
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.planActivation(PublishingBench.CAP, 2, new PlanActivation.Manner.Full()), false);
        }
    }
}
