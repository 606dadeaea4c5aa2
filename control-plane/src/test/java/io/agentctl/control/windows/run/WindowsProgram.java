package io.agentctl.control.windows.run;

import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A run of the windows, to be killed at it. Its arguments: the endpoint, a folder, the instant to ask about. */
final class WindowsProgram {

    private WindowsProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (WindowsBench bench = new WindowsBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.run(Instant.parse(arguments[2]));
        }
    }
}
