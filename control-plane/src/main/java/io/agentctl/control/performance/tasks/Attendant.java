package io.agentctl.control.performance.tasks;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.load.LoadObserver;
import io.agentctl.control.performance.tasks.Report.State;
import io.agentctl.control.progress.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Keeps a task in touch with who started it, on a thread of its own: tells how it goes, hears whether to stop, and
 * stops when for a minute nobody has looked after the run, so that nothing sends on that nobody watches.
 */
final class Attendant implements LoadObserver, AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ALONE = Duration.ofMinutes(1);

    private final Board board;
    private final int part;
    private final Cancellation cancellation;
    private final Cancellation closed = new Cancellation();
    private final Thread thread;
    private final Histogram micros = Latencies.empty();
    private long failed;
    private long sequence;
    private long beat = -1;
    private long heard = System.nanoTime();

    /** @param cancellation is requested when the task is to stop */
    Attendant(Board board, int part, Cancellation cancellation) {
        this.board = board;
        this.part = part;
        this.cancellation = cancellation;
        this.thread = Thread.ofVirtual().name("attendant").unstarted(this::attend);
    }

    /**
     * Says that it is ready, and waits to be told when to begin; from then on it tells how it goes.
     *
     * @throws AgentctlException INTERRUPTED if it is told to stop, or nobody is there
     */
    Instant awaitBegin(Cancellation asked) {
        board.report(Report.ready(part));
        while (true) {
            Optional<Orders> orders = hear();
            if (stopped(orders) || asked.requested()) {
                throw new AgentctlException(ErrorCode.INTERRUPTED, "the load was called off before it began", "");
            }
            Optional<Instant> begin = orders.flatMap(Orders::begin);
            if (begin.isPresent()) {
                thread.start();
                return begin.get();
            }
            asked.sleep(POLL);
        }
    }

    @Override
    public synchronized void second(Latencies latency, long failedOnes) {
        micros.add(latency.micros());
        failed += failedOnes;
    }

    private void attend() {
        while (closed.sleep(POLL)) {
            try {
                board.report(report());
                if (stopped(hear())) {
                    cancellation.request();
                }
            } catch (AgentctlException ignored) {
                // A table that does not answer for a moment is no reason to stop; for a minute it is.
                if (alone()) {
                    cancellation.request();
                }
            }
        }
    }

    private Optional<Orders> hear() {
        Optional<Orders> orders = board.orders();
        if (orders.isPresent() && orders.get().beat() != beat) {
            beat = orders.get().beat();
            heard = System.nanoTime();
        }
        return orders;
    }

    private boolean stopped(Optional<Orders> orders) {
        return orders.map(Orders::stop).orElse(false) || alone();
    }

    private boolean alone() {
        return System.nanoTime() - heard > ALONE.toNanos();
    }

    private synchronized Report report() {
        String latency = micros.getTotalCount() == 0 ? "" : Latencies.of(micros).histogram();
        Report report = new Report(part, State.SENDING, "", "", ++sequence, latency, failed, 0);
        micros.reset();
        failed = 0;
        return report;
    }

    /** Tells nothing more. */
    @Override
    public void close() {
        closed.request();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
