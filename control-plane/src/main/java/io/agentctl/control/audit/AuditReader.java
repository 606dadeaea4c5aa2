package io.agentctl.control.audit;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Where entries are read. */
public interface AuditReader {

    /**
     * An entry with its place.
     *
     * @param key by which the entries of all days sort in time
     */
    record Placed(String key, AuditEntry entry) {}

    /**
     * The entries of a day of UTC, the newest first; read as they are needed.
     *
     * @param before only those with a smaller key; empty for all
     */
    Stream<Placed> newestFirst(LocalDate day, String before);
}
