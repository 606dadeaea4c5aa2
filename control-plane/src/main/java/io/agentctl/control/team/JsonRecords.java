package io.agentctl.control.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;

/** Records as the JSON texts that they are kept as. */
public final class JsonRecords {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonRecords() {}

    /** The text of a record. */
    public static String write(Record value) {
        return RecordTree.of(value).toString();
    }

    /**
     * The record of a text.
     *
     * @throws AgentctlException BAD_DOCUMENT if it is none of that type
     */
    public static <T> T read(String what, String text, Class<T> type) {
        try {
            return RecordReader.read(JSON.readTree(text), type);
        } catch (JsonProcessingException | MisplacedException wrong) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    what + " cannot be read: "
                            + (wrong instanceof JsonProcessingException json
                                    ? json.getOriginalMessage()
                                    : wrong.getMessage()),
                    "Was it written by another version?",
                    null,
                    wrong);
        }
    }
}
