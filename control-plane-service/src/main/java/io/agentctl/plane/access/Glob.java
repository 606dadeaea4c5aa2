package io.agentctl.plane.access;

/**
 * A text in which {@code *} stands for any characters, none and slashes among them.
 *
 * @param text such as {@code ecs-service:agent-runtime/*}
 */
public record Glob(String text) {

    /** Whatever there is. */
    public static final Glob ALL = new Glob("*");

    public Glob {
        if (text.isBlank() || !text.equals(text.trim())) {
            throw new IllegalArgumentException("a pattern is a text without space around it, not '" + text + "'");
        }
    }

    /** Whether a whole text fits, in a time that grows with the product of both lengths at most. */
    public boolean matches(String candidate) {
        int at = 0;
        int in = 0;
        int star = -1;
        int tried = 0;
        while (at < candidate.length()) {
            if (in < text.length() && text.charAt(in) == '*') {
                star = in;
                in++;
                tried = at;
            } else if (in < text.length() && text.charAt(in) == candidate.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                tried++;
                at = tried;
            } else {
                return false;
            }
        }
        while (in < text.length() && text.charAt(in) == '*') {
            in++;
        }
        return in == text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
