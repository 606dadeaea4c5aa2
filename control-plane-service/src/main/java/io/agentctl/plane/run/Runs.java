package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.control.remote.RunState;
import io.agentctl.plane.run.Run.Standing;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs of use cases on this instance. What may change something is kept where every instance finds it before it begins,
 * so that another one can go on with it; what only looks stays here. Safe to use from many threads.
 */
public final class Runs {

    private final Carrier carrier;
    private final RunStore shared;
    private final RunStore own;
    private final String instance;
    private final InstantSource clock;
    private final RunListener listener;
    private final Semaphore atOnce;
    private final Map<RunId, LiveRun> live = new ConcurrentHashMap<>();

    /**
     * Makes it and starts nothing.
     *
     * @param shared where runs are kept that may change something
     * @param own where those are kept that only look
     * @param instance the name of this instance
     * @param most how many are carried out at a time; others wait
     * @param listener hears of each that is over
     */
    public Runs(
            Places places,
            RunStore shared,
            RunStore own,
            String instance,
            InstantSource clock,
            int most,
            RunListener listener) {
        this.carrier = new Carrier(places);
        this.shared = shared;
        this.own = own;
        this.instance = instance;
        this.clock = clock;
        this.atOnce = new Semaphore(most);
        this.listener = listener;
    }

    /**
     * Begins what was asked for, unless it was asked for with this id before.
     *
     * @return the run, or the earlier one
     * @throws AgentctlException CONFLICT if the id was used for another request; BAD_DOCUMENT for a request that does
     *     not fit the use case
     */
    public Run begin(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return begin(id, useCase, asked, Standing.running());
    }

    /** The same for what has to wait until somebody lets it go on with {@link #goOn}. */
    public Run hold(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked, String waitsFor) {
        return begin(id, useCase, asked, Standing.waiting(waitsFor));
    }

    private Run begin(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked, Standing standing) {
        Carrier.request(useCase, asked.request());
        RunStore store = storeOf(useCase.access());
        Run wanted = new Run(id, asked, instance, List.of(), standing, 0);
        LiveRun own = new LiveRun(id, store, 0);
        boolean first = live.putIfAbsent(id, own) == null;
        Run kept;
        try {
            kept = store.create(wanted);
        } catch (RuntimeException unkept) {
            if (first) {
                live.remove(id, own);
            }
            throw unkept;
        }
        if (!kept.asked().same(asked)) {
            forget(first, id, own);
            throw RunConflict.otherRequest(id);
        }
        if (first && kept.equals(wanted.atVersion(1)) && standing.state() == RunState.RUNNING) {
            start(kept, own, useCase);
        } else {
            forget(first, id, own);
        }
        return kept;
    }

    private void forget(boolean first, RunId id, LiveRun run) {
        if (first) {
            live.remove(id, run);
            run.end();
        }
    }

    /** Carries out what waited. */
    public Run goOn(Run waiting, NamedUseCase<?, ?> useCase) {
        RunStore store = storeOf(useCase.access());
        Run running = store.save(waiting.on(instance).in(Standing.running()));
        LiveRun progress = new LiveRun(running.id(), store, 0);
        live.put(running.id(), progress);
        start(running, progress, useCase);
        return running;
    }

    /** Ends what waited, without having begun. */
    public Run refuse(Run waiting, RunFailure why) {
        Run ended = shared.save(waiting.in(Standing.failed(why, clock.instant())));
        listener.ended(ended);
        return ended;
    }

    private void start(Run run, LiveRun progress, NamedUseCase<?, ?> useCase) {
        Thread.ofVirtual().name(run.id().value()).start(() -> {
            atOnce.acquireUninterruptibly();
            try {
                carryOut(new Kept(storeOf(useCase.access()), run), progress, useCase);
            } finally {
                atOnce.release();
                live.remove(run.id(), progress);
                progress.end();
            }
        });
    }

    private void carryOut(Kept run, LiveRun progress, NamedUseCase<?, ?> useCase) {
        Run.Asked asked = run.current().asked();
        Standing standing;
        try {
            Consumer<OperationId> begun = operation -> run.update(current -> current.with(operation));
            JsonNode result = carrier.carryOut(useCase, asked, begun, progress);
            standing = Standing.succeeded(result, clock.instant());
        } catch (AgentctlException failure) {
            listener.failed(run.current(), failure);
            standing = Standing.failed(RunFailure.of(failure), clock.instant());
        }
        end(run, standing);
    }

    /** A result that cannot be kept is a failure; what cannot be written at all, another instance finishes. */
    private void end(Kept run, Standing standing) {
        try {
            run.update(current -> current.in(standing));
        } catch (AgentctlException unkept) {
            listener.failed(run.current(), unkept);
            if (unkept.code() == ErrorCode.CONFLICT) {
                return;
            }
            try {
                run.update(current -> current.in(Standing.failed(RunFailure.of(unkept), clock.instant())));
            } catch (AgentctlException again) {
                listener.failed(run.current(), again);
                return;
            }
        }
        listener.ended(run.current());
    }

    /** Finishes what a lost instance left behind; {@code work} does, and says how it then stands. */
    void takeOver(Run claimed, Supplier<Standing> work, LiveRun progress) {
        live.put(claimed.id(), progress);
        try {
            end(new Kept(shared, claimed), work.get());
        } finally {
            live.remove(claimed.id(), progress);
            progress.end();
        }
    }

    /** A run as it is now. */
    public Optional<Run> find(RunId id) {
        return own.find(id).or(() -> shared.find(id));
    }

    /** Runs that may have changed something, the newest first. */
    public RunPage newest(Optional<String> after, int most) {
        return shared.newest(after, most);
    }

    /** Asks a run to stop where it can, wherever it is carried out. */
    public void cancel(RunId id) {
        LiveRun here = live.get(id);
        if (here != null) {
            here.cancellation().request();
        } else {
            shared.askToStop(id);
        }
    }

    /** Passes on what other instances were asked to stop. */
    public void heedStops() {
        Collection<RunId> here = live.keySet();
        if (!here.isEmpty()) {
            shared.stopsAsked().stream().filter(here::contains).forEach(this::cancel);
        }
    }

    /** Follows a run from an event on. */
    public Follower follow(RunId id, long seen) {
        return new Follower(this, own.find(id).isPresent() ? own : shared, id, seen);
    }

    Optional<LiveRun> live(RunId id) {
        return Optional.ofNullable(live.get(id));
    }

    private RunStore storeOf(Access access) {
        return switch (access) {
            case READ -> own;
            case CHANGE -> shared;
        };
    }

    /** A run whose latest version is known to this thread. */
    private static final class Kept {

        private final RunStore store;
        private Run current;

        Kept(RunStore store, Run run) {
            this.store = store;
            this.current = run;
        }

        synchronized void update(UnaryOperator<Run> change) {
            current = store.save(change.apply(current));
        }

        synchronized Run current() {
            return current;
        }
    }
}
