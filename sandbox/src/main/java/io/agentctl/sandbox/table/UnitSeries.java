package io.agentctl.sandbox.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/**
 * The read or the write units of a table or an index, minute by minute: what was wanted, as far as what is set aside
 * and what was saved up allow. To be used inside the simulation's lock.
 */
final class UnitSeries {
    /** DynamoDB Developer Guide, "Burst capacity": up to five minutes of unused capacity are kept. */
    private static final int BURST_SECONDS = 300;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int FIRST_ROOM = 1440;
    private static final float ON_DEMAND = -1;
    private static final double[] NONE = {0, 0};

    private final Capacity capacity;
    private final boolean reads;
    private final LongToDoubleFunction wanted;
    private final long since;
    private float[] consumed = new float[FIRST_ROOM];
    private float[] throttled = new float[FIRST_ROOM];
    private float[] provisioned = new float[FIRST_ROOM];
    private int minutes;
    private double saved;
    private final Map<Long, double[]> called = new HashMap<>();

    /**
     * A series without a minute yet.
     *
     * @param capacity what is set aside
     * @param reads whether it is about reads, not writes
     * @param wanted units that are wanted in a minute since the epoch
     * @param since its first minute
     */
    UnitSeries(Capacity capacity, boolean reads, LongToDoubleFunction wanted, long since) {
        this.capacity = capacity;
        this.reads = reads;
        this.wanted = wanted;
        this.since = since;
    }

    /** Lets the minutes pass before a minute. */
    void advance(long passed) {
        while (since + minutes < passed) {
            pass(since + minutes);
        }
    }

    private void pass(long minute) {
        if (minutes == consumed.length) {
            consumed = Arrays.copyOf(consumed, 2 * minutes);
            throttled = Arrays.copyOf(throttled, 2 * minutes);
            provisioned = Arrays.copyOf(provisioned, 2 * minutes);
        }
        double[] calls = called.getOrDefault(minute, NONE);
        double others = wanted.applyAsDouble(minute);
        double asked = others + calls[0];
        Optional<Throughput> inForce = capacity.provisionedAt(Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE));
        if (inForce.isEmpty()) {
            consumed[minutes] = (float) asked;
            provisioned[minutes] = ON_DEMAND;
            saved = 0;
        } else {
            long units = reads ? inForce.get().read() : inForce.get().write();
            double limit = (double) units * SECONDS_PER_MINUTE;
            // What was called over HTTP has been served already.
            double served = calls[0] + Math.clamp(limit + saved - calls[0], 0, others);
            saved = Math.clamp(saved + limit - served, 0, (double) units * BURST_SECONDS);
            consumed[minutes] = (float) served;
            throttled[minutes] = (float) (Math.floor(asked - served) + calls[1]);
            provisioned[minutes] = units;
        }
        minutes++;
    }

    /** Whether a call is served now: it is while anything is left, and may take more than that. */
    boolean admits(Instant now) {
        long minute = Math.floorDiv(now.getEpochSecond(), (long) SECONDS_PER_MINUTE);
        advance(minute);
        Optional<Throughput> inForce = capacity.provisioned();
        if (inForce.isEmpty()) {
            return true;
        }
        long seconds = Math.floorMod(now.getEpochSecond(), (long) SECONDS_PER_MINUTE) + 1;
        double limit = (double) (reads ? inForce.get().read() : inForce.get().write()) * seconds;
        double others = wanted.applyAsDouble(minute) * seconds / SECONDS_PER_MINUTE;
        return saved + limit - others - called.getOrDefault(minute, NONE)[0] > 0;
    }

    /** Counts units that a call has used. */
    void use(double units, Instant now) {
        calls(now)[0] += units;
    }

    /** Counts a call that was refused. */
    void refuse(Instant now) {
        calls(now)[1]++;
    }

    private double[] calls(Instant now) {
        long minute = Math.floorDiv(now.getEpochSecond(), (long) SECONDS_PER_MINUTE);
        advance(minute);
        return called.computeIfAbsent(minute, ignored -> new double[2]);
    }

    /** Whether anything was called over HTTP. */
    boolean everCalled() {
        return !called.isEmpty();
    }

    /** The part of the units used in a minute that nobody called for over HTTP. */
    double usedByOthers(long minute) {
        return Math.max(0, consumed(minute) - called.getOrDefault(minute, NONE)[0]);
    }

    /** The part of the units refused in a minute that nobody called for over HTTP. */
    double refusedToOthers(long minute) {
        return Math.max(0, throttled(minute) - called.getOrDefault(minute, NONE)[1]);
    }

    /** The first minute since the epoch. */
    long since() {
        return since;
    }

    /** Units that were used in a minute; 0 in one that is not known. */
    double consumed(long minute) {
        return known(minute) ? consumed[(int) (minute - since)] : 0;
    }

    /** Units that were refused in a minute; 0 in one that is not known. */
    double throttled(long minute) {
        return known(minute) ? throttled[(int) (minute - since)] : 0;
    }

    /** Units a second that were set aside in a minute; negative for none. */
    double provisioned(long minute) {
        return known(minute) ? provisioned[(int) (minute - since)] : ON_DEMAND;
    }

    private boolean known(long minute) {
        return minute >= since && minute < since + minutes;
    }
}
