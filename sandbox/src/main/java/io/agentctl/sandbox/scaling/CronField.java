package io.agentctl.sandbox.scaling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: {@code *}, {@code ?}, numbers, names, ranges, steps and lists of them. The extensions
 * {@code L}, {@code W} and {@code #} are refused.
 */
record CronField(BitSet values) {
    /** Copies. */
    CronField {
        values = (BitSet) values.clone();
    }

    boolean matches(int value) {
        return values.get(value);
    }

    static CronField number(String text, int least, int most) {
        return parse(text, List.of(), least, most);
    }

    static CronField named(String text, String names, int most) {
        return parse(text.toUpperCase(Locale.ROOT), List.of(names.split(" ", -1)), 1, most);
    }

    private static CronField parse(String text, List<String> names, int least, int most) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
            String range = stepped[0];
            int from = least;
            int to = most;
            if (!range.equals("*") && !range.equals("?")) {
                String[] ends = range.split("-", -1);
                from = value(ends[0], names);
                to = ends.length == 2 ? value(ends[1], names) : stepped.length == 1 ? from : most;
            }
            if (from < least || to > most || from > to || step < 1) {
                throw new IllegalArgumentException("field " + text + " is not within " + least + "-" + most);
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return new CronField(values);
    }

    private static int value(String text, List<String> names) {
        int name = names.indexOf(text);
        return name >= 0 ? name + 1 : Integer.parseInt(text);
    }
}
