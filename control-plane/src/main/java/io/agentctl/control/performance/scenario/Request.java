package io.agentctl.control.performance.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What is sent. Path, header values and body may have places such as <code>{{user}}</code>, which each request fills
 * from its row of the data.
 *
 * @param method of HTTP
 * @param path below the target, with a query perhaps; nothing to send to the target's own
 * @param headers in order
 * @param body empty for none
 * @param data rows, used in turn; empty for none
 * @param timeout from sending a request to the end of its answer, and for opening a connection
 * @param protocol of HTTP
 */
public record Request(
        String method,
        Optional<String> path,
        SequencedMap<String, String> headers,
        String body,
        List<Map<String, String>> data,
        Duration timeout,
        Protocol protocol) {

    /** How long a request may take where nobody says. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    /** The methods that may be sent. */
    public static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Set<String> OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect");

    /** Another token does not make another test. */
    private static final Set<String> SECRET = Set.of("authorization", "cookie", "x-api-key");

    public Request {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "'" + method + "' is none of " + METHODS.stream().sorted().toList());
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a timeout is over 0 and up to an hour");
        }
        headers.forEach(Request::check);
        headers = new LinkedHashMap<>(headers);
        data = List.copyOf(data);
    }

    /** A version of HTTP. */
    public enum Protocol {
        /** One request at a time on a connection that is kept. */
        HTTP_1_1("HTTP/1.1"),
        /** Many at a time on few connections. */
        HTTP_2("HTTP/2");

        private final String text;

        Protocol(String text) {
            this.text = text;
        }

        /**
         * Reads {@code http/1.1} or {@code http/2}.
         *
         * @throws IllegalArgumentException for anything else
         */
        public static Protocol parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "http/1.1", "1.1", "http1" -> HTTP_1_1;
                case "http/2", "2", "http2", "h2" -> HTTP_2;
                default -> throw new IllegalArgumentException("'" + text + "' is neither http/1.1 nor http/2");
            };
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Everything of it that makes it another test, for a digest. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(path.orElse("")).append(' ').append(protocol);
        text.append("\ntimeout ").append(timeout).append('\n');
        headers.forEach((name, value) -> text.append(name.toLowerCase(Locale.ROOT))
                .append(": ")
                .append(SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "" : value)
                .append('\n'));
        return text.append("body ")
                .append(body)
                .append("\ndata ")
                .append(data)
                .append('\n')
                .toString();
    }

    private static void check(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a header");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header " + name + " is set by what sends requests, not by hand");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c > '~')) {
            throw new IllegalArgumentException("header " + name + " may have printable ASCII alone");
        }
    }

    /** Tokens must not get into a log. */
    @Override
    public String toString() {
        return method + " " + path.orElse("") + " (" + headers.size() + " headers, " + body.length()
                + " characters of body)";
    }
}
