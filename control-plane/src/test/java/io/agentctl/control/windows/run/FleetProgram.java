package io.agentctl.control.windows.run;

import io.agentctl.control.windows.WindowRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run over many services, to be started several times at once. Its arguments: the endpoint, a folder, the instant to
 * ask about, how many services, and a file that gets a line for each service.
 */
final class FleetProgram {

    private FleetProgram() {}

    static List<String> services(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("service-%04d"::formatted)
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        WindowRules rules = new Nights(
                services(Integer.parseInt(arguments[3])).stream().collect(Collectors.toUnmodifiableSet()), 0, false);
        try (WindowsBench bench = new WindowsBench(URI.create(arguments[0]), Path.of(arguments[1]))) {
            ApplyWindows.Result result = bench.run(Instant.parse(arguments[2]), rules);
            Files.write(
                    Path.of(arguments[4]),
                    result.services().stream().map(FleetProgram::line).toList());
        }
    }

    private static String line(ServiceOutcome outcome) {
        Optional<String> failure = outcome.error().map(error -> "failed: " + error.message());
        return outcome.service() + " " + outcome.deed() + " " + failure.orElse(outcome.why());
    }
}
