package io.agentctl.runtime.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentctl.policies.serving.UsageWindow;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts requests of each tenant and agent over the last minute, for the facts of {@code usage}. Thread-safe. */
public final class UsageCounters {

    /** Whoever asks least is forgotten first: 10,000 windows take 3 MB. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 128;
    private static final int SECONDS = UsageWindow.SECONDS;
    private static final long NANOS = 1_000_000_000;

    private final Cache<String, UsageWindow> tenants = windows();
    private final Cache<String, UsageWindow> agents = windows();
    private final LongSupplier nanoTime;

    /**
     * Makes counters.
     *
     * @param nanoTime a monotonic time in nanoseconds, such as {@code System::nanoTime}
     */
    public UsageCounters(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts a request, and tells the usage facts that hold with it. */
    public Map<String, Object> count(Map<String, Object> context) {
        long second = Math.floorDiv(nanoTime.getAsLong(), NANOS);
        return Map.of(
                "tenant_requests_last_minute", count(tenants, context.get("tenant"), second),
                "agent_requests_last_minute", count(agents, context.get("agent_id"), second));
    }

    private static Cache<String, UsageWindow> windows() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                // Upkeep is less than handing it to another thread.
                .executor(Runnable::run)
                .expireAfterAccess(Duration.ofSeconds(2 * SECONDS))
                .build();
    }

    private static Object count(Cache<String, UsageWindow> windows, Object who, long second) {
        return who instanceof String name
                ? windows.get(shortened(name), ignored -> new UsageWindow()).add(second)
                : 0L;
    }

    /** Names are callers' own: what is kept of one is bounded. */
    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + '#' + name.hashCode();
    }
}
