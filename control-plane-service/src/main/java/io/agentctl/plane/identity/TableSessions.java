package io.agentctl.plane.identity;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.Instant;
import java.util.Optional;

/** The sessions of a project: whichever instance is asked knows who signed in at another. */
public final class TableSessions implements SessionStore {

    /** The partition's name. */
    public static final String PARTITION = "sessions";

    private final Partition partition;

    public TableSessions(Partition partition) {
        this.partition = partition;
    }

    @Override
    public void add(String hash, Session session) {
        Instant end = Instant.ofEpochSecond(session.expiresAt().getEpochSecond());
        if (!partition.write(Entry.first(hash, JsonRecords.write(session), Optional.of(end)))) {
            throw new IllegalStateException("two sessions with one secret");
        }
    }

    @Override
    public Optional<Session> find(String hash) {
        return partition.find(hash).map(entry -> JsonRecords.read("a session", entry.document(), Session.class));
    }

    @Override
    public void remove(String hash) {
        partition.delete(hash);
    }
}
