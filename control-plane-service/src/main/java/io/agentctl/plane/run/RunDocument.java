package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;

/** A run as the document that is kept of it. */
final class RunDocument {

    private static final String SCHEMA_VERSION = "schemaVersion";

    /** Those that were kept before documents of runs said which they were. */
    private static final int UNSAID = 1;

    private RunDocument() {}

    static JsonNode write(Run run) {
        return RecordTree.document(run);
    }

    /**
     * Reads it back.
     *
     * @throws AgentctlException BAD_DOCUMENT if an instance of a later version wrote it, or it is damaged
     */
    static Run read(JsonNode document) {
        String source = "run " + document.path("id").asText();
        int version = document.path(SCHEMA_VERSION).asInt(UNSAID);
        if (version > RecordTree.SCHEMA_VERSION) {
            throw AgentctlException.newerDocument(source, version, RecordTree.SCHEMA_VERSION);
        }
        ObjectNode run = document.deepCopy();
        run.remove(SCHEMA_VERSION);
        try {
            return RecordReader.read(run, Run.class);
        } catch (MisplacedException unfit) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    source + " is none that this control plane can read: " + unfit.getMessage(),
                    "Is another instance of a later version? Upgrade this one.",
                    null,
                    unfit);
        }
    }
}
