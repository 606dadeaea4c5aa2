package io.agentctl.runtime.policy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.serving.LoadedPolicies;
import io.agentctl.policies.serving.PolicyLoader;
import io.agentctl.policies.serving.Trial;
import io.agentctl.policies.serving.TrialEnd;
import io.agentctl.runtime.telemetry.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Looks for other policies every now and then, on a thread of its own, and puts them in force once they are compiled.
 * On any failure the last good ones stay in force.
 */
public final class PolicyWatcher implements AutoCloseable {

    /** Instances that start together shall not ask together; none waits longer than it was told. */
    private static final double JITTER = 0.2;

    private final PolicyLoader loader;
    private final ActivePolicies active;
    private final Runnable changed;
    private final TrialEnd trialEnd;
    private final EventLog events;
    private final InstantSource clock;
    private final Duration interval;
    private final Thread thread;
    private Trial noted;
    private Trial ended;
    private volatile Looked looked = new Looked(Optional.empty(), Optional.empty(), Optional.empty());

    /** What looking gave last. */
    private record Looked(Optional<Instant> reachedAt, Optional<Instant> unreachableSince, Optional<String> problem) {}

    /**
     * Makes a watcher.
     *
     * @param changed told when another generation is in force, or why one is not
     * @param trialEnd told of a trial that passed its bound
     */
    PolicyWatcher(
            PolicyLoader loader,
            ActivePolicies active,
            Runnable changed,
            TrialEnd trialEnd,
            EventLog events,
            InstantSource clock,
            Duration interval) {
        this.loader = loader;
        this.active = active;
        this.changed = changed;
        this.trialEnd = trialEnd;
        this.events = events;
        this.clock = clock;
        this.interval = interval;
        this.thread = Thread.ofPlatform().name("policy-watcher").daemon().unstarted(this::run);
    }

    /** Looks once, and from then on in the background. */
    public void start() {
        look();
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(pause());
            } catch (InterruptedException ignored) {
                return;
            }
            look();
        }
    }

    private Duration pause() {
        double factor = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos((long) (interval.toNanos() * factor));
    }

    private void look() {
        Looked before = looked;
        try {
            long generation = active.inForce()
                    .map(now -> now.policies().set().generation())
                    .orElse(-1L);
            Optional<LoadedPolicies> newer = loader.newer(generation);
            newer.ifPresent(policies -> active.enforce(policies, clock.instant()));
            looked = new Looked(Optional.of(clock.instant()), Optional.empty(), Optional.empty());
            if (newer.isPresent()) {
                events.note("policies.enforced", loader.description() + ": " + describe(newer.get()));
            } else if (before.unreachableSince().isPresent()) {
                events.note("policies.reachable", loader.description());
            }
        } catch (PolicyException failed) {
            looked = failed.kind() == PolicyException.Kind.UNREACHABLE ? unreachable(before, failed) : refused(failed);
        } catch (RuntimeException failed) {
            // A bug in a policy's compilation must not end the watch.
            looked = refused(failed);
        }
        tell(before, looked);
        noteDropped();
    }

    /** Dropping happens between requests; whoever watches the log is told here, and the environment. */
    private void noteDropped() {
        Optional<Trial> trial = active.inForce().flatMap(now -> now.policies().trial());
        Optional<String> reason = trial.flatMap(Trial::dropped);
        if (reason.isEmpty() || trial.get() == ended) {
            return;
        }
        boolean first = trial.get() != noted;
        noted = trial.get();
        if (first) {
            events.warn("trial.dropped", describe(noted));
        }
        try {
            trialEnd.end(noted.candidate(), reason.get());
            ended = noted;
        } catch (PolicyException failed) {
            if (first) {
                events.warn("trial.kept", failed.getMessage());
            }
        }
    }

    private void tell(Looked before, Looked now) {
        if (!now.problem().equals(before.problem())) {
            now.problem().ifPresent(problem -> events.warn("policies.kept", problem));
        }
        changed.run();
    }

    private Looked unreachable(Looked before, PolicyException failed) {
        Instant since = before.unreachableSince().orElseGet(clock::instant);
        return new Looked(before.reachedAt(), Optional.of(since), Optional.of(failed.getMessage()));
    }

    private Looked refused(RuntimeException failed) {
        return new Looked(
                Optional.of(clock.instant()), Optional.empty(), Optional.of(String.valueOf(failed.getMessage())));
    }

    private static String describe(LoadedPolicies loaded) {
        return "generation %d, %d policies"
                .formatted(loaded.set().generation(), loaded.set().policies().size());
    }

    /** How it stands. */
    public PolicyState state() {
        Looked last = looked;
        Optional<ActivePolicies.InForce> now = active.inForce();
        return new PolicyState(
                now.isPresent(),
                now.map(one -> one.policies().set().generation()).orElse(0L),
                now.map(one -> one.policies().set().policies().size()).orElse(0),
                now.map(ActivePolicies.InForce::since),
                last.reachedAt(),
                last.unreachableSince(),
                last.problem(),
                now.flatMap(one -> one.policies().trial()).map(PolicyWatcher::describe));
    }

    private static String describe(Trial trial) {
        String what = trial.candidate().kind().name().toLowerCase(Locale.ROOT) + " "
                + trial.candidate().policy() + "@" + trial.candidate().version();
        return trial.dropped().map(reason -> what + ", dropped: " + reason).orElse(what);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
