package io.agentctl.cli.slo;

import io.agentctl.control.slo.BurnRatePair;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Numbers and times as pages of objectives show them. */
final class Words {

    private static final double WHOLE = 100;
    private static final double MANY = 100;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:00 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code 1 alarm}, {@code 2 alarms}. */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Three decimals, which 99.95 % needs, and no zeros at the end; a question mark where nothing is known. */
    static String share(OptionalDouble share) {
        return share.isPresent() ? number(share.getAsDouble() * WHOLE, 3) + "%" : "?";
    }

    /** Whole percent. */
    static String percent(double share) {
        return Math.round(share * WHOLE) + "%";
    }

    /** With up to so many decimals, and no zeros at the end. */
    static String number(double number, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A burn rate: one decimal where it matters. */
    static String rate(OptionalDouble rate) {
        return rate.isPresent() ? number(rate.getAsDouble(), rate.getAsDouble() < MANY ? 1 : 0) + "x" : "?";
    }

    /** {@code 30d}, {@code 6h}, {@code 5m}, {@code 1d 3h}. */
    static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return length.toSeconds() + "s";
        }
        return List.of(part(length.toDays(), "d"), part(length.toHoursPart(), "h"), part(length.toMinutesPart(), "m"))
                .stream()
                .filter(part -> !part.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    /** To the hour: forecasts know no more. */
    static String hour(Instant at) {
        return HOUR.format(at);
    }

    /** {@code 2% 1h/5m page}. */
    static String pair(BurnRatePair pair) {
        return number(pair.budgetShare() * WHOLE, 1) + "% " + length(pair.longWindow()) + "/"
                + length(pair.shortWindow()) + " "
                + switch (pair.urgency()) {
                    case PAGE -> "page";
                    case TICKET -> "ticket";
                };
    }
}
