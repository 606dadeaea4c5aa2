package io.agentctl.control.capacity;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Switches a table, to be killed at it. Its arguments: the endpoint, the journal's folder, the table, the mode. */
final class SwitchProgram {

    private SwitchProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (CapacityBench bench = new CapacityBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.planSwitch(new TableName(arguments[2]), Mode.parse(arguments[3]))
                    .plan());
        }
    }
}
