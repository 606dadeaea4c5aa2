package io.agentctl.control.lambda;

import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Sweeps a function, to be killed at it. Its arguments: the endpoint, the journal's folder, and the sizes. */
final class SweepProgram {

    private SweepProgram() {}

    public static void main(String[] arguments) {
        Integer[] sizes = Arrays.stream(arguments).skip(2).map(Integer::valueOf).toArray(Integer[]::new);
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (FunctionBench bench = new FunctionBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries, operation -> !operation.equals("Invoke"))),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.sweep(FunctionBench.request(FunctionBench.RESIZER, sizes), ProgressListener.SILENT);
        }
    }
}
