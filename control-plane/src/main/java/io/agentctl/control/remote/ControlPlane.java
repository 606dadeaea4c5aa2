package io.agentctl.control.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.Endpoint.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A control plane as its callers reach it: one method for each thing that can be asked over HTTP. */
public final class ControlPlane {

    /** A server that is alive sends something at least every 15 s while a run is followed. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    /** What load balancers answer while no instance does. */
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private static final int UNKNOWN_CALLER = 401;

    private static final String RUNS = "v1/operations";

    private final String name;
    private final String version;
    private final URI url;
    private final Endpoint endpoint;
    private final Credentials credentials;

    /**
     * Makes a caller and calls nothing.
     *
     * @param name the context's, for messages
     * @param url where it is
     * @param version of this program, told to the server
     */
    public ControlPlane(String name, URI url, Credentials credentials, String version) {
        this.name = name;
        this.version = version;
        this.credentials = credentials;
        this.url = url.getPath().endsWith("/") ? url : URI.create(url + "/");
        this.endpoint = new Endpoint(this.url, SILENCE);
    }

    /** Where it is, with a slash at its end. */
    public URI url() {
        return url;
    }

    /**
     * What it says of itself.
     *
     * @throws AgentctlException UNREACHABLE if it does not answer
     */
    public About about() {
        return get("v1/about", About.class);
    }

    /**
     * What it answers at once to what changes nothing.
     *
     * @param path without a slash before it
     * @throws AgentctlException UNREACHABLE if it does not answer, or what it refuses with
     */
    public <T> T get(String path, Class<T> type) {
        try (Answer answer = ask(headers -> endpoint.get(path, headers))) {
            return read(answer, type);
        } catch (IOException cut) {
            throw unreachable(cut);
        }
    }

    /**
     * The same for what may change something.
     *
     * @throws AgentctlException UNREACHABLE if it does not answer; whether it was done is not known then
     */
    public <T> T post(String path, Record body, Class<T> type) {
        try (Answer answer = ask(headers -> endpoint.post(path, headers, JsonText.write(RecordTree.of(body))))) {
            return read(answer, type);
        } catch (IOException cut) {
            throw unreachable(cut);
        }
    }

    /**
     * Asks for a run.
     *
     * @param key asked twice with one key, it runs once
     */
    RunView begin(RunRequest request, String key) throws IOException {
        try (Answer answer = ask(headers -> {
            headers.put("Idempotency-Key", key);
            return endpoint.post(RUNS, headers, JsonText.write(RecordTree.of(request)));
        })) {
            return read(answer, RunView.class);
        }
    }

    RunView find(String id) throws IOException {
        try (Answer answer = ask(headers -> endpoint.get(RUNS + "/" + id, headers))) {
            return read(answer, RunView.class);
        }
    }

    RunView cancel(String id) throws IOException {
        try (Answer answer = ask(headers -> endpoint.post(RUNS + "/" + id + "/cancel", headers, "{}"))) {
            return read(answer, RunView.class);
        }
    }

    /** Follows a run from the event after {@code seen} on. */
    EventStream follow(String id, long seen) throws IOException {
        Answer answer = ask(headers -> {
            headers.put("Accept", "text/event-stream");
            headers.put("Last-Event-ID", Long.toString(seen));
            return endpoint.get(RUNS + "/" + id + "/events", headers);
        });
        if (!answer.good()) {
            try (answer) {
                throw refused(answer);
            }
        }
        return new EventStream(this, answer.body());
    }

    /** One request, given its headers. */
    private interface Asking {

        Answer with(Map<String, String> headers) throws IOException;
    }

    /** Who is no longer known shows once more who they are: a session may have ended with what remembered it. */
    private Answer ask(Asking asking) throws IOException {
        Map<String, String> shown = credentials.headers();
        Answer answer = asking.with(headers(shown));
        if (answer.status() != UNKNOWN_CALLER || !credentials.refused(shown)) {
            return explained(answer, shown);
        }
        answer.close();
        Map<String, String> anew = credentials.headers();
        return explained(asking.with(headers(anew)), anew);
    }

    /**
     * The JDK drops the words in which a sent document is refused to who is not known; a look is refused in the same.
     */
    private Answer explained(Answer answer, Map<String, String> shown) throws IOException {
        if (answer.status() != UNKNOWN_CALLER) {
            return answer;
        }
        Answer look = endpoint.get("v1/about", headers(shown));
        boolean same = look.status() == UNKNOWN_CALLER;
        (same ? answer : look).close();
        return same ? look : answer;
    }

    private Map<String, String> headers(Map<String, String> shown) {
        Map<String, String> headers = new HashMap<>(shown);
        headers.put("User-Agent", "agentctl/" + version);
        return headers;
    }

    private <T> T read(Answer answer, Class<T> type) throws IOException {
        if (!answer.good()) {
            throw refused(answer);
        }
        try {
            return RecordReader.read(JsonText.read("the answer of " + this, answer.text()), type);
        } catch (MisplacedException other) {
            throw otherVersion(other);
        }
    }

    /** The same error as if it had happened here. What is no problem document came from something in between. */
    private AgentctlException refused(Answer answer) throws IOException {
        Optional<RunFailure> problem = problem(answer.problem());
        if (problem.isPresent()) {
            return problem.get().exception();
        }
        if (PASSING.contains(answer.status())) {
            throw new IOException("what stands before it answered " + answer.status());
        }
        return new AgentctlException(
                answer.status() == UNKNOWN_CALLER ? ErrorCode.NOT_SIGNED_IN : ErrorCode.UNREACHABLE,
                this + " answered " + answer.status() + ", and not as a control plane does",
                "Is this the right URL? agentctl config contexts");
    }

    private static Optional<RunFailure> problem(String text) {
        try {
            JsonNode failure = JsonText.read("problem", text).path("failure");
            return failure.isObject() ? Optional.of(RecordReader.read(failure, RunFailure.class)) : Optional.empty();
        } catch (AgentctlException | MisplacedException ignored) {
            return Optional.empty();
        }
    }

    /** The error that nobody answers. */
    AgentctlException unreachable(IOException cut) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE,
                this + " cannot be reached: " + cut.getMessage(),
                "Is it running, and is this its URL? agentctl config contexts",
                null,
                cut);
    }

    /** The error that the two sides do not understand each other. */
    AgentctlException otherVersion(RuntimeException cause) {
        return new AgentctlException(
                ErrorCode.BAD_CONFIGURATION,
                this + " answers in a way that this agentctl does not understand: " + cause.getMessage(),
                new Versions(version, versionThere()).advice(),
                null,
                cause);
    }

    /** What it refused, as it may be of a version that does not know what is asked. */
    AgentctlException notUnderstood(AgentctlException refused) {
        return new AgentctlException(
                refused.code(),
                this + " does not understand this agentctl: " + refused.getMessage(),
                new Versions(version, versionThere()).advice(),
                null,
                refused);
    }

    /** Read without regard to what else a version says of itself. */
    private String versionThere() {
        try (Answer answer = ask(headers -> endpoint.get("v1/about", headers))) {
            return answer.good()
                    ? JsonText.read("about", answer.problem()).path("version").asText()
                    : "";
        } catch (IOException | AgentctlException unknown) {
            return "";
        }
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return "the control plane " + name + " at " + endpoint;
    }
}
