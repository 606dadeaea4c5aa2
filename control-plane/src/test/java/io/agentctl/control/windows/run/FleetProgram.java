package io.agentctl.control.windows.run;

import io.agentctl.control.windows.WindowFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A run over a fleet, to be started several times at once. Its arguments: the endpoint, a folder, the instant to ask
 * about, and a file that gets a line for each service.
 */
final class FleetProgram {

    private static final WindowFile FLEET = new Nights(Set.of("service-*"), 0, false).file();

    private FleetProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (WindowsBench bench = new WindowsBench(URI.create(arguments[0]), Path.of(arguments[1]))) {
            ApplyWindows.Result result = bench.run(Instant.parse(arguments[2]), FLEET);
            Files.write(
                    Path.of(arguments[3]),
                    result.services().stream().map(FleetProgram::line).toList());
        }
    }

    private static String line(ServiceOutcome outcome) {
        Optional<String> failure = outcome.error().map(error -> "failed: " + error.message());
        return outcome.service() + " " + outcome.deed() + " " + failure.orElse(outcome.why());
    }
}
