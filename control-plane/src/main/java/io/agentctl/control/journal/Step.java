package io.agentctl.control.journal;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of an operation, with the way back.
 *
 * @param name unique in its operation, and readable: {@code register task definition}
 * @param action what the step brings about
 * @param inverse what puts it back, or null for a step that only looks (waits, verifies, watches)
 * @param state where it stands
 * @param outcome what the action found or made, such as the new revision's ARN; later steps read it
 * @param verified false if the step is done and there was nothing to see its effect on
 */
public record Step(
        String name,
        Action action,
        Action inverse,
        StepState state,
        SortedMap<String, String> outcome,
        boolean verified) {

    public Step {
        outcome = Collections.unmodifiableSortedMap(new TreeMap<>(outcome));
    }

    /** A step that changes something. */
    public static Step change(String name, Action action, Action inverse) {
        return new Step(name, action, inverse, StepState.PENDING, new TreeMap<>(), true);
    }

    /** A step that only looks; if it finds things bad, the operation is put back. */
    public static Step check(String name, Action action) {
        return new Step(name, action, null, StepState.PENDING, new TreeMap<>(), true);
    }

    /** What puts the step back, if it changes anything. */
    public Optional<Action> wayBack() {
        return Optional.ofNullable(inverse);
    }

    public Step in(StepState next) {
        return new Step(name, action, inverse, next, outcome, verified);
    }

    /** The step with what its action found or made. */
    public Step done(Outcome found) {
        return new Step(name, action, inverse, StepState.DONE, new TreeMap<>(found.values()), found.verified());
    }

    /** True if the step acted, or may have. */
    public boolean mayHaveActed() {
        return state == StepState.STARTED || state == StepState.DONE;
    }

    /** True if something may be changed that the inverse would put back. */
    public boolean toPutBack() {
        return inverse != null && mayHaveActed();
    }
}
