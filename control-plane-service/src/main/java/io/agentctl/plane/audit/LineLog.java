package io.agentctl.plane.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditLog;
import io.agentctl.control.json.RecordTree;
import java.util.function.Consumer;

/** Entries as JSON, a line each, for whoever collects logs. */
public final class LineLog implements AuditLog {

    private final Consumer<ObjectNode> lines;

    /**
     * Makes it.
     *
     * @param lines writes an object on a line of its own
     */
    public LineLog(Consumer<ObjectNode> lines) {
        this.lines = lines;
    }

    @Override
    public void write(AuditEntry entry) {
        ObjectNode line = (ObjectNode) RecordTree.of(entry);
        line.put("event", "audit-" + RecordTree.word(entry.event()));
        lines.accept(line);
    }
}
