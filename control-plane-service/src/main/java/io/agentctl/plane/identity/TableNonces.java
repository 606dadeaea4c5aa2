package io.agentctl.plane.identity;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What all instances of a project remember together. */
public final class TableNonces implements Nonces {

    /** The partition's name. */
    public static final String PARTITION = "nonces";

    /** Beyond the end, against clocks that differ. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Partition partition;

    public TableNonces(Partition partition) {
        this.partition = partition;
    }

    /** The document is new with each use: a write that is repeated for a lost answer is told from another use by it. */
    @Override
    public boolean use(String nonce, Instant until) {
        String mine = "\"" + UUID.randomUUID() + "\"";
        return partition.write(Entry.first(nonce, mine, Optional.of(whole(until.plus(KEPT)))));
    }

    private static Instant whole(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }
}
