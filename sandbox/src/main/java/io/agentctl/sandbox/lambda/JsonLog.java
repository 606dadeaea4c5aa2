package io.agentctl.sandbox.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.ApplicationLogLevel;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;

/** What an invocation writes to a log of the JSON format: the platform's events, and one line of the function's own. */
final class JsonLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<ApplicationLogLevel> TALKATIVE =
            EnumSet.of(ApplicationLogLevel.TRACE, ApplicationLogLevel.DEBUG, ApplicationLogLevel.INFO);
    private static final double CENTS = 100;

    private final Invocation invocation;
    private final LoggingConfig logging;

    JsonLog(Invocation invocation, LoggingConfig logging) {
        this.invocation = invocation;
        this.logging = logging;
    }

    String text() {
        // At WARN the platform tells of nothing that went well, the report included.
        boolean platform = logging.systemLogLevel() != SystemLogLevel.WARN;
        StringBuilder log = new StringBuilder();
        if (platform) {
            log.append(event("platform.start", start())).append('\n');
        }
        log.append(invocation.output().log());
        if (invocation.ending() != Invocation.Ending.ANSWERED) {
            log.append(own("ERROR", invocation.errorMessage())).append('\n');
        } else if (TALKATIVE.contains(logging.applicationLogLevel())) {
            log.append(own("INFO", "answered")).append('\n');
        }
        if (platform) {
            log.append(event("platform.report", report())).append('\n');
        }
        return log.toString();
    }

    private ObjectNode event(String type, ObjectNode detail) {
        ObjectNode event = MAPPER.createObjectNode().put("time", time()).put("type", type);
        event.set("record", detail);
        return event;
    }

    private ObjectNode own(String level, String message) {
        return MAPPER.createObjectNode()
                .put("timestamp", time())
                .put("level", level)
                .put("requestId", invocation.requestId())
                .put("message", message);
    }

    private ObjectNode start() {
        return MAPPER.createObjectNode()
                .put("requestId", invocation.requestId())
                .put("version", invocation.version().version());
    }

    private ObjectNode report() {
        ObjectNode metrics = MAPPER.createObjectNode()
                .put("durationMs", Math.rint(invocation.millis() * CENTS) / CENTS)
                .put("billedDurationMs", invocation.billedMillis())
                .put("memorySizeMB", invocation.version().memorySize())
                .put("maxMemoryUsedMB", invocation.memoryUsed());
        invocation.initMillis().ifPresent(init -> metrics.put("initDurationMs", Math.rint(init * CENTS) / CENTS));
        ObjectNode report = MAPPER.createObjectNode().put("requestId", invocation.requestId());
        report.set("metrics", metrics);
        return switch (invocation.ending()) {
            case ANSWERED, FAILED -> report.put("status", "success");
            case TIMED_OUT -> report.put("status", "timeout");
            case OUT_OF_MEMORY -> report.put("status", "error").put("errorType", "Runtime.OutOfMemory");
        };
    }

    private String time() {
        Instant time = invocation.begun().truncatedTo(ChronoUnit.MILLIS);
        return time.toString();
    }
}
