package io.agentctl.runtime.dispatch;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Arrival;
import io.agentctl.policies.fact.FactTypeException;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.fact.FactsReader;
import io.agentctl.runtime.backend.Backend;
import io.agentctl.runtime.backend.BackendCall;
import io.agentctl.runtime.backend.BackendException;
import io.agentctl.runtime.backend.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Facts, decision, route, result. Thread-safe; a dispatch runs on its caller's thread. */
public final class Dispatcher {

    private final String environment;
    private final Router router;
    private final Decider decider;
    private final UsageCounters usage;
    private final DecisionIds ids;
    private final InstantSource clock;
    private final Duration timeout;

    /**
     * Makes a dispatcher.
     *
     * @param timeout how long a dispatch may take
     */
    public Dispatcher(
            String environment,
            Router router,
            Decider decider,
            UsageCounters usage,
            DecisionIds ids,
            InstantSource clock,
            Duration timeout) {
        this.environment = environment;
        this.router = router;
        this.decider = decider;
        this.usage = usage;
        this.ids = ids;
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * Decides on a request and has it carried out if it is allowed.
     *
     * @throws FactTypeException if a declared member of the context has another type
     */
    public Outcome dispatch(DispatchRequest request, Origin origin) {
        Optional<Backend> backend = router.backendFor(request.intent());
        if (backend.isEmpty()) {
            return new Outcome.UnknownIntent(request.intent());
        }
        Instant now = clock.instant();
        Arrival arrival = new Arrival(request.intent(), environment, now, request.body().length, origin.caller());
        long start = System.nanoTime();
        Facts facts = FactsReader.read(arrival, request.context(), usage.count(request.context()));
        String id = ids.next();
        Instant deadline = now.plus(timeout);
        Decision decision;
        try {
            decision = decider.decide(facts, id, deadline);
        } catch (UndecidedException undecided) {
            return new Outcome.Undecided(undecided);
        }
        Decided decided = new Decided(id, facts, decision, System.nanoTime() - start);
        return decision.allowed()
                ? carryOut(backend.get(), request, origin, decided, deadline)
                : new Outcome.Denied(decided);
    }

    private static Outcome carryOut(
            Backend backend, DispatchRequest request, Origin origin, Decided decided, Instant deadline) {
        BackendCall call =
                new BackendCall(request.intent(), request.body(), request.contextAt(), origin.headers(), deadline);
        try {
            return new Outcome.Answered(decided, backend.call(call));
        } catch (BackendException problem) {
            return new Outcome.Failed(decided, problem);
        }
    }
}
