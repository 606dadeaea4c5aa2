package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.plan.Target;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.windows.state.ServiceState;
import io.agentctl.control.windows.state.ServiceStates;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What all actions on a service work with: its count, its scaling, and what is remembered of it. A sleep is known by
 * the instant it was recorded at, so that an action never takes another sleep for its own.
 */
record Sleepers(CountGateway counts, ScalingGateway scaling, Supplier<ServiceStates> states, Supplier<Target> here) {

    /** Under which name an outcome tells what somebody else had set, and was kept. */
    static final String KEPT = "kept";

    private static final String ENFORCE = "enforce";
    private static final String KEEP = "keep";
    private static final int MOST_ATTEMPTS = 5;

    /** What somebody else had set stays, and is said. */
    static Outcome kept(String what, StepContext context) {
        String sentence = what + ", which is kept";
        context.progress().say(sentence);
        return Outcome.with(KEPT, sentence);
    }

    static Map<String, String> arguments(ServiceName name, Instant since) {
        return Map.of("cluster", name.cluster(), "service", name.service(), "since", since.toString());
    }

    /** The action that acts whatever somebody else set since. */
    static Action enforcing(Action action) {
        return action.with(ENFORCE, "true");
    }

    /** Whether an action is to act whatever somebody else set since. */
    static boolean enforced(Action action) {
        return Boolean.parseBoolean(action.arguments().get(ENFORCE)) || action.forced();
    }

    /** The action that leaves what somebody else set since, and says so, rather than refuse. */
    static Action keeping(Action action) {
        return action.with(KEEP, "true");
    }

    /** Whether an action leaves what somebody else set since. */
    static boolean keeps(Action action) {
        return action.arguments().containsKey(KEEP);
    }

    /** The sleep that an action is about, if it is still remembered. */
    Optional<Sleeping> sleep(Action action) {
        return sleep(action, state(ServiceName.of(action)));
    }

    private static Optional<Sleeping> sleep(Action action, ServiceState state) {
        Instant since = Instant.parse(action.argument("since"));
        return state.asleep().filter(asleep -> asleep.since().equals(since));
    }

    /**
     * Changes what is remembered of the sleep that an action is about; does nothing if that is forgotten.
     *
     * @param change gives null to forget it
     */
    void remember(Action action, Function<Sleeping, Sleeping> change) {
        remember(
                ServiceName.of(action),
                state -> sleep(action, state).isPresent() ? state.sleeping(change.apply(state.sleeping())) : state);
    }

    ServiceState state(ServiceName name) {
        return states.get().of(here.get(), name);
    }

    /** How many tasks the service has; empty if it is not there any more. */
    Optional<ServiceCount> count(ServiceName name) {
        return counts.of(name);
    }

    /**
     * Changes what is remembered, again if somebody else wrote another part of it meanwhile.
     *
     * @param change gives the very same state if there is nothing to change
     */
    void remember(ServiceName name, UnaryOperator<ServiceState> change) {
        for (int attempt = 1; ; attempt++) {
            ServiceState there = state(name);
            ServiceState next = change.apply(there);
            if (next.equals(there)) {
                return;
            }
            try {
                states.get().save(here.get(), next);
                return;
            } catch (AgentctlException fault) {
                if (fault.code() != ErrorCode.CONFLICT || attempt == MOST_ATTEMPTS) {
                    throw fault;
                }
            }
        }
    }
}
