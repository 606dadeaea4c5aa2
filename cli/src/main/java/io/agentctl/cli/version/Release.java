package io.agentctl.cli.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a place of releases says is newest.
 *
 * @param newest the version
 * @param released when it was made, if that is told
 * @param notes an address to read about it, if that is told; nothing is fetched from it
 */
record Release(VersionNumber newest, Optional<LocalDate> released, Optional<String> notes) {

    private static final int SCHEMA_VERSION = 1;
    private static final String ADDRESS = "https://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,300}";

    /**
     * Reads {@code {"schemaVersion": 1, "newest": "1.4.0", "released": "2026-11-20", "notes": "https://…"}}; other
     * fields are passed over, so that later documents may have some.
     *
     * @param source where it is from, for messages
     * @throws AgentctlException BAD_DOCUMENT if it is not such a document
     */
    static Release parse(String source, String text) {
        try {
            JsonNode root = JsonMapper.builder().build().readTree(text);
            int version = root.path("schemaVersion").asInt(0);
            if (version != SCHEMA_VERSION) {
                throw new IllegalArgumentException("its schemaVersion is " + version + ", not " + SCHEMA_VERSION);
            }
            return new Release(
                    new VersionNumber(root.path("newest").asText()),
                    text(root, "released").map(LocalDate::parse),
                    text(root, "notes").map(Release::address));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    source + " does not tell a release: "
                            + String.valueOf(problem.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "It should be like {\"schemaVersion\": 1, \"newest\": \"1.4.0\"}.",
                    null,
                    problem);
        }
    }

    private static Optional<String> text(JsonNode root, String field) {
        return root.hasNonNull(field) ? Optional.of(root.path(field).asText()) : Optional.empty();
    }

    private static String address(String text) {
        if (!text.matches(ADDRESS)) {
            throw new IllegalArgumentException("its notes are no https address");
        }
        return text;
    }
}
