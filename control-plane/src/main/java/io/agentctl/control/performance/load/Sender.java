package io.agentctl.control.performance.load;

import io.agentctl.control.performance.http.Ending;
import io.agentctl.control.performance.http.Ending.Answer;
import io.agentctl.control.performance.http.Failure;
import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.http.Shot;
import io.agentctl.control.performance.http.Transport;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.performance.scenario.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The loop that sends each request when it is due, and has how it ended put down in its {@link Account}. All of it
 * happens on one thread; what others may ask says so.
 */
final class Sender implements Transport.Listener {

    private static final long IDLE_WAKE = Duration.ofMillis(50).toNanos();
    /** How long answers are waited for after somebody asked to stop. */
    private static final long DRAIN = Duration.ofSeconds(2).toNanos();

    /** How many requests are sent before answers are looked at again. */
    private static final int BURST = 64;

    private final List<Stage> stages;
    private final Duration grace;
    private final Part part;
    private final long cap;
    private final Origin origin;
    private final Expectations expectations;
    private final Function<Transport.Listener, Transport> transports;
    private final Account account = new Account();
    private final ArrayDeque<StageRun> active = new ArrayDeque<>();
    private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NONE);
    private final AtomicLong stoppedAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicReference<String> redirect = new AtomicReference<>("");

    private long nextStart;
    private boolean startKnown = true;
    private long sent;
    private long finished;
    private long connectionFreed;
    private long blockedAt = Long.MIN_VALUE;

    /**
     * Makes a loop.
     *
     * @param grace how much longer than its time a stage waits for connections to send what is due
     * @param part what of it all is sent here
     * @param cap how many requests are sent at most
     * @param transports makes what sends, given who hears of endings
     */
    Sender(
            List<Stage> stages,
            Duration grace,
            Part part,
            long cap,
            Origin origin,
            Expectations expectations,
            Function<Transport.Listener, Transport> transports) {
        this.stages = stages;
        this.grace = grace;
        this.part = part;
        this.cap = part.count(cap);
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
        return account.begun() == stages.size() && active.isEmpty() && transport.underWay() == 0;
    }

    /** Stages follow each other at their planned times as long as those are known, whatever is still under way. */
    private void begin(long now, Transport transport) {
        while (!active.isEmpty() && active.peekFirst().isOver(now)) {
            StageRun ended = active.peekFirst();
            boolean last = account.begun() == stages.size();
            if (!ended.isOpen() && transport.underWay() > 0 && !last) {
                break;
            }
            giveUp(ended, now);
            active.removeFirst();
            if (!startKnown && active.isEmpty() && stop.get() == Stop.NONE && !last) {
                startKnown = true;
                nextStart = now + stages.get(account.begun()).pause().toNanos();
            }
        }
        while (startKnown && stop.get() == Stop.NONE && account.begun() < stages.size() && now >= nextStart) {
            StageRun run = new StageRun(account.begun(), stages.get(account.begun()), part, nextStart, grace);
            account.begin(run);
            active.addLast(run);
            startKnown = run.isOpen();
            if (run.isOpen() && account.begun() < stages.size()) {
                nextStart = run.end() + stages.get(account.begun()).pause().toNanos();
            }
        }
    }

    /** Callers whose requests were due and found no connection have waited too. */
    private void giveUp(StageRun run, long now) {
        if (!run.isOpen()) {
            return;
        }
        for (long index = run.sent(); index < run.planned(now); index++) {
            Shot shot = new Shot(run.number(), part.index(sent), run.due(index), now);
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
            account.lag(now - possible);
        }
        run.take();
        account.sent(run);
        transport.send(new Shot(run.number(), part.index(sent++), due, now));
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
        return startKnown && account.begun() < stages.size() ? Math.min(wake, nextStart) : wake;
    }

    @Override
    public void ended(Ending ending) {
        connectionFreed = ending.at();
        if (ending.answer().isPresent()) {
            Answer answer = ending.answer().get();
            account.answered(ending, answer, expectations.failedBy(answer));
            look(answer.location());
        } else {
            account.failed(ending, ending.failure().orElseThrow());
        }
    }

    private void look(String location) {
        if (!location.isEmpty() && !origin.holds(location)) {
            redirect.compareAndSet("", location);
            stop(Stop.REDIRECTED);
        } else if (!location.isEmpty()) {
            account.remember(
                    "answers redirect to " + location + ", which is not followed; name that URL to measure it");
        }
    }

    @Override
    public void opened(long connect, long tls) {
        account.opened(connect, tls);
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

    /** When it ended; once it has run. */
    long finished() {
        return finished;
    }

    /** What is known of the run; from any thread. */
    Account account() {
        return account;
    }
}
