package io.agentctl.sandbox.table;

import java.time.Instant;
import java.util.Arrays;
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

    private final Capacity capacity;
    private final boolean reads;
    private final LongToDoubleFunction wanted;
    private final long since;
    private float[] consumed = new float[FIRST_ROOM];
    private float[] throttled = new float[FIRST_ROOM];
    private float[] provisioned = new float[FIRST_ROOM];
    private int minutes;
    private double saved;

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
        double asked = wanted.applyAsDouble(minute);
        Optional<Throughput> inForce = capacity.provisionedAt(Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE));
        if (inForce.isEmpty()) {
            consumed[minutes] = (float) asked;
            provisioned[minutes] = ON_DEMAND;
            saved = 0;
        } else {
            long units = reads ? inForce.get().read() : inForce.get().write();
            double limit = (double) units * SECONDS_PER_MINUTE;
            double served = Math.min(asked, limit + saved);
            saved = Math.clamp(saved + limit - served, 0, (double) units * BURST_SECONDS);
            consumed[minutes] = (float) served;
            throttled[minutes] = (float) Math.floor(asked - served);
            provisioned[minutes] = units;
        }
        minutes++;
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
