package io.agentctl.control.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits until no update of a function is in progress, for until then it refuses every other. */
final class Settling {

    private static final String LATEST = "$LATEST";

    private final FunctionsGateway functions;
    private final Clock clock;
    private final UpdatePace pace;

    Settling(FunctionsGateway functions, Clock clock, UpdatePace pace) {
        this.functions = functions;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * {@code $LATEST}, once it can be changed.
     *
     * @throws AgentctlException NOT_FOUND if the function is gone; STILL_RUNNING if it takes too long; INTERRUPTED
     */
    Latest latest(FunctionName name, Cancellation cancellation) {
        return settled(name, LATEST, cancellation);
    }

    /** A version, once it can be invoked. */
    Latest version(FunctionName name, String version, Cancellation cancellation) {
        return settled(name, version, cancellation);
    }

    /**
     * Waits a little.
     *
     * @throws AgentctlException INTERRUPTED if a stop was asked for
     */
    void pause(FunctionName name, Cancellation cancellation) {
        if (!cancellation.sleep(pace.poll())) {
            throw interrupted(name);
        }
    }

    private Latest settled(FunctionName name, String qualifier, Cancellation cancellation) {
        Instant deadline = clock.instant().plus(pace.most());
        Duration pause = pace.poll();
        while (true) {
            Latest found = functions
                    .version(name, qualifier)
                    .orElseThrow(() -> new AgentctlException(
                            ErrorCode.NOT_FOUND, name + ":" + qualifier + " is not there any more", ""));
            if (found.settled()) {
                return found;
            }
            if (clock.instant().isAfter(deadline)) {
                throw new AgentctlException(
                        ErrorCode.STILL_RUNNING, name + ":" + qualifier + " is still being updated", "");
            }
            if (!cancellation.sleep(pause)) {
                throw interrupted(name);
            }
            pause = pace.after(pause);
        }
    }

    private static AgentctlException interrupted(FunctionName name) {
        return new AgentctlException(ErrorCode.INTERRUPTED, "stopped while " + name + " was being updated", "");
    }
}
