package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the guide to what a runtime says of itself. */
class RuntimeGuideIT {

    private static final Guide GUIDE = Guide.read();
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(agentctl_\\w+?)(?:_bucket|_sum|_count)?(?:\\{| )");

    /** Its one back end is a port where nobody listens: what fails is measured, too. */
    private static final String CONFIGURATION =
            """
            backends: {echo: {target: "echo:"}, gone: {target: "http://127.0.0.1:1/", firstBackoff: 1ms, retryBudget: 0.01}}
            routes: {call_reasoning: echo, call_nobody: gone}
            telemetry: {accessLog: all, decisionLog: all}
            """;

    @TempDir
    Path folder;

    @Test
    void everyMetricAndEveryFieldOfALogIsListed() throws IOException, InterruptedException {
        try (TestRuntime runtime = TestRuntime.start(folder, CONFIGURATION)) {
            runtime.dispatch("{\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":9000}}");
            for (int i = 0; i < 40; i++) {
                runtime.dispatch("{\"intent\":\"call_nobody\"}");
            }
            Set<String> metrics = SAMPLE.matcher(runtime.get("/metrics").body())
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());

            // The one that is left out is that of a table.
            assertThat(GUIDE.table("metric", "labels", "what it is").stream()
                            .map(row -> row.getFirst())
                            .filter(name -> !name.equals("agentctl_records_dropped")))
                    .containsExactlyInAnyOrderElementsOf(metrics);
            fieldsAreListed(runtime.logWith("\"log\":\"decision\""));
        }
    }

    private static void fieldsAreListed(String log) throws IOException {
        Map<String, String> fields = GUIDE.table("log", "fields").stream()
                .collect(Collectors.toMap(row -> row.getFirst(), row -> row.get(1)));
        for (String line : log.lines().toList()) {
            JsonNode entry = new JsonMapper().readTree(line);
            Set<String> listed =
                    Guide.words(fields.get(entry.path("log").textValue())).collect(Collectors.toSet());
            entry.fieldNames().forEachRemaining(name -> assertThat(name.equals("log") || listed.contains(name))
                    .as(name + " in " + line)
                    .isTrue());
        }
    }

    @Test
    void everyEventIsListed() throws InterruptedException {
        try (TestRuntime runtime = TestRuntime.start(folder, "")) {
            assertThat(GUIDE.table("event", "when").stream().flatMap(row -> Guide.words(row.getFirst())))
                    .contains("runtime.started", "policies.enforced");
            assertThat(runtime.logWith("runtime.started")).contains("policies.enforced");
        }
    }
}
