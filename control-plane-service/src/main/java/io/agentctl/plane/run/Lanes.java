package io.agentctl.plane.run;

import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.CostUseCases;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.LambdaUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.catalogue.TableUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many runs are carried out at a time. What takes long has places of its own, so that a short look does not wait
 * for studies of weeks of metrics, nor a way back for changes that are under way. Thread-safe.
 */
final class Lanes {

    /** How often one that waits looks whether it was asked to stop. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** These read weeks of metrics, or thousands of records, and hold much of it in memory. */
    private static final Set<NamedUseCase<?, ?>> STUDIES = Set.of(
            AlarmsUseCases.BACKTEST,
            AlarmsUseCases.PLAN,
            CostUseCases.REPORT,
            EcsUseCases.RIGHTSIZE,
            LambdaUseCases.COST,
            LambdaUseCases.ADVISE_CONCURRENCY,
            ObjectivesUseCases.REPORT,
            PerformanceUseCases.REGRESS,
            PolicyUseCases.DECISIONS,
            TableUseCases.AUDIT,
            TableUseCases.CAPACITY);

    private static final Set<NamedUseCase<?, ?>> WAYS_BACK = Set.of(OperationUseCases.UNDO, OperationUseCases.RESUME);

    private enum Lane {
        LOOK("looks"),
        STUDY("long looks"),
        /** These sleep most of the time. */
        WAIT("waits"),
        CHANGE("changes"),
        WAY_BACK("undos");

        private final String what;

        Lane(String what) {
            this.what = what;
        }

        static Lane of(NamedUseCase<?, ?> useCase) {
            if (useCase.access() == Access.CHANGE) {
                return WAYS_BACK.contains(useCase) ? WAY_BACK : CHANGE;
            }
            if (useCase.equals(EcsUseCases.WAIT)) {
                return WAIT;
            }
            return STUDIES.contains(useCase) ? STUDY : LOOK;
        }
    }

    private final int most;
    private final Map<Lane, Semaphore> places = new EnumMap<>(Lane.class);

    /** @param most at a time in each lane */
    Lanes(int most) {
        this.most = most;
        for (Lane lane : Lane.values()) {
            places.put(lane, new Semaphore(most, true));
        }
    }

    /**
     * Does the work of a run once there is a place for it.
     *
     * @throws AgentctlException INTERRUPTED if it was asked to stop before; then nothing was done
     */
    <T> T through(NamedUseCase<?, ?> useCase, ProgressListener progress, Supplier<T> work) {
        Lane lane = Lane.of(useCase);
        Semaphore free = places.get(lane);
        if (!taken(free, Duration.ZERO)) {
            progress.say("waits for its turn: the control plane carries out " + most + " " + lane.what + " at a time");
            while (!taken(free, LOOK)) {
                if (progress.cancellation().requested()) {
                    throw stopped();
                }
            }
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private static boolean taken(Semaphore free, Duration most) {
        try {
            return free.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private static AgentctlException stopped() {
        return new AgentctlException(
                ErrorCode.INTERRUPTED, "stopped while it waited for its turn; nothing was done", "");
    }
}
