package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.lambda.UpdatePace;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Waits until all that was asked for is ready, or is known not to become so. */
final class AwaitReady implements ActionHandler {

    private static final String TYPE = "lambda.await-ready";
    private static final String WANTED = "wanted";

    private final ConcurrencyGateway concurrency;
    private final Clock clock;
    private final UpdatePace pace;

    AwaitReady(ConcurrencyGateway concurrency, Clock clock, UpdatePace pace) {
        this.concurrency = concurrency;
        this.clock = clock;
        this.pace = pace;
    }

    static Action action(ConcurrencyTarget target, int wanted) {
        Map<String, String> arguments = new HashMap<>(target.arguments());
        arguments.put(WANTED, Integer.toString(wanted));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ConcurrencyTarget target = ConcurrencyTarget.of(action);
        int wanted = Integer.parseInt(action.argument(WANTED));
        Instant deadline = clock.instant().plus(pace.most());
        Duration pause = pace.poll();
        while (!ready(target, wanted, context.progress())) {
            if (clock.instant().isAfter(deadline)) {
                throw new AgentctlException(
                        ErrorCode.STILL_RUNNING,
                        "what is kept ready for " + target + " is not ready after " + pace.most(),
                        "Lambda goes on with it. Look again with: agentctl lambda concurrency show " + target);
            }
            if (!context.progress().cancellation().sleep(pause)) {
                throw new AgentctlException(
                        ErrorCode.INTERRUPTED, "stopped waiting for " + target + "; Lambda goes on with it", "");
            }
            pause = pace.after(pause);
        }
        return Outcome.done();
    }

    private boolean ready(ConcurrencyTarget target, int wanted, ProgressListener progress) {
        Optional<KeptReady> found = concurrency.find(target);
        int requested = found.map(KeptReady::requested).orElse(0);
        if (requested != wanted) {
            throw SetProvisioned.changedMeanwhile(target, requested);
        }
        KeptReady present = found.orElseThrow();
        progress.advance("environments ready", Math.min(wanted, present.allocated()), wanted);
        return switch (present.status()) {
            case READY -> true;
            case IN_PROGRESS -> false;
            case FAILED ->
                throw new AgentctlException(
                        ErrorCode.FAILED,
                        "Lambda could not keep " + wanted + " ready for " + target + ": "
                                + (present.reason().isEmpty() ? "it gave no reason" : present.reason()),
                        "");
        };
    }
}
