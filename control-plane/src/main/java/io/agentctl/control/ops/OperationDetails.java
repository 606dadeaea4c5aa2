package io.agentctl.control.ops;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.Step;
import io.agentctl.control.journal.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is to be seen of an operation.
 *
 * @param operation what a list shows of it
 * @param goal the end that it is heading for
 * @param leaseUntil until when its owner may be taken to be alive
 * @param steps in order
 * @param undo what undoing it would do, in that order; empty if there is nothing to put back
 * @param advice what can be done now, or empty
 */
public record OperationDetails(
        OperationLine operation,
        OperationState goal,
        Instant leaseUntil,
        List<StepLine> steps,
        List<InverseLine> undo,
        String advice) {

    /** Longer values, such as whole task definitions, are not for the screen, and may hold secrets. */
    private static final int MOST_CHARACTERS = 100;

    public OperationDetails {
        steps = List.copyOf(steps);
        undo = List.copyOf(undo);
    }

    /**
     * One step.
     *
     * @param name unique in its operation
     * @param state where it stands
     * @param changes false for a step that only looks
     * @param verified false if it is done and there was nothing to see its effect on
     * @param outcome what it found or made; long values are left out
     */
    public record StepLine(
            String name, StepState state, boolean changes, boolean verified, SortedMap<String, String> outcome) {}

    /**
     * One inverse that undoing would play.
     *
     * @param step the step that it puts back
     * @param action its type
     * @param arguments what it is given; long values are left out
     */
    public record InverseLine(String step, String action, SortedMap<String, String> arguments) {}

    static OperationDetails of(Operation operation, String advice) {
        return new OperationDetails(
                OperationLine.of(operation),
                operation.goal(),
                operation.leaseUntil(),
                operation.steps().stream().map(OperationDetails::line).toList(),
                operation.stepsToPutBack().reversed().stream()
                        .map(OperationDetails::inverse)
                        .toList(),
                advice);
    }

    private static StepLine line(Step step) {
        return new StepLine(
                step.name(), step.state(), step.wayBack().isPresent(), step.verified(), shortened(step.outcome()));
    }

    private static InverseLine inverse(Step step) {
        Action inverse = step.wayBack().orElseThrow();
        return new InverseLine(step.name(), inverse.type(), shortened(inverse.arguments()));
    }

    private static SortedMap<String, String> shortened(Map<String, String> texts) {
        SortedMap<String, String> shortened = new TreeMap<>();
        texts.forEach((name, value) ->
                shortened.put(name, value.length() <= MOST_CHARACTERS ? value : "(" + value.length() + " characters)"));
        return shortened;
    }
}
