package io.agentctl.control.lambda.invocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.race.Outcome;
import java.util.Optional;

/** Tells how an invocation that failed came to its end, from its answer and its report. */
final class InvocationError {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String OUT_OF_MEMORY = "Runtime.OutOfMemory";
    private static final String KILLED = "signal: killed";

    private InvocationError() {}

    /**
     * How it ended. Lambda says {@code Task timed out after 3.00 seconds}; for want of memory it says
     * {@code Runtime.OutOfMemory}, or only that the runtime was killed, with all of the memory used (Lambda Developer
     * Guide, "Troubleshoot invocation issues").
     */
    static Outcome outcome(String answer, Optional<ReportLine> report) {
        JsonNode error = tree(answer);
        String type = error.path("errorType").asText();
        String message = error.path("errorMessage").asText();
        String status = report.map(ReportLine::status).orElse("");
        if (status.equals("timeout") || message.contains("Task timed out after")) {
            return Outcome.TIMED_OUT;
        }
        boolean said = type.equals(OUT_OF_MEMORY)
                || report.filter(found -> found.errorType().equals(OUT_OF_MEMORY))
                        .isPresent();
        boolean killed = message.contains(KILLED)
                && report.filter(InvocationError::allMemoryUsed).isPresent();
        return said || killed ? Outcome.OUT_OF_MEMORY : Outcome.FUNCTION_ERROR;
    }

    private static boolean allMemoryUsed(ReportLine report) {
        return report.memorySizeMb() > 0 && report.maxMemoryUsedMb().orElse(0) >= report.memorySizeMb();
    }

    private static JsonNode tree(String answer) {
        try {
            JsonNode tree = MAPPER.readTree(answer);
            return tree == null ? MAPPER.createObjectNode() : tree;
        } catch (JsonProcessingException ignored) {
            return MAPPER.createObjectNode();
        }
    }
}
