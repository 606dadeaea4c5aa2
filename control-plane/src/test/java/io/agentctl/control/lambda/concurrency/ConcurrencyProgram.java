package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Keeps another number ready, to be killed at it. Its arguments: the endpoint, the journal's folder. */
final class ConcurrencyProgram {

    private ConcurrencyProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (ConcurrencyBench bench = new ConcurrencyBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.plan(ConcurrencyBench.HELD, 7));
        }
    }
}
