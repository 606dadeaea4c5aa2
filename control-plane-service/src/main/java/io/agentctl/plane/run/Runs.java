package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.Catalogue;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs of use cases on this instance. What may change something is kept where every instance finds it before it begins,
 * so that another one can go on with it; what only looks stays here. Safe to use from many threads.
 */
public final class Runs {

    private static final int LOCKS = 64;

    private final Carrier carrier;
    private final RunStore shared;
    private final RunStore own;
    private final String instance;
    private final InstantSource clock;
    private final RunListener listener;
    private final Endings endings;
    private final Lanes lanes;
    private final Map<RunId, LiveRun> live = new ConcurrentHashMap<>();
    private final Object[] beginnings =
            Stream.generate(Object::new).limit(LOCKS).toArray();

    /**
     * Makes it and starts nothing.
     *
     * @param shared where runs are kept that may change something
     * @param own where those are kept that only look
     * @param instance the name of this instance
     * @param most how many of a kind are carried out at a time; others wait
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
        this.lanes = new Lanes(most);
        this.listener = listener;
        this.endings = new Endings(clock, listener);
    }

    /**
     * Begins what was asked for, unless it was asked for with this id before.
     *
     * @return the run, or the earlier one
     * @throws AgentctlException CONFLICT if the id was used for another request; BAD_DOCUMENT for a request that does
     *     not fit the use case
     */
    public Run begin(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return begin(id, useCase, asked, storeOf(useCase.access()), Standing.running());
    }

    /**
     * The same for what every instance is to know of, also if it only looks: such as what is begun at its times, once
     * by whichever instance.
     */
    public Run beginShared(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return begin(id, useCase, asked, shared, Standing.running());
    }

    /** The same for what has to wait until somebody lets it go on with {@link #goOn}. */
    public Run hold(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked, String waitsFor) {
        return begin(id, useCase, asked, storeOf(useCase.access()), Standing.waiting(waitsFor));
    }

    /** One at a time for each id: of two who ask at once with one key, the one whose run is kept begins it. */
    private Run begin(RunId id, NamedUseCase<?, ?> useCase, Run.Asked asked, RunStore store, Standing standing) {
        useCase.read(asked.request());
        Run wanted = new Run(id, asked, instance, List.of(), standing, 0);
        synchronized (beginnings[Math.floorMod(id.hashCode(), beginnings.length)]) {
            Optional<Run> earlier = store.find(id);
            Run kept = earlier.isPresent() ? earlier.get() : store.create(wanted);
            if (!kept.asked().same(asked)) {
                throw RunConflict.otherRequest(id);
            }
            boolean first = earlier.isEmpty() && kept.equals(wanted.atVersion(1));
            if (first && standing.state() == RunState.RUNNING) {
                start(kept, useCase, store);
            }
            return kept;
        }
    }

    /** Carries out what waited. */
    public Run goOn(Run waiting, NamedUseCase<?, ?> useCase) {
        RunStore store = storeOf(useCase.access());
        Run running = store.save(waiting.on(instance).in(Standing.running()));
        start(running, useCase, store);
        return running;
    }

    /** Ends what waited, without having begun. */
    public Run refuse(Run waiting, RunFailure why) {
        Run ended = storeOf(Catalogue.named(waiting.asked().useCase()).access())
                .save(waiting.in(Standing.failed(why, clock.instant())));
        listener.ended(ended);
        return ended;
    }

    private void start(Run run, NamedUseCase<?, ?> useCase, RunStore store) {
        LiveRun progress = LiveRun.begun(run.id(), store);
        live.put(run.id(), progress);
        Thread.ofVirtual().name(run.id().value()).start(() -> {
            try {
                KeptRun kept = new KeptRun(store, run);
                endings.keep(kept, standing(kept, progress, useCase), progress);
            } finally {
                live.remove(run.id(), progress);
                progress.end();
            }
        });
    }

    private Standing standing(KeptRun run, LiveRun progress, NamedUseCase<?, ?> useCase) {
        return endings.of(run, () -> lanes.through(useCase, progress, () -> carriedOut(run, progress, useCase)));
    }

    private Standing carriedOut(KeptRun run, LiveRun progress, NamedUseCase<?, ?> useCase) {
        Consumer<OperationId> begun = operation -> run.update(current -> current.with(operation));
        JsonNode result = carrier.carryOut(useCase, run.current().asked(), begun, progress);
        return Standing.succeeded(result, clock.instant());
    }

    /** Tries no longer to keep ends that cannot be kept; what is left, another instance finishes. */
    public void stop() {
        endings.stop();
    }

    /** Finishes what a lost instance left behind; {@code work} does, and says how it then stands. */
    void takeOver(Run claimed, Supplier<Standing> work, LiveRun progress) {
        live.put(claimed.id(), progress);
        try {
            KeptRun run = new KeptRun(shared, claimed);
            endings.keep(run, endings.of(run, work), progress);
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

    /** Asks a run to stop where it can, wherever it is carried out; what waits ends at once. */
    public void cancel(RunId id) {
        LiveRun here = live.get(id);
        if (here != null) {
            here.cancellation().request();
            return;
        }
        find(id).filter(run -> !run.over()).ifPresent(run -> {
            switch (run.standing().state()) {
                case WAITING ->
                    refuse(
                            run,
                            new RunFailure(
                                    ErrorCode.INTERRUPTED,
                                    "stopped while it waited; nothing was done",
                                    "",
                                    Optional.empty()));
                case RUNNING -> shared.askToStop(id);
                case SUCCEEDED, FAILED -> throw new IllegalStateException("over: " + run);
            }
        });
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
}
