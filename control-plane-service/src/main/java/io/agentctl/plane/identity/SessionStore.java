package io.agentctl.plane.identity;

import java.util.Optional;

/** Sessions by the hash of what is shown for them. */
public interface SessionStore {

    /** Keeps a new one. */
    void add(String hash, Session session);

    /** One that was kept, expired or not. */
    Optional<Session> find(String hash);

    /** Forgets one, if it is there. */
    void remove(String hash);
}
