package io.agentctl.sandbox.ecs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param nextToken where the next one begins; null on the last
 */
public record Page<T>(List<T> items, String nextToken) {
    /** Copies. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a list.
     *
     * @param all the whole list, in an order that stays
     * @param token a former page's token; null for the first
     * @param size the most items on the page, at least 1
     * @throws IllegalArgumentException when the token was not made here
     */
    public static <T> Page<T> of(List<T> all, String token, int size) {
        int from = token == null || token.isEmpty() ? 0 : decode(token);
        if (from < 0 || from > all.size()) {
            throw new IllegalArgumentException("Invalid token.");
        }
        int to = Math.min(all.size(), from + size);
        return new Page<>(all.subList(from, to), to < all.size() ? encode(to) : null);
    }

    private static String encode(int offset) {
        byte[] text = ("page:" + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int decode(String token) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        if (!text.matches("page:\\d{1,9}")) {
            throw new IllegalArgumentException("Invalid token.");
        }
        return Integer.parseInt(text.substring("page:".length()));
    }
}
