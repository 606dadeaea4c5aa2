package io.agentctl.plane.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller: so many requests at once, so many a second for long. Of callers that have not
 * called for long nothing is remembered, for their buckets are full; so many buckets are remembered at most that
 * inventing callers costs no memory, and the one that was used longest ago goes first. Safe to use from many threads.
 */
final class RateLimits {

    private static final double NANOS = 1e9;

    private final double rate;
    private final double burst;
    private final int most;
    private final LongSupplier nanos;
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long filled) {}

    /**
     * Full buckets for everybody.
     *
     * @param rate tokens a second, above 0
     * @param burst tokens in a full bucket, at least 1
     * @param most buckets remembered
     * @param nanos a clock that only goes forward
     */
    RateLimits(double rate, double burst, int most, LongSupplier nanos) {
        this.rate = rate;
        this.burst = burst;
        this.most = most;
        this.nanos = nanos;
    }

    /**
     * Takes a token.
     *
     * @return zero if there was one, or else how long until there is
     */
    synchronized Duration take(String caller) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(caller, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens() + (now - before.filled()) / NANOS * rate);
        boolean taken = tokens >= 1;
        buckets.put(caller, new Bucket(taken ? tokens - 1 : tokens, now));
        if (buckets.size() > most) {
            Map.Entry<String, Bucket> oldest = buckets.firstEntry();
            buckets.remove(oldest.getKey());
        }
        return taken ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / rate * NANOS));
    }

    synchronized int remembered() {
        return buckets.size();
    }
}
