package io.agentctl.sandbox.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;

/** What an invocation writes to its log, as {@code LogType=Tail} returns it. */
final class LogTail {
    private static final int KEPT = 4096;

    private LogTail() {}

    /** The last 4 KB in base64. */
    static String of(Invocation invocation) {
        byte[] log = text(invocation).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(log, Math.max(0, log.length - KEPT), log.length));
    }

    private static String text(Invocation invocation) {
        LoggingConfig logging = invocation.version().loggingConfig();
        return logging.logFormat() == LogFormat.JSON ? new JsonLog(invocation, logging).text() : plain(invocation);
    }

    private static String plain(Invocation invocation) {
        String id = invocation.requestId();
        StringBuilder log = new StringBuilder(KEPT);
        log.append("START RequestId: %s Version: %s\n"
                .formatted(id, invocation.version().version()));
        log.append(invocation.output().log());
        if (invocation.ending() != Invocation.Ending.ANSWERED) {
            log.append("%s: %s\n".formatted(invocation.errorType(), invocation.errorMessage()));
        }
        log.append("END RequestId: %s\n".formatted(id));
        return log.append(report(invocation)).append('\n').toString();
    }

    private static String report(Invocation invocation) {
        String line = String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: %d MB",
                invocation.requestId(),
                invocation.millis(),
                invocation.billedMillis(),
                invocation.version().memorySize(),
                invocation.memoryUsed());
        String init = invocation.initMillis().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "\tInit Duration: %.2f ms",
                        invocation.initMillis().getAsDouble())
                : "";
        return line + init + status(invocation);
    }

    private static String status(Invocation invocation) {
        return switch (invocation.ending()) {
            case ANSWERED, FAILED -> "";
            case TIMED_OUT -> "\tStatus: timeout";
            case OUT_OF_MEMORY -> "\tStatus: error\tError Type: Runtime.OutOfMemory";
        };
    }
}
