package io.agentctl.cli.output.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * The axis of times.
 *
 * @param from where it begins
 * @param to where it ends, later
 * @param zone on whose clocks labels are
 */
public record TimeAxis(Instant from, Instant to, ZoneId zone) {

    private static final Duration BY_DAYS = Duration.ofDays(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int BETWEEN_LABELS = 12;

    /** @throws IllegalArgumentException unless it ends after it begins */
    public TimeAxis {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("an axis of times ends after it begins, not at " + to);
        }
    }

    /** The dot, counted from the left, at which an instant is drawn. */
    int x(Instant instant, int width) {
        double share = (double) Duration.between(from, instant).toMillis()
                / Duration.between(from, to).toMillis();
        return (int) Math.floor(share * width);
    }

    /** Labels at both ends, and between them as many as there is room for. */
    String labels(int columns) {
        DateTimeFormatter format = (Duration.between(from, to).compareTo(BY_DAYS) < 0 ? TIME : DAY).withZone(zone);
        char[] line = new char[columns];
        Arrays.fill(line, ' ');
        int gaps = Math.max(1, columns / BETWEEN_LABELS);
        Duration length = Duration.between(from, to);
        for (int index = 0; index <= gaps; index++) {
            String label = format.format(from.plus(length.multipliedBy(index).dividedBy(gaps)));
            int at = (int) ((long) index * columns / gaps) - (index == 0 ? 0 : label.length() / 2);
            place(label, index == gaps ? columns - label.length() : at, line);
        }
        return new String(line).stripTrailing();
    }

    private static void place(String label, int at, char[] line) {
        if (at >= 0 && at + label.length() <= line.length && (at == 0 || line[at - 1] == ' ')) {
            label.getChars(0, label.length(), line, at);
        }
    }
}
