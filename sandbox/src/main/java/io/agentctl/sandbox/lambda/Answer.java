package io.agentctl.sandbox.lambda;

import java.util.Objects;

/** What a function answers when it succeeds. */
public sealed interface Answer {
    /** The payload itself; {@code null} without one. */
    record Echo() implements Answer {}

    /**
     * Always the same.
     *
     * @param json the answer's text
     */
    record Fixed(String json) implements Answer {
        /** Validates. */
        public Fixed {
            Objects.requireNonNull(json, "json");
        }
    }

    /** The answer to a payload. */
    default byte[] to(byte[] payload) {
        return switch (this) {
            case Echo ignored -> payload.length == 0 ? utf8("null") : payload;
            case Fixed fixed -> utf8(fixed.json());
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
