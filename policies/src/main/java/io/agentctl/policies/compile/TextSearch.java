package io.agentctl.policies.compile;

/** Finds a text in another in time that grows with their sum. */
final class TextSearch {

    /** Products of lengths up to which Java's own search is quick whatever the texts are. */
    private static final long QUICK = 1L << 20;

    private TextSearch() {}

    static boolean contains(String text, String wanted) {
        if ((long) text.length() * wanted.length() <= QUICK) {
            return text.contains(wanted);
        }
        return wanted.length() <= text.length() && search(text, wanted);
    }

    /** Knuth, Morris, Pratt, SIAM J. Comput. 6 (1977). */
    private static boolean search(String text, String wanted) {
        int[] fallback = fallback(wanted);
        int matched = 0;
        for (int at = 0; at < text.length(); at++) {
            while (matched > 0 && text.charAt(at) != wanted.charAt(matched)) {
                matched = fallback[matched - 1];
            }
            if (text.charAt(at) == wanted.charAt(matched)) {
                matched++;
            }
            if (matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each prefix, the length of the longest shorter prefix that it ends with. */
    private static int[] fallback(String wanted) {
        int[] fallback = new int[wanted.length()];
        int matched = 0;
        for (int at = 1; at < wanted.length(); at++) {
            while (matched > 0 && wanted.charAt(at) != wanted.charAt(matched)) {
                matched = fallback[matched - 1];
            }
            if (wanted.charAt(at) == wanted.charAt(matched)) {
                matched++;
            }
            fallback[at] = matched;
        }
        return fallback;
    }
}
