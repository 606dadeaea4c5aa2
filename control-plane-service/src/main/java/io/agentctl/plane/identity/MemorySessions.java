package io.agentctl.plane.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions of one instance, gone when it stops. When it is full nobody else can sign in. */
public final class MemorySessions implements SessionStore {

    private final int most;
    private final InstantSource clock;
    private final Map<String, Session> sessions = new HashMap<>();

    /**
     * Keeps nothing yet.
     *
     * @param most to be kept at once, at least 1
     */
    public MemorySessions(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized void add(String hash, Session session) {
        if (sessions.size() >= most) {
            Instant now = clock.instant();
            sessions.values().removeIf(old -> !now.isBefore(old.expiresAt()));
        }
        if (sessions.size() >= most) {
            throw Refusals.busy("too many are signed in");
        }
        sessions.put(hash, session);
    }

    @Override
    public synchronized Optional<Session> find(String hash) {
        return Optional.ofNullable(sessions.get(hash));
    }

    @Override
    public synchronized void remove(String hash) {
        sessions.remove(hash);
    }
}
