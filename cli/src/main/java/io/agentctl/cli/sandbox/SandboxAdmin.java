package io.agentctl.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The administration of a running sandbox, over HTTP under {@code /_sandbox/}.
 *
 * @param endpoint where it listens
 */
public record SandboxAdmin(URI endpoint) {

    private static final int ANSWERED = 200;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 60_000;

    /** How it is. */
    public SandboxStatus status() {
        return SandboxStatus.of(ask("GET", "status", ""));
    }

    /** Asks it to end; it answers before it does. */
    void stop() {
        ask("POST", "stop", "");
    }

    /** Begins its world anew; faults and calls are forgotten. */
    public SandboxStatus reset() {
        return SandboxStatus.of(ask("POST", "reset", ""));
    }

    /**
     * Begins another world.
     *
     * @param world the world's document, beside which its CSV files are
     * @throws AgentctlException BAD_DOCUMENT if it cannot be read or is refused
     */
    public SandboxStatus load(Path world, OptionalLong seed) {
        String query = "load?directory=" + URLEncoder.encode(folder(world), StandardCharsets.UTF_8)
                + (seed.isPresent() ? "&seed=" + seed.getAsLong() : "");
        return SandboxStatus.of(ask("POST", query, read(world), ErrorCode.BAD_DOCUMENT));
    }

    /** The faults that are on. */
    public List<Fault> faults() {
        return faults(ask("GET", "faults", ""));
    }

    /** Turns a fault on. */
    public List<Fault> add(Fault fault) {
        return faults(ask("POST", "faults", fault.json()));
    }

    /** Turns all faults off. */
    public List<Fault> clearFaults() {
        return faults(ask("DELETE", "faults", ""));
    }

    /** What its clock says. */
    public SandboxClock.Reading clock() {
        return reading(ask("GET", "clock", ""));
    }

    /** Moves its clock ahead. */
    public SandboxClock.Reading advance(Duration by) {
        return reading(ask("POST", "clock", "{\"advance\":\"" + SandboxStatus.words(by) + "\"}"));
    }

    /** The calls that it has answered. */
    public List<SandboxCalls.Call> calls(SandboxCalls.Request request) {
        List<SandboxCalls.Call> calls = new ArrayList<>();
        String query = "calls?since=" + request.since() + "&mutating=" + request.mutating() + "&service="
                + URLEncoder.encode(request.service(), StandardCharsets.UTF_8);
        ask("GET", query, "").path("calls").forEach(call -> calls.add(SandboxCalls.Call.of(call)));
        return calls;
    }

    /** Forgets the calls. */
    public void clearCalls() {
        ask("DELETE", "calls", "");
    }

    private static List<Fault> faults(JsonNode answer) {
        List<Fault> faults = new ArrayList<>();
        answer.path("faults").forEach(fault -> faults.add(Fault.of(fault)));
        answer.path("rollouts").forEach(fault -> faults.add(Fault.of(fault)));
        return faults;
    }

    private static SandboxClock.Reading reading(JsonNode answer) {
        return new SandboxClock.Reading(
                Instant.parse(answer.path("now").asText()),
                Duration.ofMillis(answer.path("clockOffsetMillis").asLong()));
    }

    private JsonNode ask(String method, String path, String body) {
        return ask(method, path, body, ErrorCode.USAGE);
    }

    private JsonNode ask(String method, String path, String body, ErrorCode refused) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    endpoint.resolve("/_sandbox/" + path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setRequestMethod(method);
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            return answer(connection, refused);
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    "the sandbox at " + endpoint + " does not answer: " + e.getMessage(),
                    "See 'agentctl sandbox status', or start it with 'agentctl sandbox start'.",
                    null,
                    e);
        }
    }

    private static JsonNode answer(HttpURLConnection connection, ErrorCode refused) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status == ANSWERED ? connection.getInputStream() : connection.getErrorStream()) {
            JsonNode answer = new ObjectMapper().readTree(in == null ? InputStream.nullInputStream() : in);
            if (status != ANSWERED) {
                throw new AgentctlException(
                        refused, "the sandbox refused: " + answer.path("error").asText("HTTP " + status), "");
            }
            return answer;
        }
    }

    private static String folder(Path world) {
        return world.toAbsolutePath().getParent().toString();
    }

    private static String read(Path world) {
        return TextFile.read(world)
                .map(TextFile::text)
                .orElseThrow(() -> new AgentctlException(ErrorCode.BAD_DOCUMENT, "there is no file " + world, ""));
    }
}
