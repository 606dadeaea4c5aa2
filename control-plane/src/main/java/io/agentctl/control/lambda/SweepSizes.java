package io.agentctl.control.lambda;

import io.agentctl.control.race.LambdaSize;
import java.util.ArrayList;
import java.util.List;

/** Reads which memory sizes are to be measured. */
public final class SweepSizes {

    /** More sizes than anybody needs to tell apart, and each takes a version. */
    static final int MOST = 64;

    private static final int STEP = 64;
    private static final String AUTO = "auto";

    private SweepSizes() {}

    /**
     * Reads {@code 128,256,512}, {@code 128..3008:64} (from, to, step), both mixed, or {@code auto}.
     *
     * @return memory in MB, in the order given; empty for {@code auto}
     * @throws IllegalArgumentException saying what is wrong: no number, out of 128 to 10,240, twice the same, too many
     */
    public static List<Integer> parse(String text) {
        if (text.strip().equals(AUTO)) {
            return List.of();
        }
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] bounds = part.strip().split("\\.\\.", -1);
            if (bounds.length == 1) {
                sizes.add(memory(bounds[0]));
            } else if (bounds.length == 2) {
                addRange(sizes, bounds[0], bounds[1]);
            } else {
                throw new IllegalArgumentException("not a range of sizes: " + part);
            }
            requireFew(sizes.size());
        }
        return checked(sizes);
    }

    /** The same sizes, if they are in range and differ. */
    static List<Integer> checked(List<Integer> sizes) {
        sizes.forEach(size -> memory(Integer.toString(size)));
        requireFew(sizes.size());
        List<Integer> twice = sizes.stream()
                .filter(size -> sizes.indexOf(size) != sizes.lastIndexOf(size))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("sizes are given twice: " + twice);
        }
        return List.copyOf(sizes);
    }

    private static void addRange(List<Integer> sizes, String from, String rest) {
        String[] parts = rest.split(":", -1);
        int first = memory(from);
        int last = memory(parts[0]);
        int step = parts.length == 1 ? STEP : number(parts[1]);
        if (parts.length > 2 || last < first || step < 1) {
            throw new IllegalArgumentException(
                    "a range is FROM..TO:STEP with FROM not above TO and STEP at least 1, not " + from + ".." + rest);
        }
        requireFew((last - first) / step + 1);
        for (int size = first; size <= last; size += step) {
            sizes.add(size);
        }
    }

    private static void requireFew(int count) {
        if (count > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " sizes, not " + count + ": use a larger step");
        }
    }

    private static int memory(String text) {
        int memory = number(text);
        if (memory < LambdaSize.LEAST_MB || memory > LambdaSize.MOST_MB) {
            throw new IllegalArgumentException(
                    "memory is " + LambdaSize.LEAST_MB + " to " + LambdaSize.MOST_MB + " MB, not " + memory);
        }
        return memory;
    }

    private static int number(String text) {
        String digits = text.strip();
        if (!digits.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "not a number of MB: \"" + text + "\". Write 128,256,512 or 128..3008:64 or " + AUTO);
        }
        return Integer.parseInt(digits);
    }
}
