package io.agentctl.control.apply;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a thing from one definition to another, or makes or deletes it; never away from a third, unless forced.
 *
 * @param <T> one as it is observed
 */
public final class SetDefinition<T> implements ActionHandler {

    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final String type;
    private final Definitions<T> definitions;

    /** @param type of the actions that it carries out */
    public SetDefinition(String type, Definitions<T> definitions) {
        this.type = type;
        this.definitions = definitions;
    }

    /**
     * The action; its way back is the same with the texts changed over.
     *
     * @param from the definition that is there; empty where there is none
     * @param to the definition wanted; empty to delete it
     */
    public static Action action(String type, String name, String from, String to) {
        return Action.of(type, Map.of(NAME, name, FROM, from, TO, to));
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        String name = action.argument(NAME);
        String to = action.argument(TO);
        Optional<T> found = definitions.find(name);
        String there = found.map(definitions::text).orElse("");
        if (there.equals(to)) {
            return Outcome.done();
        }
        requireKnown(action, there);
        if (to.isEmpty()) {
            definitions.delete(name);
        } else {
            definitions.put(name, found, to);
        }
        return Outcome.done();
    }

    @Override
    public void requireUndisturbed(Action inverse) {
        requireKnown(
                inverse,
                definitions.find(inverse.argument(NAME)).map(definitions::text).orElse(""));
    }

    private void requireKnown(Action action, String there) {
        String from = action.argument(FROM);
        String to = action.argument(TO);
        if (action.forced() || there.equals(from) || there.equals(to) || definitions.isBetween(there, from, to)) {
            return;
        }
        throw new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed " + definitions.kind() + " " + action.argument(NAME) + " meanwhile: it is "
                        + (there.isEmpty() ? "gone" : "neither as it was nor as it should be"),
                "Their change is left as it is. Look at it with: " + definitions.shownBy());
    }
}
