package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when an operation does not succeed: what happened, what is changed, and how to go on. */
final class Endings {

    private Endings() {}

    /** A changing step failed for good; everything before it is put back. */
    static AgentctlException failed(AgentctlException cause) {
        return from(cause.code(), sentence(cause) + "; nothing is left changed", cause.advice(), cause);
    }

    /** What was applied is bad, and is put back. */
    static AgentctlException rolledBack(String step, AgentctlException cause) {
        return from(
                ErrorCode.ROLLED_BACK,
                "rolled back, since \"" + step + "\" failed: " + sentence(cause),
                cause.advice(),
                cause);
    }

    /** An operation that had turned back in an earlier process is put back now; its cause is known from the journal. */
    static AgentctlException turnedBack(Operation over) {
        boolean bad = over.state() == OperationState.ROLLED_BACK;
        return new AgentctlException(
                bad ? ErrorCode.ROLLED_BACK : ErrorCode.FAILED,
                over.id() + " is put back, since it had failed: " + over.failure() + "; nothing is left changed",
                "");
    }

    /** A fault that passes, or a wish to stop, on the way forward. */
    static AgentctlException interrupted(Operation operation, AgentctlException cause) {
        String message =
                sentence(cause) + "; operation " + operation.id() + " is interrupted: " + progressOf(operation);
        return from(cause.code(), message, goOn(operation), cause);
    }

    /** What had to stop was put back at once. */
    static AgentctlException whole(Operation stopped, AgentctlException fault) {
        return new AgentctlException(
                fault.code(),
                stopped.failure() + "; " + stopped.id() + " was put back, nothing is left changed",
                "",
                fault.requestId().orElse(null),
                fault);
    }

    /** An inverse failed, or the user wished to stop, on the way back. */
    static AgentctlException leftHalfway(Operation operation, ErrorCode code, String why, AgentctlException cause) {
        String message = why + "; still changed by " + operation.id() + ": " + names(operation.stepsToPutBack());
        String advice = cause.code() == ErrorCode.CONFLICT
                ? "agentctl ops undo " + operation.id() + " --force puts it back all the same"
                : "agentctl ops resume " + operation.id() + " goes on putting it back";
        return from(code, message, advice, cause);
    }

    /** An inverse found that somebody else changed things since, before anything was put back. */
    static AgentctlException refused(Operation operation, AgentctlException reason) {
        return from(
                ErrorCode.CONFLICT,
                operation.id() + " was not undone: " + sentence(reason) + "; nothing was done",
                "agentctl ops undo " + operation.id() + " --force puts it back all the same",
                reason);
    }

    /** The journal cannot be written; the world and the journal may differ by one step. */
    static AgentctlException journalLost(Operation operation, AgentctlException reason) {
        return from(
                reason.code(),
                sentence(reason) + "; stopped work on " + operation.id() + " at once: " + progressOf(operation),
                "once the journal can be written: " + goOn(operation),
                reason);
    }

    static AgentctlException stopped() {
        return new AgentctlException(ErrorCode.INTERRUPTED, "stopped as asked", "");
    }

    /** A mistake of ours, told apart from what AWS answers. */
    static AgentctlException bug(Step step, RuntimeException problem) {
        return new AgentctlException(
                ErrorCode.BUG,
                "\"" + step.name() + "\" failed in a way that agentctl did not expect: " + problem,
                "please report it, with the output of the same command and --debug",
                null,
                problem);
    }

    private static String goOn(Operation operation) {
        return "agentctl ops resume " + operation.id() + ", or agentctl ops undo " + operation.id();
    }

    private static String progressOf(Operation operation) {
        return "done: " + names(in(operation, StepState.DONE)) + "; perhaps done: "
                + names(in(operation, StepState.STARTED)) + "; not begun: " + names(in(operation, StepState.PENDING));
    }

    private static List<Step> in(Operation operation, StepState state) {
        return operation.steps().stream().filter(step -> step.state() == state).toList();
    }

    private static String names(List<Step> steps) {
        return steps.isEmpty() ? "nothing" : steps.stream().map(Step::name).collect(Collectors.joining(", "));
    }

    private static String sentence(AgentctlException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static AgentctlException from(ErrorCode code, String message, String advice, AgentctlException cause) {
        return new AgentctlException(code, message, advice, cause.requestId().orElse(null), cause);
    }
}
