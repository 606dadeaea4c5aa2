package io.agentctl.control.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;

/** JSON as text, read strictly: no member twice, nothing behind the end, every digit of a number kept. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * Reads a text.
     *
     * @param name what it is, for messages
     * @throws AgentctlException BAD_DOCUMENT with line and column if it is no JSON
     */
    public static JsonNode read(String name, String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new AgentctlException(ErrorCode.BAD_DOCUMENT, name + " is empty", "");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : ":" + malformed.getLocation().getLineNr() + ":"
                            + malformed.getLocation().getColumnNr();
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, name + where + ": " + malformed.getOriginalMessage(), "", null, malformed);
        }
    }

    /** The shortest text of a tree. */
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
