package io.agentctl.sandbox.scaling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a scheduled action is due: {@code at(…)}, {@code rate(…)} or {@code cron(…)} with its six fields. */
sealed interface Schedule {
    /** The forms that the service model's documentation of {@code PutScheduledAction} names. */
    Pattern FORM = Pattern.compile("(at|rate|cron)\\((.+)\\)");

    /** Whether it is due in a minute since the epoch. */
    boolean firesAt(long epochMinute);

    /**
     * Due once.
     *
     * @param minute minutes since the epoch
     */
    record At(long minute) implements Schedule {
        @Override
        public boolean firesAt(long epochMinute) {
            return epochMinute == minute;
        }
    }

    /**
     * Due every so many minutes.
     *
     * @param minutes at least 1
     */
    record Rate(long minutes) implements Schedule {
        @Override
        public boolean firesAt(long epochMinute) {
            return epochMinute % minutes == 0;
        }
    }

    /**
     * Due when all fields match the local time.
     *
     * @param minute 0–59
     * @param hour 0–23
     * @param dayOfMonth 1–31
     * @param month 1–12
     * @param dayOfWeek 1–7, Sunday first
     * @param year as it is written
     * @param zone whose local time counts
     */
    record Cron(
            CronField minute,
            CronField hour,
            CronField dayOfMonth,
            CronField month,
            CronField dayOfWeek,
            CronField year,
            ZoneId zone)
            implements Schedule {
        @Override
        public boolean firesAt(long epochMinute) {
            ZonedDateTime local = Instant.ofEpochSecond(epochMinute * 60).atZone(zone);
            return minute.matches(local.getMinute())
                    && hour.matches(local.getHour())
                    && dayOfMonth.matches(local.getDayOfMonth())
                    && month.matches(local.getMonthValue())
                    && dayOfWeek.matches(local.getDayOfWeek().getValue() % 7 + 1)
                    && year.matches(local.getYear());
        }
    }

    /**
     * Reads a schedule.
     *
     * @param expression the schedule
     * @param timezone an IANA name, or null for UTC; counts for cron and at
     */
    static Schedule parse(String expression, String timezone) {
        Matcher matcher = FORM.matcher(expression == null ? "" : expression.trim());
        if (!matcher.matches()) {
            throw ScalingErrors.validation("Invalid schedule: " + expression);
        }
        try {
            ZoneId zone = timezone == null ? ZoneOffset.UTC : ZoneId.of(timezone);
            return switch (matcher.group(1)) {
                case "at" ->
                    new At(LocalDateTime.parse(matcher.group(2)).atZone(zone).toEpochSecond() / 60);
                case "rate" -> rate(matcher.group(2));
                default -> cron(matcher.group(2), zone);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ScalingErrors.validation("Invalid schedule " + expression + ": " + e.getMessage());
        }
    }

    private static Rate rate(String text) {
        String[] parts = text.trim().split("\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a rate is a number and a unit");
        }
        long unit =
                switch (parts[1].toLowerCase(Locale.ROOT)) {
                    case "minute", "minutes" -> 1;
                    case "hour", "hours" -> 60;
                    case "day", "days" -> 1440;
                    default -> throw new IllegalArgumentException("not a unit: " + parts[1]);
                };
        long count = Long.parseLong(parts[0]);
        if (count < 1) {
            throw new IllegalArgumentException("a rate is at least 1");
        }
        return new Rate(count * unit);
    }

    private static Cron cron(String text, ZoneId zone) {
        String[] fields = text.trim().split("\\s+", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException("cron has six fields, not " + fields.length);
        }
        return new Cron(
                CronField.number(fields[0], 0, 59),
                CronField.number(fields[1], 0, 23),
                CronField.number(fields[2], 1, 31),
                CronField.named(fields[3], "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", 12),
                CronField.named(fields[4], "SUN MON TUE WED THU FRI SAT", 7),
                CronField.number(fields[5], 1970, 2199),
                zone);
    }
}
