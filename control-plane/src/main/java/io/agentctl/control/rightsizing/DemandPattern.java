package io.agentctl.control.rightsizing;

import java.util.Locale;

/**
 * What repeats and what moves in the demand for CPU.
 *
 * @param daily share of the variance, 0 to 1, that the time of day explains; 0 where two days were not seen
 * @param weekly share that the day of the week adds to that, 0 to 1; 0 where two weeks were not seen
 * @param growthPerWeek relative change of the typical demand a week, 0.05 for 5 %; 0 where no trend is certain
 * @param levelShift relative change where demand moved to another level within the look-back; 0 where it did not
 */
public record DemandPattern(double daily, double weekly, double growthPerWeek, double levelShift) {

    /** Nothing repeats and nothing moves, or nothing can be said. */
    public static final DemandPattern NONE = new DemandPattern(0, 0, 0, 0);

    /** Less than this, in percent, reads as nothing. */
    private static final double LEAST = 0.5;

    /** {@code 62% of its ups and downs follow the time of day, 20% the day of the week; grows 1.2% a week}. */
    public String words() {
        StringBuilder words = new StringBuilder(rhythm());
        double growth = growthPerWeek * 100;
        if (Math.abs(growth) >= LEAST / 10) {
            words.append(format("; %s %.1f%% a week", growth > 0 ? "grows" : "shrinks", Math.abs(growth)));
        } else {
            words.append("; no growth");
        }
        return Math.abs(levelShift * 100) < LEAST
                ? words.toString()
                : words.append(format("; moved to another level, %+.0f%%", levelShift * 100))
                        .toString();
    }

    private String rhythm() {
        boolean byDay = daily * 100 >= LEAST;
        boolean byWeek = weekly * 100 >= LEAST;
        if (!byDay && !byWeek) {
            return "no rhythm of days or weeks";
        }
        String day = format("%.0f%% of its ups and downs follow the time of day", daily * 100);
        String week = byDay
                ? format("%.0f%% the day of the week", weekly * 100)
                : format("%.0f%% of its ups and downs follow the day of the week", weekly * 100);
        return (byDay ? day : "") + (byDay && byWeek ? ", " : "") + (byWeek ? week : "");
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
