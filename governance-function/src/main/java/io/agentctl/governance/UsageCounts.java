package io.agentctl.governance;

import io.agentctl.policies.serving.UsageWindow;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests of each tenant and agent that this execution environment has seen, for whoever does not count them itself.
 * Not thread-safe.
 */
final class UsageCounts {

    /** Whoever asked least recently is forgotten first: 1,000 windows take 300 KB. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 128;
    private static final long NANOS = 1_000_000_000;

    private final Map<String, UsageWindow> tenants = new Latest();
    private final Map<String, UsageWindow> agents = new Latest();

    private static final class Latest extends LinkedHashMap<String, UsageWindow> {
        private static final long serialVersionUID = 1L;

        private Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UsageWindow> eldest) {
            return size() > MOST;
        }
    }

    /** Counts a request, and tells the usage facts that hold with it. */
    Map<String, Object> count(Map<String, Object> context) {
        long second = Math.floorDiv(System.nanoTime(), NANOS);
        return Map.of(
                "tenant_requests_last_minute", count(tenants, context.get("tenant"), second),
                "agent_requests_last_minute", count(agents, context.get("agent_id"), second));
    }

    private static Object count(Map<String, UsageWindow> windows, Object who, long second) {
        if (!(who instanceof String name)) {
            return 0L;
        }
        String key = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + '#' + name.hashCode();
        return windows.computeIfAbsent(key, ignored -> new UsageWindow()).add(second);
    }
}
