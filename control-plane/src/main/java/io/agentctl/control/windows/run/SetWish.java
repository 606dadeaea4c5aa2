package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.windows.state.StateJson;
import io.agentctl.control.windows.state.Wish;
import java.util.Map;
import java.util.Optional;

/** Writes down what somebody wants of a service for a while, or that they do not any more. */
final class SetWish implements ActionHandler {

    private static final String TYPE = "windows.set-wish";
    private static final String NONE = "";
    private static final String ONLY_FROM = "onlyFrom";

    private final Sleepers sleepers;

    SetWish(Sleepers sleepers) {
        this.sleepers = sleepers;
    }

    /** The last who says how a service should be is heard. */
    static Action action(ServiceName name, Optional<Wish> to) {
        return Action.of(TYPE, Map.of("cluster", name.cluster(), "service", name.service(), "to", text(to)));
    }

    /** The way back, unless somebody said something else since. */
    static Action inverse(ServiceName name, Optional<Wish> set, Optional<Wish> before) {
        return action(name, before).with(ONLY_FROM, text(set));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        Optional<Wish> to = wish(action.argument("to"));
        String onlyFrom = action.arguments().get(ONLY_FROM);
        sleepers.remember(ServiceName.of(action), state -> {
            String there = text(Optional.ofNullable(state.wish()));
            boolean another = onlyFrom != null && !onlyFrom.equals(there) && !action.forced();
            return another ? state : state.wishing(to.orElse(null));
        });
        return Outcome.done();
    }

    private static String text(Optional<Wish> wish) {
        return wish.map(StateJson::write).orElse(NONE);
    }

    private static Optional<Wish> wish(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(StateJson.wish(text));
    }
}
