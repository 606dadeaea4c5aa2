package io.agentctl.control.performance.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Why a request had no answer.
 *
 * @param kind by which failures are counted
 * @param detail in the words of who noticed
 */
public record Failure(Kind kind, String detail) {

    /** Kinds of failures. */
    public enum Kind {
        TIMEOUT("timeout"),
        CONNECT_TIMEOUT("connect timeout"),
        REFUSED("connection refused"),
        UNREACHABLE("no route"),
        RESET("connection reset"),
        CLOSED("connection closed"),
        TLS("TLS failure"),
        MALFORMED("malformed answer"),
        /** This machine has no more files or ports: the generator is at its end, not the target. */
        EXHAUSTED("generator out of connections"),
        /** It was due, but all connections were busy until the run was over. */
        NOT_SENT("not sent, all connections busy"),
        OTHER("other");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Failure of(Exception failure) {
        String detail = String.valueOf(failure.getMessage());
        return new Failure(
                switch (failure) {
                    case MalformedAnswerException ignored -> Kind.MALFORMED;
                    case SSLException ignored -> Kind.TLS;
                    case NoRouteToHostException ignored -> Kind.UNREACHABLE;
                    case EOFException ignored -> Kind.CLOSED;
                    case ConnectException ignored -> spoken(detail, Kind.REFUSED);
                    case IOException ignored -> spoken(detail, Kind.OTHER);
                    default -> Kind.OTHER;
                },
                detail);
    }

    /** The JDK tells these apart by the system's words alone. */
    private static Kind spoken(String detail, Kind otherwise) {
        String words = detail.toLowerCase(Locale.ROOT);
        if (words.contains("too many open files") || words.contains("assign requested address")) {
            return Kind.EXHAUSTED;
        }
        if (words.contains("refused")) {
            return Kind.REFUSED;
        }
        if (words.contains("timed out")) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (words.contains("unreachable") || words.contains("no route")) {
            return Kind.UNREACHABLE;
        }
        return words.contains("reset") || words.contains("broken pipe") ? Kind.RESET : otherwise;
    }
}
