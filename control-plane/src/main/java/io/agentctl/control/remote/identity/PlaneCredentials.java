package io.agentctl.control.remote.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.remote.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Signs in at a control plane once and shows the session from then on: an AWS identity is proved anew for every use, by
 * a call of STS. A control plane of this machine may ask nobody who they are; then nothing is shown. Safe to use from
 * many threads.
 */
public final class PlaneCredentials implements Credentials {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** A session is renewed before it ends under a request. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");
    private static final int MOST_CHARACTERS = 64 * 1024;
    /** What passes: too many requests at once, and what load balancers answer while no instance does. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final int OK = 200;
    private static final int NOT_SIGNED_IN = 401;

    private final URI plane;
    private final Supplier<Map<String, String>> proof;
    private final InstantSource clock;
    private Map<String, String> shown;
    private Instant until = Instant.MIN;

    /**
     * Signs in nowhere yet.
     *
     * @param plane the control plane's URL
     * @param proof headers that prove who calls, for one request
     */
    public PlaneCredentials(URI plane, Supplier<Map<String, String>> proof, InstantSource clock) {
        this.plane = plane.toString().endsWith("/") ? plane : URI.create(plane + "/");
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, String> headers() throws IOException {
        if (shown == null || !clock.instant().isBefore(until.minus(MARGIN))) {
            signIn();
        }
        return shown;
    }

    /** Of two requests that are refused at once, the second one finds what the first one has renewed. */
    @Override
    public synchronized boolean refused(Map<String, String> headers) {
        if (headers.equals(shown)) {
            shown = null;
        }
        return true;
    }

    private void signIn() throws IOException {
        if (LOOPBACK.matcher(plane.getHost()).matches()
                && ask("GET", "v1/about", Map.of(), "").status() == OK) {
            shown = Map.of();
            until = Instant.MAX;
            return;
        }
        Answer answer = ask("POST", "v1/session", proof.get(), "{\"cookie\":false}");
        if (PASSING.contains(answer.status())) {
            throw new IOException("could not sign in, it answered " + answer.status() + detail(answer));
        }
        if (answer.status() != OK) {
            throw refused(answer);
        }
        JsonNode session = JsonText.read("the session", answer.text());
        shown = Map.of("Authorization", "Session " + session.path("secret").asText());
        until = Instant.parse(session.path("expiresAt").asText());
    }

    private AgentctlException refused(Answer answer) {
        return new AgentctlException(
                answer.status() == NOT_SIGNED_IN ? ErrorCode.NOT_SIGNED_IN : ErrorCode.UNREACHABLE,
                "the control plane at " + plane + " does not let this caller sign in (" + answer.status() + ")"
                        + detail(answer),
                "Set AGENTCTL_TOKEN to a token of it, or sign in with AWS as somebody it knows.");
    }

    /** What is no problem document came from something in between, whose words say nothing here. */
    private static String detail(Answer answer) {
        try {
            return ": " + JsonText.read("problem", answer.text()).path("detail").asText();
        } catch (AgentctlException ignored) {
            return "";
        }
    }

    private record Answer(int status, String text) {

        @Override
        public String toString() {
            return "Answer[" + status + ", ***]";
        }
    }

    /** No redirects: they could take the proof elsewhere. */
    private Answer ask(String method, String path, Map<String, String> headers, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) plane.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(ANSWER.toMillis()));
        headers.forEach(connection::setRequestProperty);
        if (!body.isEmpty()) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Answer(
                    status, in == null ? "" : new String(in.readNBytes(MOST_CHARACTERS), StandardCharsets.UTF_8));
        }
    }

    @Override
    public String toString() {
        return "a session at " + plane;
    }
}
