package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.http.Ending;
import io.agentctl.control.performance.http.Ending.Answer;
import io.agentctl.control.performance.http.Failure;
import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.http.Shot;
import io.agentctl.control.performance.http.Transport;
import io.agentctl.control.performance.scenario.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The loop that sends each request when it is due, and records how it ended. All of it happens on one thread; what
 * others may look at says so.
 */
final class Sender implements Transport.Listener {

    private static final long IDLE_WAKE = Duration.ofMillis(50).toNanos();
    private static final long LATE = Duration.ofMillis(20).toNanos();
    /** How long answers are waited for after somebody asked to stop. */
    private static final long DRAIN = Duration.ofSeconds(2).toNanos();

    private static final long MICRO = 1_000;
    /** How many requests are sent before answers are looked at again. */
    private static final int BURST = 64;

    private final List<Stage> stages;
    private final Duration grace;
    private final long cap;
    private final Origin origin;
    private final Expectations expectations;
    private final Function<Transport.Listener, Transport> transports;
    private final List<StageRun> runs = new ArrayList<>();
    private final List<StageRecord> records = new ArrayList<>();
    private final ArrayDeque<StageRun> active = new ArrayDeque<>();
    private final Histogram lag = Latencies.empty();
    private final Live live = new Live();
    private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NONE);
    private final AtomicLong stoppedAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicReference<String> redirect = new AtomicReference<>("");

    private final List<String> remarks = new ArrayList<>();
    private long nextStart;
    private boolean startKnown = true;
    private long sent;
    private long late;
    private long finished;
    private long connectionFreed;
    private long blockedAt = Long.MIN_VALUE;

    /**
     * Makes a loop.
     *
     * @param grace how much longer than its time a stage waits for connections to send what is due
     * @param cap how many requests are sent at most
     * @param transports makes what sends, given who hears of endings
     */
    Sender(
            List<Stage> stages,
            Duration grace,
            long cap,
            Origin origin,
            Expectations expectations,
            Function<Transport.Listener, Transport> transports) {
        this.stages = stages;
        this.grace = grace;
        this.cap = cap;
        this.origin = origin;
        this.expectations = expectations;
        this.transports = transports;
    }

    /** Why sending stopped before its end. */
    enum Stop {
        NONE,
        INTERRUPTED,
        ABORTED,
        CAPPED,
        REDIRECTED
    }

    /** Runs to the end. */
    void run(long start) {
        nextStart = start;
        try (Transport transport = transports.apply(this)) {
            while (!over(transport)) {
                long now = System.nanoTime();
                begin(now, transport);
                send(now, transport);
                transport.await(wake(transport));
            }
        }
        finished = System.nanoTime();
        active.clear();
    }

    /** Asks to stop; from any thread. What is under way may still be answered. */
    void stop(Stop why) {
        if (stop.get() == Stop.NONE) {
            stoppedAt.set(System.nanoTime());
            stop.compareAndSet(Stop.NONE, why);
        }
    }

    private boolean over(Transport transport) {
        if (stop.get() != Stop.NONE) {
            return transport.underWay() == 0 || System.nanoTime() >= stoppedAt.get() + DRAIN;
        }
        return runs.size() == stages.size() && active.isEmpty() && transport.underWay() == 0;
    }

    /** Stages follow each other at their planned times as long as those are known, whatever is still under way. */
    private void begin(long now, Transport transport) {
        while (!active.isEmpty() && active.peekFirst().isOver(now)) {
            StageRun ended = active.peekFirst();
            boolean last = runs.size() == stages.size();
            if (!ended.isOpen() && transport.underWay() > 0 && !last) {
                break;
            }
            giveUp(ended, now);
            active.removeFirst();
            if (!startKnown && active.isEmpty() && stop.get() == Stop.NONE && !last) {
                startKnown = true;
                nextStart = now + stages.get(runs.size()).pause().toNanos();
            }
        }
        while (startKnown && stop.get() == Stop.NONE && runs.size() < stages.size() && now >= nextStart) {
            StageRun run = new StageRun(runs.size(), stages.get(runs.size()), nextStart, grace);
            synchronized (records) {
                runs.add(run);
                records.add(new StageRecord(run.start()));
            }
            active.addLast(run);
            startKnown = run.isOpen();
            if (run.isOpen() && runs.size() < stages.size()) {
                nextStart = run.end() + stages.get(runs.size()).pause().toNanos();
            }
        }
    }

    /** Callers whose requests were due and found no connection have waited too. */
    private void giveUp(StageRun run, long now) {
        if (!run.isOpen()) {
            return;
        }
        for (long index = run.sent(); index < run.planned(now); index++) {
            Shot shot = new Shot(run.number(), sent, run.due(index), now);
            ended(new Ending(
                    shot,
                    now,
                    Optional.empty(),
                    Optional.of(new Failure(Failure.Kind.NOT_SENT, "no connection was free"))));
        }
    }

    private void send(long now, Transport transport) {
        int burst = BURST;
        for (StageRun run : active) {
            while (burst-- > 0
                    && stop.get() == Stop.NONE
                    && run.isDue(now)
                    && transport.underWay() < run.allowed(now)) {
                if (sent >= cap) {
                    stop(Stop.CAPPED);
                    return;
                }
                shoot(run, transport);
            }
            if (run.isDue(now) && transport.underWay() >= run.allowed(now)) {
                blockedAt = now;
            }
        }
    }

    private void shoot(StageRun run, Transport transport) {
        long now = System.nanoTime();
        long due = run.nextDue(now);
        if (run.isOpen() && !stages.get(run.number()).warmUp()) {
            // What waited for a connection was kept by the target, not by this loop.
            long possible = due <= blockedAt ? Math.max(due, connectionFreed) : due;
            lag.recordValue(Math.clamp((now - possible) / MICRO, 0, Latencies.MOST_MICROS));
            late += now - possible > LATE ? 1 : 0;
        }
        run.take();
        records.get(run.number()).sent();
        transport.send(new Shot(run.number(), sent++, due, now));
    }

    private long wake(Transport transport) {
        long now = System.nanoTime();
        long wake = now + IDLE_WAKE;
        for (StageRun run : active) {
            boolean room = transport.underWay() < run.allowed(now);
            if (room && run.isDue(now)) {
                return now;
            }
            wake = Math.min(wake, room ? run.wake(now) : wake);
        }
        return startKnown && runs.size() < stages.size() ? Math.min(wake, nextStart) : wake;
    }

    @Override
    public void ended(Ending ending) {
        connectionFreed = ending.at();
        StageRecord record = records.get(ending.shot().stage());
        boolean failed;
        if (ending.answer().isPresent()) {
            Answer answer = ending.answer().get();
            List<String> failedChecks = expectations.failedBy(answer);
            failed = !failedChecks.isEmpty();
            record.answered(ending, answer, failedChecks);
            look(answer.location());
        } else {
            Failure failure = ending.failure().orElseThrow();
            failed = true;
            record.failed(ending, failure);
            remember(failure);
        }
        live.add(ending.at() - ending.shot().due(), failed);
    }

    private void look(String location) {
        if (!location.isEmpty() && !origin.holds(location)) {
            redirect.compareAndSet("", location);
            stop(Stop.REDIRECTED);
        } else if (!location.isEmpty()) {
            remember("answers redirect to " + location + ", which is not followed; name that URL to measure it");
        }
    }

    private void remember(Failure failure) {
        switch (failure.kind()) {
            case TLS, MALFORMED, OTHER, EXHAUSTED -> remember(failure.kind() + ": " + failure.detail());
            case TIMEOUT, CONNECT_TIMEOUT, REFUSED, UNREACHABLE, RESET, CLOSED, NOT_SENT -> {
                // The kind says it all.
            }
        }
    }

    private void remember(String remark) {
        synchronized (remarks) {
            if (remarks.size() < 5 && !remarks.contains(remark)) {
                remarks.add(remark);
            }
        }
    }

    @Override
    public void opened(long connect, long tls) {
        records.getLast().opened(connect, tls);
    }

    /** What ended since this was last asked; from any thread. */
    Live.Glance glance() {
        return live.take();
    }

    /** Stages that have begun; from any thread. */
    List<StageRecord> records() {
        synchronized (records) {
            return List.copyOf(records);
        }
    }

    /** Their runs; from any thread. */
    List<StageRun> runs() {
        synchronized (records) {
            return List.copyOf(runs);
        }
    }

    /** Now, or when it was asked to stop, if that was before; from any thread. */
    long nowOrStop() {
        return Math.min(System.nanoTime(), stoppedAt.get());
    }

    /** Why it stopped before its end; from any thread. */
    Stop stopped() {
        return stop.get();
    }

    /** Where the target wanted to send us; empty if nowhere. */
    String redirect() {
        return redirect.get();
    }

    /** How late requests were sent; once it has run. */
    Latencies lag() {
        return Latencies.of(lag);
    }

    /** How many were sent too late; once it has run. */
    long late() {
        return late;
    }

    /** When it ended; once it has run. */
    long finished() {
        return finished;
    }

    /** What a reader should know; once it has run. */
    List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }
}
