package io.agentctl.policies.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that an author probably meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * The end of a message, such as {@code . Did you mean intents?}; empty if no candidate is within a third of the
     * length of what was written, in edits.
     */
    public static String hint(String written, Collection<String> candidates) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= tolerance)
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> ". Did you mean " + candidate + "?")
                .orElse("");
    }

    /** The Damerau-Levenshtein distance with adjacent transpositions. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] cost) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
