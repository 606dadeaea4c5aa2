package io.agentctl.control.html;

/** Text in HTML. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * The text so that it stands for itself, in elements and in quoted attributes; control characters become spaces.
     */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /** An element with text in it. */
    public static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    /** An element of a class with text in it. */
    public static String element(String name, String classes, String text) {
        return "<" + name + " class=\"" + classes + "\">" + escaped(text) + "</" + name + ">";
    }
}
