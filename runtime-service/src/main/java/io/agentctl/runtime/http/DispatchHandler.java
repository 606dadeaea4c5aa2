package io.agentctl.runtime.http;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.Decision.Remark;
import io.agentctl.policies.fact.FactTypeException;
import io.agentctl.policies.serving.MalformedRequestException;
import io.agentctl.policies.serving.RequestReader;
import io.agentctl.policies.serving.StatedRequest;
import io.agentctl.runtime.backend.BackendException;
import io.agentctl.runtime.backend.Span;
import io.agentctl.runtime.dispatch.Admission;
import io.agentctl.runtime.dispatch.Decided;
import io.agentctl.runtime.dispatch.DispatchRequest;
import io.agentctl.runtime.dispatch.Dispatcher;
import io.agentctl.runtime.dispatch.Origin;
import io.agentctl.runtime.dispatch.Outcome;
import io.agentctl.runtime.dispatch.UndecidedException;
import io.agentctl.runtime.http.Problem.Kind;
import io.agentctl.runtime.telemetry.EventLog;
import io.agentctl.runtime.telemetry.ExchangeListener;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** {@code POST /dispatch}: checked, let in, read, decided, carried out, answered; in this order. */
final class DispatchHandler implements Handler {

    private static final int ASK_AGAIN_SECONDS = 1;

    private final ResultTails tails = new ResultTails();
    private final Callers callers;
    private final RequestBody bodies;
    private final Admission admission;
    private final RequestReader reader;
    private final Dispatcher dispatcher;
    private final Responses responses;
    private final ExchangeListener listener;
    private final EventLog events;
    private final InstantSource clock;

    DispatchHandler(
            Callers callers,
            RequestBody bodies,
            Admission admission,
            RequestReader reader,
            Dispatcher dispatcher,
            Responses responses,
            ExchangeListener listener,
            EventLog events,
            InstantSource clock) {
        this.callers = callers;
        this.bodies = bodies;
        this.admission = admission;
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.responses = responses;
        this.listener = listener;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Progress progress = new Progress(clock.instant(), request);
        try {
            progress.caller(callers.caller(request));
            int length = bodies.check(request);
            if (!admission.enter()) {
                throw new ProblemException(
                        Problem.of(Kind.OVERLOADED, "ask again later").retryAfter(ASK_AGAIN_SECONDS));
            }
            try {
                carryOut(request, length, response, progress);
            } finally {
                admission.leave();
            }
        } catch (ProblemException refused) {
            refuse(response, refused.problem(), progress);
        } catch (RuntimeException failed) {
            if (response.isSent()
                    || (Failures.isGone(failed) && Failures.problem(failed).isEmpty())) {
                throw failed;
            }
            refuse(response, Failures.problem(failed).orElseGet(() -> bug(failed)), progress);
        }
        listener.ended(progress.ended());
    }

    private void carryOut(ServerRequest request, int length, ServerResponse response, Progress progress) {
        DispatchRequest asked = read(bodies.read(request, length), progress);
        Outcome outcome = dispatch(asked, progress.origin());
        switch (outcome) {
            case Outcome.Answered answered -> {
                progress.decided(answered.decided());
                byte[] tail = tails.of(answered.decided().decision());
                responses.result(response, Answers.result(answered.decided(), tail, answered.answer()), progress);
            }
            case Outcome.Denied denied -> {
                progress.decided(denied.decided());
                throw new ProblemException(denied(denied.decided()));
            }
            case Outcome.Failed failed -> {
                progress.decided(failed.decided());
                throw new ProblemException(failed(failed.decided(), failed.problem()));
            }
            case Outcome.Undecided undecided -> throw new ProblemException(undecided(undecided.problem()));
            case Outcome.UnknownIntent ignored ->
                throw new ProblemException(
                        Problem.at(Kind.UNKNOWN_INTENT, "/intent", "no route speaks of the intent " + asked.intent()));
        }
    }

    private DispatchRequest read(byte[] body, Progress progress) {
        progress.size(body.length);
        try {
            StatedRequest stated = reader.read(body);
            return new DispatchRequest(
                    stated.intent(), stated.context(), body, new Span(stated.contextStart(), stated.contextEnd()));
        } catch (MalformedRequestException malformed) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, malformed.pointer(), malformed.getMessage()));
        }
    }

    private Outcome dispatch(DispatchRequest request, Origin origin) {
        try {
            return dispatcher.dispatch(request, origin);
        } catch (FactTypeException wrong) {
            throw new ProblemException(Problem.at(Kind.BAD_REQUEST, wrong.pointer(), wrong.getMessage()));
        }
    }

    private static Problem denied(Decided decided) {
        Decision decision = decided.decision();
        Problem problem = Problem.of(Kind.DENIED, decision.message())
                .with("decisionId", decided.id())
                .with("reason", decision.reason().name().toLowerCase(Locale.ROOT));
        if (decision.rule().isPresent()) {
            problem = problem.with("policy", decision.rule().get().policy().value())
                    .with("version", decision.rule().get().version())
                    .with("rule", decision.rule().get().rule())
                    .with("message", decision.message());
        }
        List<?> warnings = decision.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.WARNING)
                .map(Answers::warning)
                .toList();
        problem = problem.with("generation", decision.generation());
        return warnings.isEmpty() ? problem : problem.with("warnings", warnings);
    }

    private static Problem failed(Decided decided, BackendException failure) {
        Kind kind = failure.kind() == BackendException.Kind.OVERLOADED ? Kind.OVERLOADED : Kind.BACKEND;
        Problem problem = Problem.of(kind, failure.getMessage())
                .withStatus(failure.kind().status())
                .with("decisionId", decided.id())
                .with("reason", failure.kind().name().toLowerCase(Locale.ROOT));
        if (failure.kind().status() != Kind.OVERLOADED.status()) {
            return problem;
        }
        return problem.retryAfter(seconds(failure.retryAfter()));
    }

    private static Problem undecided(UndecidedException undecided) {
        return Problem.of(Kind.GOVERNANCE_UNAVAILABLE, undecided.getMessage())
                .retryAfter(seconds(undecided.retryAfter()));
    }

    private static int seconds(Duration retryAfter) {
        return Math.clamp(retryAfter.plusMillis(999).toSeconds(), 1, 3600);
    }

    private Problem bug(RuntimeException failed) {
        events.warn("dispatch.failed", Failures.describe(failed));
        return Problem.of(Kind.INTERNAL, "the log says more");
    }

    private void refuse(ServerResponse response, Problem problem, Progress progress) {
        bodies.forgo();
        if (problem.kind() == Kind.NOT_AUTHENTICATED) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        responses.problem(response, problem, progress);
    }
}
