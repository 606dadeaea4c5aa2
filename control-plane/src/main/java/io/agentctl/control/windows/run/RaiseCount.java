package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.Optional;

/** Brings a service back from its floor to what it was; a count that somebody else set since is kept, and said. */
final class RaiseCount implements ActionHandler {

    private static final String TYPE = "windows.raise-count";
    private static final String COUNT = "count";

    private final Sleepers sleepers;

    RaiseCount(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    /** To what is remembered. */
    static Action action(ServiceName name, Instant since) {
        return Action.of(TYPE, Sleepers.arguments(name, since));
    }

    /** To the count that somebody had set, and an enforced window took back. */
    static Action to(ServiceName name, Instant since, int count) {
        return action(name, since).with(COUNT, Integer.toString(count));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<Sleeping> asleep = sleepers.sleep(action);
        Optional<ServiceCount> count = sleepers.count(name);
        if (asleep.isEmpty() || count.isEmpty()) {
            return Outcome.done();
        }
        int wanted = Optional.ofNullable(action.arguments().get(COUNT))
                .map(Integer::valueOf)
                .orElse(asleep.get().original().desired());
        int there = count.get().desired();
        if (there == asleep.get().floor()) {
            sleepers.counts().set(name, wanted);
            return Outcome.done();
        }
        if (there == wanted) {
            return Outcome.done();
        }
        return Sleepers.kept(
                "somebody set " + Decider.tasks(there) + " meanwhile, where it had " + Decider.tasks(wanted), context);
    }
}
