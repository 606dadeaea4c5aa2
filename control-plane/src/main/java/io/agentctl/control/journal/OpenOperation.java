package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An operation that this process owns and works on. The one writer of its entry: writes of the worker and of the
 * heartbeat, which renews the lease, take turns. After a write that failed for good there is none any more.
 */
final class OpenOperation implements AutoCloseable {

    /** Waits between attempts to write; together with the SDK's own attempts well within a lease. */
    private static final Duration[] PAUSES = {Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3)};

    private final Journal journal;
    private final Clock clock;
    private final LeaseSettings lease;
    private final Cancellation asked;
    private final Cancellation stop = new Cancellation();
    private final ProgressListener progress;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Operation current;
    private JournalLostException lost;
    /** Read while a write hangs, and so not guarded by the lock of writes. */
    private volatile Instant ownedUntil;

    private Thread heartbeat;
    private Thread watch;

    OpenOperation(Journal journal, Operation operation, Clock clock, LeaseSettings lease, ProgressListener caller) {
        this.journal = journal;
        this.current = operation;
        this.clock = clock;
        this.lease = lease;
        this.ownedUntil = operation.leaseUntil();
        this.asked = caller.cancellation();
        this.progress = new StoppableProgress(caller, stop);
    }

    /**
     * Starts to renew the lease, and to watch whether work may go on. On platform threads, as in {@code Parallel}: a
     * renewal reads from a socket.
     */
    void keepAlive() {
        heartbeat =
                Thread.ofPlatform().daemon().name("lease of " + current.id()).start(this::renew);
        watch = Thread.ofPlatform().daemon().name("watch over " + current.id()).start(this::watch);
    }

    /** Asks the handler to stop when the caller does, or when the lease ran out because its renewal hangs. */
    private void watch() {
        boolean mayGoOn = true;
        while (mayGoOn) {
            mayGoOn = asked.sleep(lease.poll()) && clock.instant().isBefore(ownedUntil);
        }
        stop.request();
    }

    /** What handlers report to, and whose cancellation they look at. */
    ProgressListener progress() {
        return progress;
    }

    /** True if the caller asked to stop. */
    boolean askedToStop() {
        return asked.requested();
    }

    synchronized Operation current() {
        return current;
    }

    /**
     * Writes a change, with the lease renewed (or given up, if the operation stops with it).
     *
     * @throws JournalLostException if the entry cannot be written, or is another's by now
     */
    synchronized Operation update(UnaryOperator<Operation> change) {
        if (lost != null) {
            throw lost;
        }
        Instant now = clock.instant();
        Operation changed = change.apply(current);
        boolean working = changed.state() == OperationState.RUNNING || changed.state() == OperationState.UNDOING;
        current = write(changed.writtenAt(now, working ? now.plus(lease.lease()) : now));
        ownedUntil = current.leaseUntil();
        return current;
    }

    /** An interrupt of the thread must not break the write that is to record it. */
    private Operation write(Operation next) {
        boolean interrupted = Thread.interrupted();
        try {
            return attempt(next, 0);
        } catch (AgentctlException fault) {
            throw lose(fault);
        } catch (RuntimeException problem) {
            throw lose(new AgentctlException(
                    ErrorCode.BUG, "the journal failed: " + problem, "please report it", null, problem));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private JournalLostException lose(AgentctlException fault) {
        lost = new JournalLostException(fault);
        stop.request();
        return lost;
    }

    private Operation attempt(Operation next, int attempts) {
        try {
            return journal.save(next);
        } catch (AgentctlException fault) {
            if (!Faults.passing(fault) || attempts == PAUSES.length || !pause(PAUSES[attempts])) {
                throw fault;
            }
            return attempt(next, attempts + 1);
        }
    }

    private static boolean pause(Duration duration) {
        return Cancellation.never().sleep(duration);
    }

    private void renew() {
        try {
            while (!closed.await(lease.renewal().toMillis(), TimeUnit.MILLISECONDS)) {
                renewOnce();
            }
        } catch (JournalLostException ignored) {
            // The worker learns it at its next write; its handler was asked to stop.
            stop.request();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not once the worker has stopped: that would revive a lease that was given up. */
    private synchronized void renewOnce() {
        boolean working = current.state() == OperationState.RUNNING || current.state() == OperationState.UNDOING;
        if (working && lost == null && closed.getCount() > 0) {
            update(UnaryOperator.identity());
        }
    }

    /** Ends the heartbeat: the lease runs out, unless the last write gave it up. */
    @Override
    public void close() {
        closed.countDown();
        watch.interrupt();
        try {
            heartbeat.join();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
