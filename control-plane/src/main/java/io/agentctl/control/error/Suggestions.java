package io.agentctl.control.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a user probably meant. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /**
     * The candidates nearest to what was typed: those that contain it or are contained in it, and those within a third
     * of its length in edits. At most three, nearest first.
     */
    public static List<String> near(String typed, Collection<String> candidates) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= tolerance
                        || contains(wanted, candidate.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(
                                (String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** A sentence such as {@code Did you mean api or apis?}, or an empty string if nothing is near. */
    public static String sentence(String typed, Collection<String> candidates) {
        List<String> near = near(typed, candidates);
        if (near.isEmpty()) {
            return "";
        }
        int last = near.size() - 1;
        String all = last == 0 ? near.getFirst() : String.join(", ", near.subList(0, last)) + " or " + near.get(last);
        return "Did you mean " + all + "?";
    }

    private static boolean contains(String wanted, String candidate) {
        return wanted.length() >= 3 && (candidate.contains(wanted) || wanted.contains(candidate));
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
