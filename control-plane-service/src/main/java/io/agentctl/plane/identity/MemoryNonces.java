package io.agentctl.plane.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What one instance remembers. When it is full it takes no more: to forget early would let old ones be used again. */
public final class MemoryNonces implements Nonces {

    private final int most;
    private final InstantSource clock;
    private final Map<String, Instant> used = new HashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param most to be remembered at once, at least 1
     */
    public MemoryNonces(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized boolean use(String nonce, Instant until) {
        if (used.containsKey(nonce)) {
            return false;
        }
        if (used.size() >= most) {
            Instant now = clock.instant();
            used.values().removeIf(end -> end.isBefore(now));
        }
        if (used.size() >= most) {
            throw Refusals.busy("too many have signed in during the last minutes");
        }
        used.put(nonce, until);
        return true;
    }
}
