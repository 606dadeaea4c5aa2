package io.agentctl.control.audit;

import java.util.List;

/** Where entries are written, each once. */
@FunctionalInterface
public interface AuditLog {

    /**
     * Writes an entry.
     *
     * @throws io.agentctl.control.error.AgentctlException if it cannot be written: then what it is about must not
     *     happen
     */
    void write(AuditEntry entry);

    /** Writes to several, one after the other; the first that fails is the last that is asked. */
    static AuditLog toAll(List<AuditLog> logs) {
        List<AuditLog> all = List.copyOf(logs);
        return entry -> all.forEach(log -> log.write(entry));
    }
}
