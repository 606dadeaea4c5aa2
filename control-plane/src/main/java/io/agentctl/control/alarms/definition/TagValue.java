package io.agentctl.control.alarms.definition;

/** What the value of a tag may be. */
final class TagValue {

    /** CloudWatch's bound (API reference, Tag). */
    private static final int LONGEST = 256;

    private TagValue() {}

    /**
     * Letters, digits, spaces and {@code _ . : / = + - @} (Tagging AWS resources, "Best practices"); others are blank.
     */
    static String of(String text) {
        String clean = text.replaceAll("[^\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
