package io.agentctl.control.windows.run;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How it went with one service.
 *
 * @param service its name
 * @param window the window that counted; empty if none did
 * @param asleep whether it should be asleep
 * @param desired tasks wanted before
 * @param to tasks wanted now
 * @param deed what was done
 * @param why why, or why not
 * @param kept what somebody else had set and was kept
 * @param operation the operation in the journal, if anything was changed
 * @param error what kept it from being done
 */
public record ServiceOutcome(
        String service,
        String window,
        boolean asleep,
        int desired,
        int to,
        Deed deed,
        String why,
        List<String> kept,
        Optional<String> operation,
        Optional<Failure> error) {

    private static final Set<String> SAID = Set.of(Sleepers.KEPT, Outcome.UNSEEN);

    /**
     * What kept a service from being moved.
     *
     * @param code which kind
     * @param message what happened
     * @param advice what to do; may be empty
     */
    public record Failure(ErrorCode code, String message, String advice) {}

    public ServiceOutcome {
        kept = List.copyOf(kept);
    }

    static ServiceOutcome of(Moved moved) {
        Decision decision = moved.decision();
        List<String> kept = moved.operation().stream()
                .flatMap(operation -> operation.steps().stream())
                .flatMap(step -> step.outcome().entrySet().stream())
                .filter(entry -> SAID.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new ServiceOutcome(
                decision.service().service(),
                decision.level().window(),
                decision.level().asleep(),
                decision.desired(),
                decision.to(),
                decision.deed(),
                decision.why(),
                kept,
                moved.operation().map(operation -> operation.id().toString()),
                Optional.empty());
    }

    static ServiceOutcome failed(Decision decision, Failure failure) {
        return new ServiceOutcome(
                decision.service().service(),
                decision.level().window(),
                decision.level().asleep(),
                decision.desired(),
                decision.desired(),
                Deed.NOTHING,
                "",
                List.of(),
                Optional.empty(),
                Optional.of(failure));
    }

    static ServiceOutcome unhandled(Unhandled unhandled) {
        return new ServiceOutcome(
                unhandled.service(),
                "",
                false,
                0,
                0,
                Deed.NOTHING,
                "",
                List.of(),
                Optional.empty(),
                Optional.of(new Failure(unhandled.code(), unhandled.why(), unhandled.advice())));
    }
}
