package io.agentctl.plane.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Faults;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.plane.run.Run.Standing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Brings runs to their ends: whatever happens, each has one, which is kept and told. Thread-safe. */
final class Endings {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final RunListener listener;
    private final Cancellation stopping = new Cancellation();

    /** @param listener hears of each that is over */
    Endings(InstantSource clock, RunListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * How a run stands once its work is done, also if what went wrong is no fault of the use case's, such as a stack
     * that is too small.
     */
    Standing of(KeptRun run, Supplier<Standing> work) {
        try {
            return work.get();
        } catch (AgentctlException failure) {
            return failed(run, failure);
        } catch (RuntimeException | Error bug) {
            return failed(
                    run,
                    new AgentctlException(
                            ErrorCode.BUG,
                            run.current().asked().useCase() + " failed: " + bug,
                            "The control plane's log says more.",
                            null,
                            bug));
        }
    }

    private Standing failed(KeptRun run, AgentctlException failure) {
        listener.failed(run.current(), failure);
        return Standing.failed(RunFailure.of(failure), clock.instant());
    }

    /**
     * Keeps the end. A result that cannot be kept is a failure; while nothing can be written, it is tried again, since
     * nobody else ends what belongs to an instance that is alive.
     */
    void keep(KeptRun run, Standing standing, LiveRun progress) {
        progress.keepLast();
        Standing wanted = standing;
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                Standing now = wanted;
                run.update(current -> current.in(now));
                listener.ended(run.current());
                return;
            } catch (AgentctlException unkept) {
                listener.failed(run.current(), unkept);
                if (unkept.code() == ErrorCode.CONFLICT || !stopping.sleep(pause)) {
                    return;
                }
                if (!Faults.passing(unkept)) {
                    wanted = Standing.failed(RunFailure.of(unkept), clock.instant());
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Tries no longer to keep ends that cannot be kept. */
    void stop() {
        stopping.request();
    }
}
