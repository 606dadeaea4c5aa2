package io.agentctl.control.performance.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.performance.http.Ending.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A check on every answer. */
sealed interface Expectation {

    /** As it was written. */
    String text();

    /** Whether an answer is as it should be. */
    boolean holds(Answer answer);

    /** Whether the body is looked at. */
    default boolean needsBody() {
        return true;
    }

    /**
     * The status is one of some.
     *
     * @param statuses such as {@code 200} or {@code 2xx}
     */
    record Status(String text, List<String> statuses) implements Expectation {

        private static final int HUNDRED = 100;

        @Override
        public boolean holds(Answer answer) {
            for (String status : statuses) {
                boolean held = status.endsWith("xx")
                        ? answer.status() / HUNDRED == status.charAt(0) - '0'
                        : answer.status() == Integer.parseInt(status);
                if (held) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean needsBody() {
            return false;
        }
    }

    /** The body has a text in it. */
    record Body(String text, String wanted) implements Expectation {

        @Override
        public boolean holds(Answer answer) {
            return new String(answer.body(), StandardCharsets.UTF_8).contains(wanted);
        }
    }

    /** The body is JSON, and has a value at a place. */
    record Json(String text, JsonPointer place, String wanted) implements Expectation {

        private static final ObjectMapper MAPPER = new ObjectMapper();

        @Override
        public boolean holds(Answer answer) {
            try {
                JsonNode found = MAPPER.readTree(answer.body()).at(place);
                return !found.isMissingNode()
                        && (found.isValueNode() ? found.asText() : found.toString()).equals(wanted);
            } catch (IOException ignored) {
                return false;
            }
        }
    }
}
