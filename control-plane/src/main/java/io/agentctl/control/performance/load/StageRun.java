package io.agentctl.control.performance.load;

import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.performance.scenario.Schedule;
import io.agentctl.control.performance.scenario.Stage;
import java.time.Duration;
import java.util.Optional;

/** A stage that is under way: what is due of it. */
final class StageRun {

    private final int number;
    private final Stage stage;
    private final long start;
    private final long grace;
    private final Optional<Schedule> schedule;
    private final Part part;
    private final long count;
    private final long end;
    private final int most;

    private long next;

    /**
     * Begins a stage.
     *
     * @param number its place, from 0
     * @param part what of it is sent here
     * @param start when it begins, as {@link System#nanoTime} counts
     * @param grace how much longer than its time what is due and could not be sent yet may still be
     */
    StageRun(int number, Stage stage, Part part, long start, Duration grace) {
        this.number = number;
        this.stage = stage;
        this.part = part;
        this.start = start;
        this.grace = grace.toNanos();
        this.schedule =
                stage.load() instanceof Load.Open open ? Optional.of(Schedule.of(stage, open)) : Optional.empty();
        this.count =
                part.count(schedule.map(Schedule::count).orElse(stage.requests().orElse(Long.MAX_VALUE)));
        this.most = part.share(stage.load().most());
        long longest = stage.duration().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2 - start);
        this.end = start + schedule.map(Schedule::length).orElse(longest);
    }

    int number() {
        return number;
    }

    long start() {
        return start;
    }

    /** When its time is up; far away where it ends by its number of requests. */
    long end() {
        return end;
    }

    boolean isOpen() {
        return schedule.isPresent();
    }

    /** How many may be under way now. */
    int allowed(long now) {
        if (stage.load() instanceof Load.Closed closed && closed.ramp().isPositive()) {
            double share = (double) (now - start) / closed.ramp().toNanos();
            return (int) Math.clamp(Math.ceil(share * most), 1, most);
        }
        return most;
    }

    /** Whether a request is due that was not sent. */
    boolean isDue(long now) {
        if (next >= count || now < start) {
            return false;
        }
        return schedule.isPresent() ? now - start >= nanos(next) && now < end + grace : now < end;
    }

    /** When the next request is due; of a closed stage, now. */
    long nextDue(long now) {
        return schedule.isPresent() ? start + nanos(next) : now;
    }

    /** Counts the request that is due as sent. */
    void take() {
        next++;
    }

    /** Whether nothing of it will be sent any more. */
    boolean isOver(long now) {
        return next >= count || now >= (schedule.isPresent() ? end + grace : end);
    }

    /** When to look again, if nothing arrives before that. */
    long wake(long now) {
        if (next >= count) {
            return Long.MAX_VALUE;
        }
        long due = schedule.isPresent() ? start + nanos(next) : end;
        boolean ramping =
                stage.load() instanceof Load.Closed closed && closed.ramp().isPositive();
        if (due > now) {
            return ramping ? Math.min(due, now + Duration.ofMillis(1).toNanos()) : due;
        }
        return end + grace;
    }

    /** How many requests the schedule has by a time; of a closed stage, how many were sent. */
    long planned(long now) {
        return schedule.map(open -> part.count(open.due(now - start))).orElse(next);
    }

    long sent() {
        return next;
    }

    /** When a request is due that was never sent. */
    long due(long index) {
        return start + nanos(index);
    }

    /** When a request of an open stage is due, from its start. */
    private long nanos(long index) {
        return schedule.orElseThrow().nanos(part.index(index));
    }
}
