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

    private static final String JSON = "application/json";
    private static final int FIRST_GUESS = 4096;
    private static final int LONGEST_NUMBER = 18;

    private final int limit;
    private final BodyGuard guard;

    /** A reader of bodies of at most so many bytes. */
    RequestBody(int limit, BodyGuard guard) {
        this.limit = limit;
        this.guard = guard;
    }

    /** Refuses what need not be read to be refused. */
    void check(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!isJson(type)) {
            throw new ProblemException(Problem.of(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    type.isEmpty() ? "there is no Content-Type" : "the Content-Type is " + type));
        }
        declaredLength(request);
    }

    byte[] read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, "", "the body is empty"));
        }
        int guess = declaredLength(request).orElse(FIRST_GUESS);
        guard.begin();
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = new byte[guess];
            int length = 0;
            while (true) {
                if (length == bytes.length) {
                    int next = in.read();
                    if (next < 0) {
                        return bytes;
                    }
                    if (length == limit) {
                        throw tooLarge();
                    }
                    bytes = Arrays.copyOf(bytes, Math.min(limit, length * 2 + 1));
                    bytes[length++] = (byte) next;
                }
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return Arrays.copyOf(bytes, length);
                }
                length += read;
            }
        } catch (IOException cut) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, "", "the body ends too early"));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(Problem.of(Kind.BAD_FRAMING, "a chunk of the body has no length"));
        } finally {
            guard.end();
        }
    }

    /** The server accepts a negative length, and takes -1 for a chunked body. */
    private Optional<Integer> declaredLength(ServerRequest request) {
        Optional<String> header = request.headers().first(HeaderNames.CONTENT_LENGTH);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String text = header.get();
        if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new ProblemException(Problem.of(Kind.BAD_FRAMING, "the Content-Length is no length"));
        }
        long length = Long.parseLong(text);
        if (length > limit) {
            throw tooLarge();
        }
        return Optional.of((int) length);
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
