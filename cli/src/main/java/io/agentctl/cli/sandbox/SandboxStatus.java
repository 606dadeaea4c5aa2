package io.agentctl.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.output.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the sandbox is.
 *
 * @param pid its process
 * @param endpoint to send AWS calls to
 * @param now its time
 * @param clockOffset how far that is ahead of this machine's
 * @param seed of its world
 * @param functionsRun the Lambda functions whose code it runs; the others follow their models
 * @param dynamoDb whether DynamoDB is ready
 */
public record SandboxStatus(
        long pid,
        URI endpoint,
        Instant now,
        Duration clockOffset,
        long seed,
        List<String> functionsRun,
        String dynamoDb) {

    public SandboxStatus {
        functionsRun = List.copyOf(functionsRun);
    }

    static SandboxStatus of(JsonNode status) {
        List<String> functionsRun = new ArrayList<>();
        status.path("functionsRun").forEach(name -> functionsRun.add(name.asText()));
        return new SandboxStatus(
                status.path("pid").asLong(),
                URI.create(status.path("endpoint").asText()),
                Instant.parse(status.path("now").asText()),
                Duration.ofMillis(status.path("clockOffsetMillis").asLong()),
                status.path("seed").asLong(),
                functionsRun,
                status.path("dynamoDb").asText());
    }

    void layout(Page page) {
        page.line("The sandbox answers at " + endpoint + " (process " + pid + ").");
        page.line("Its clock says " + now + (clockOffset.isZero() ? "." : ", " + words(clockOffset) + " ahead."));
        page.line("World of seed " + seed + "; DynamoDB is " + dynamoDb + ".");
        page.line(
                functionsRun.isEmpty()
                        ? "Lambda functions follow their models: there is no code to run."
                        : "Lambda functions follow their models, but for these, whose code is run: "
                                + String.join(", ", functionsRun) + ".");
    }

    /** A duration as options take it, such as {@code 2d3h}. */
    static String words(Duration duration) {
        String words = part(duration.toDaysPart(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return words.isEmpty() ? "0s" : words;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
