package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.place.Manner;
import io.agentctl.control.remote.RunRequest;
import io.agentctl.control.remote.RunView;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.agentctl.plane.run.RunPage;
import io.agentctl.plane.run.Runs;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /v1/operations}: runs asked for, looked at, followed, stopped. */
final class RunHandlers {

    static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final HeaderName LAST_EVENT = HeaderNames.create("Last-Event-ID");

    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int LONGEST_KEY = 128;
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;

    private final Runs runs;
    private final Gate gate;
    private final RequestBodies bodies;
    private final Numbers numbers;
    private final PaceGuard guard;
    private final InstantSource clock;

    RunHandlers(Runs runs, Gate gate, RequestBodies bodies, Numbers numbers, PaceGuard guard, InstantSource clock) {
        this.runs = runs;
        this.gate = gate;
        this.bodies = bodies;
        this.numbers = numbers;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A page of runs.
     *
     * @param operations the newest first
     * @param next the cursor of the next page
     */
    record Page(List<RunView> operations, Optional<String> next) {}

    void begin(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        RunRequest wanted = bodies.read(request, RunRequest.class);
        requireVersion(wanted.schemaVersion());
        NamedUseCase<?, ?> useCase = Catalogue.named(wanted.useCase());
        Run.Asked asked =
                new Run.Asked(caller.name(), useCase.name(), wanted.request(), wanted.manner(), clock.instant());
        RunId id = RunId.of(caller.person(), key(request));
        Optional<Run> earlier = runs.find(id);
        Run run = earlier.isPresent() ? runs.begin(id, useCase, asked) : admitted(request, id, useCase, asked);
        response.header(HeaderNames.LOCATION, "/v1/operations/" + run.id());
        Answers.record(response, earlier.isPresent() ? OK : ACCEPTED, run.view());
    }

    private Run admitted(ServerRequest request, RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return gate.admit(request, id, asked, useCase)
                .map(waitsFor -> runs.hold(id, useCase, asked, waitsFor))
                .orElseGet(() -> runs.begin(id, useCase, asked));
    }

    /** Who sends no key is not asked again, and gets one of its own. */
    private static String key(ServerRequest request) {
        String key = request.headers().first(IDEMPOTENCY_KEY).orElseGet(() -> UUID.randomUUID()
                .toString());
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "an Idempotency-Key has 1 to " + LONGEST_KEY + " characters", "");
        }
        return key;
    }

    private static void requireVersion(int theirs) {
        if (theirs != RecordTree.SCHEMA_VERSION) {
            String older = theirs < RecordTree.SCHEMA_VERSION ? "the caller" : "the control plane";
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "the caller speaks version " + theirs + " of the documents, the control plane version "
                            + RecordTree.SCHEMA_VERSION,
                    "Upgrade " + older + ".");
        }
    }

    void list(ServerRequest request, ServerResponse response) {
        gate.caller(request);
        int most = request.query()
                .first("limit")
                .asOptional()
                .map(RunHandlers::limit)
                .orElse(PAGE);
        Optional<String> after = request.query().first("after").asOptional().filter(place -> !place.isEmpty());
        RunPage page = runs.newest(after, most);
        Answers.record(
                response,
                OK,
                new Page(
                        page.runs().stream()
                                .filter(run -> gate.sees(request, run))
                                .map(Run::view)
                                .toList(),
                        page.next()));
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_PAGE) {
            throw new AgentctlException(ErrorCode.USAGE, "limit is 1 to " + LONGEST_PAGE + ", not " + text, "");
        }
        return Integer.parseInt(text);
    }

    void show(ServerRequest request, ServerResponse response) {
        Answers.record(response, OK, known(request).view());
    }

    /**
     * What exactly was asked for.
     *
     * @param request as JSON; texts that look like secrets are masked
     */
    record Wanted(String useCase, JsonNode request) {}

    void wanted(ServerRequest request, ServerResponse response) {
        Run.Asked asked = known(request).asked();
        Answers.record(response, OK, new Wanted(asked.useCase(), MaskedJson.of(asked.request())));
    }

    void cancel(ServerRequest request, ServerResponse response) {
        Run run = known(request);
        gate.requireControl(request, run);
        runs.cancel(run.id());
        Answers.record(response, ACCEPTED, run.view());
    }

    /** Asks for what a run changed to be put back: a run for each of its operations. */
    void undo(ServerRequest request, ServerResponse response) {
        Run run = known(request);
        Caller caller = gate.caller(request);
        List<RunView> undoing = run.operations().reversed().stream()
                .map(operation -> undoing(request, run, operation, caller).view())
                .toList();
        if (undoing.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, "operation " + run.id() + " changed nothing that could be put back", "");
        }
        Answers.record(response, ACCEPTED, new Page(undoing, Optional.empty()));
    }

    private Run undoing(ServerRequest request, Run run, OperationId operation, Caller caller) {
        UndoOperation.Request undo = new UndoOperation.Request(operation, UndoMode.CAREFUL);
        Run.Asked asked = new Run.Asked(
                caller.name(), OperationUseCases.UNDO.name(), RecordTree.of(undo), Manner.USUAL, clock.instant());
        return admitted(
                request,
                RunId.of(caller.person(), "undo " + run.id() + " " + operation),
                OperationUseCases.UNDO,
                asked);
    }

    void follow(ServerRequest request, ServerResponse response) {
        Run run = known(request);
        long seen = request.headers().first(LAST_EVENT).map(RunHandlers::number).orElse(0L);
        numbers.followed(1);
        try {
            new EventWriter(response, guard).write(runs.follow(run.id(), seen));
        } finally {
            numbers.followed(-1);
        }
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new AgentctlException(ErrorCode.USAGE, "Last-Event-ID is a number, not '" + text + "'", "");
        }
        return Long.parseLong(text);
    }

    private Run known(ServerRequest request) {
        gate.caller(request);
        String id = request.path().pathParameters().get("id");
        Optional<Run> found = RunId.fits(id) ? runs.find(new RunId(id)) : Optional.empty();
        Run run = found.orElseThrow(() -> new AgentctlException(
                ErrorCode.NOT_FOUND,
                "there is no operation " + id + " here",
                "Those that only look are kept for ten minutes by the instance that ran them."));
        if (!gate.sees(request, run)) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED, "operation " + id + " is not yours to see", "Ask an admin for the role.");
        }
        return run;
    }
}
