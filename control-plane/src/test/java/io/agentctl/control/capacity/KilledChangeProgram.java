package io.agentctl.control.capacity;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Changes a table, to be killed at it. Its arguments: the endpoint, the journal's folder, the change. */
final class KilledChangeProgram {

    private KilledChangeProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (CapacityBench bench = new CapacityBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(KilledChange.valueOf(arguments[2]).plan(bench));
        }
    }
}
