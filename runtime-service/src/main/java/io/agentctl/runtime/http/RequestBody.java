package io.agentctl.runtime.http;

import io.agentctl.runtime.http.Problem.Kind;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads the body of a request, as far as it is allowed to go. */
final class RequestBody {

    /** The length of a chunked body. */
    static final int UNKNOWN = -1;

    private static final String JSON = "application/json";
    private static final int FIRST_GUESS = 4096;

    private final int limit;
    private final ArrivalGuard guard;

    /** A reader of bodies of at most so many bytes. */
    RequestBody(int limit, ArrivalGuard guard) {
        this.limit = limit;
        this.guard = guard;
    }

    /**
     * Refuses what need not be read to be refused.
     *
     * @return the length that the request states, or {@link #UNKNOWN}
     */
    int check(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!isJson(type)) {
            throw new ProblemException(Problem.of(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    type.isEmpty() ? "there is no Content-Type" : "the Content-Type is " + type));
        }
        return declaredLength(request);
    }

    /** Nobody is going to read it. */
    void forgo() {
        guard.arrived();
    }

    /** Reads the body of a request that was checked, and states that length. */
    byte[] read(ServerRequest request, int length) {
        if (!request.content().hasEntity()) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, "", "the body is empty"));
        }
        int guess = length == UNKNOWN ? FIRST_GUESS : length;
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = new byte[guess];
            int filled = 0;
            while (true) {
                if (filled == bytes.length) {
                    int next = in.read();
                    if (next < 0) {
                        return bytes;
                    }
                    if (filled == limit) {
                        throw tooLarge();
                    }
                    bytes = Arrays.copyOf(bytes, Math.min(limit, filled * 2 + 1));
                    bytes[filled++] = (byte) next;
                }
                int read = in.read(bytes, filled, bytes.length - filled);
                if (read < 0) {
                    return Arrays.copyOf(bytes, filled);
                }
                filled += read;
            }
        } catch (IOException cut) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, "", "the body ends too early"));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(Problem.of(Kind.BAD_FRAMING, "a chunk of the body has no length"));
        } finally {
            guard.arrived();
        }
    }

    /** The server accepts a negative length, and takes -1 for a chunked body. */
    private int declaredLength(ServerRequest request) {
        Optional<String> header = request.headers().first(HeaderNames.CONTENT_LENGTH);
        if (header.isEmpty()) {
            return UNKNOWN;
        }
        String text = header.get();
        long length = 0;
        for (int index = 0; index < text.length(); index++) {
            char digit = text.charAt(index);
            if (digit < '0' || digit > '9') {
                throw new ProblemException(Problem.of(Kind.BAD_FRAMING, "the Content-Length is no length"));
            }
            length = Math.min(Integer.MAX_VALUE, length * 10 + digit - '0');
        }
        if (length > limit) {
            throw tooLarge();
        }
        return (int) length;
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(Kind.TOO_LARGE, "the body may have " + limit + " bytes")
                .with("limit", limit));
    }

    private static boolean isJson(String type) {
        if (type.equals(JSON)) {
            return true;
        }
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equals(JSON);
    }
}
