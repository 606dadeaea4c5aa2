package io.agentctl.cli.shell;

import io.agentctl.cli.terminal.Interrupts;
import io.agentctl.control.progress.Cancellation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C in a session, for one command. As long as the command does not listen, it only reads: it is interrupted and,
 * should it not end soon, left to itself. One that listens is asked to stop after its step; the second time it is
 * interrupted and left as well, and the journal has what is needed to go on.
 */
final class CommandInterrupts implements Interrupts {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PrintWriter talk;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean listens;

    CommandInterrupts(PrintWriter talk) {
        this.talk = talk;
    }

    @Override
    public Cancellation cancellation() {
        listens = true;
        return cancellation;
    }

    /** True if a use case asked for the token: it may be changing something. */
    boolean listens() {
        return listens;
    }

    /** Somebody pressed Ctrl-C. */
    void press() {
        if (listens && !cancellation.requested()) {
            talk.println("Stopping after this step. Press Ctrl-C again to leave it.");
            talk.flush();
            cancellation.request();
        } else {
            left.countDown();
        }
    }

    /**
     * Runs work on a thread of its own until it ends or is left.
     *
     * @return false if it was left and goes on by itself
     */
    boolean run(Runnable work) {
        Thread thread = Thread.ofVirtual().name("command").unstarted(() -> {
            try {
                work.run();
            } finally {
                ended.countDown();
                left.countDown();
            }
        });
        thread.start();
        try {
            left.await();
            if (ended.getCount() == 0) {
                return true;
            }
            thread.interrupt();
            return ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
