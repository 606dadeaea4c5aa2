package io.agentctl.policies.document;

import java.util.List;

/**
 * A JSON pointer (RFC 6901) into a request such as {@code /context/prompt}, where the token {@code *} stands for every
 * member or element.
 *
 * @param tokens unescaped reference tokens; empty for the whole document
 */
public record JsonPath(List<String> tokens) {

    public JsonPath {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a pointer.
     *
     * @throws IllegalArgumentException if it is neither empty nor starts with a slash
     */
    public static JsonPath parse(String pointer) {
        if (pointer.isEmpty()) {
            return new JsonPath(List.of());
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer starts with a slash: " + pointer);
        }
        return new JsonPath(List.of(pointer.substring(1).split("/", -1)).stream()
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder();
        tokens.forEach(
                token -> pointer.append('/').append(token.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
