package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendException.Repeat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What an HTTP status says about the request and the target (RFC 9110, section 15; RFC 6585 for 429). */
final class HttpStatusRule {

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private HttpStatusRule() {}

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    static BackendException problem(String backend, HttpResponse response) {
        int status = response.getCode();
        String message = "The back end %s answered %d".formatted(backend, status);
        return switch (status) {
            case 429, 503 -> BackendException.overloaded(message, retryAfter(response, Instant.now()), null);
            case 502, 504 -> BackendException.unavailable(message, retryAfter(response, Instant.now()));
            case 401, 403, 407 ->
                BackendException.failed(message + ": it does not let the runtime in", Repeat.NEVER, null);
            case 408, 425 -> BackendException.failed(message, Repeat.IF_IDEMPOTENT, null);
            default -> other(status, message);
        };
    }

    private static BackendException other(int status, String message) {
        if (status >= 400 && status < 500) {
            return BackendException.rejected(message, null);
        }
        if (status >= 300 && status < 400) {
            return BackendException.failed(message + ": redirects are not followed", Repeat.NEVER, null);
        }
        return BackendException.failed(message, Repeat.IF_IDEMPOTENT, null);
    }

    /** Seconds, or a date; zero where there is neither. */
    static Duration retryAfter(HttpResponse response, Instant now) {
        Header header = response.getFirstHeader("Retry-After");
        return header == null ? Duration.ZERO : retryAfter(header.getValue(), now);
    }

    static Duration retryAfter(String text, Instant now) {
        Duration wait;
        try {
            wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException ignored) {
            return Duration.ZERO;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
    }
}
