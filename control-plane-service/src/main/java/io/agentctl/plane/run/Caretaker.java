package io.agentctl.plane.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.remote.RunState;
import io.agentctl.plane.loop.Rounds;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps an instance known as alive, passes on what it was asked to stop, and takes over what lost instances left
 * behind: by a conditional write, so that one does.
 */
public final class Caretaker implements AutoCloseable {

    private final Runs runs;
    private final RunStore shared;
    private final Instances instances;
    private final Recovery recovery;
    private final String instance;
    private final Consumer<RuntimeException> trouble;
    private final Rounds rounds;
    private volatile long heard;

    /** @param trouble hears of what could not be done, and is tried again at the next beat */
    public Caretaker(
            Runs runs,
            RunStore shared,
            Instances instances,
            Places places,
            String instance,
            InstantSource clock,
            Consumer<RuntimeException> trouble) {
        this.runs = runs;
        this.shared = shared;
        this.instances = instances;
        this.recovery = new Recovery(places, clock);
        this.instance = instance;
        this.trouble = trouble;
        this.rounds = new Rounds("caretaker", Instances.BEAT, this::look, trouble);
    }

    /** Says for the first time that the instance is alive, and goes on saying so. */
    public Caretaker start() {
        instances.beat(instance);
        heard = System.nanoTime();
        rounds.start();
        return this;
    }

    private void look() {
        instances.beat(instance);
        heard = System.nanoTime();
        runs.heedStops();
        Set<String> alive = instances.alive();
        shared.open().stream()
                .filter(run -> run.standing().state() == RunState.RUNNING && !alive.contains(run.instance()))
                .forEach(this::takeOver);
    }

    private void takeOver(Run left) {
        Run claimed;
        try {
            claimed = shared.save(left.on(instance));
        } catch (AgentctlException taken) {
            return;
        }
        LiveRun progress = LiveRun.left(left.id(), shared, shared.events(left.id(), 0));
        Thread.ofVirtual()
                .name("recovery-" + left.id())
                .start(() ->
                        runs.takeOver(claimed, () -> recovery.finish(claimed, left.instance(), progress), progress));
    }

    /** Whether others know that this instance is alive; while they do not, they take over what it begins. */
    public boolean known() {
        return System.nanoTime() - heard < Instances.SILENCE.toNanos();
    }

    /** Takes over nothing more, and says that the instance stops: what it leaves behind need not wait. */
    @Override
    public void close() {
        rounds.close();
        try {
            instances.leave(instance);
        } catch (RuntimeException failure) {
            trouble.accept(failure);
        }
    }
}
