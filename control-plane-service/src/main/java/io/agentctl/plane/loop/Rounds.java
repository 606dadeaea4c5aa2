package io.agentctl.plane.loop;

import java.time.Duration;
import java.util.function.Consumer;

/** Does something again and again, on a thread of its own. A round that fails is told of, and the next one comes. */
public final class Rounds implements AutoCloseable {

    private final Duration pause;
    private final Runnable round;
    private final Consumer<RuntimeException> trouble;
    private final Thread thread;

    /**
     * Makes it and starts nothing.
     *
     * @param name the thread's
     * @param pause before each round
     * @param trouble hears of rounds that failed
     */
    public Rounds(String name, Duration pause, Runnable round, Consumer<RuntimeException> trouble) {
        this.pause = pause;
        this.round = round;
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Begins with a pause. */
    public Rounds start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(pause);
                once();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException failure) {
            // What is cut off by being stopped is no trouble.
            if (!Thread.currentThread().isInterrupted()) {
                trouble.accept(failure);
            }
        }
    }

    /** Stops, and waits until the round that is under way is over. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
