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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What all actions on a service work with: its count, its scaling, and what is remembered of it. A sleep is known by
 * the instant it was recorded at, so that an action never takes another sleep for its own.
 */
record Sleepers(CountGateway counts, ScalingGateway scaling, Supplier<ServiceStates> states, Supplier<Target> here) {

    /** Under which name an outcome tells what somebody else had set, and was kept. */
    static final String KEPT = "kept";

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

    static ServiceName name(Action action) {
        return new ServiceName(action.argument("cluster"), action.argument("service"));
    }

    /** The sleep that an action is about, if it is still remembered. */
    Optional<Sleeping> sleep(Action action) {
        Instant since = Instant.parse(action.argument("since"));
        return state(name(action)).asleep().filter(asleep -> asleep.since().equals(since));
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
