package io.agentctl.control.windows.calendar;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The local times that a cron expression of five fields matches, in no zone: without gaps and repetitions. */
public final class LocalTimes {

    private static final ZonedDateTime EPOCH =
            LocalDateTime.of(2000, 1, 1, 0, 0).atZone(ZoneOffset.UTC);

    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    private final String expression;
    private final List<ExecutionTime> times;

    private LocalTimes(String expression, List<ExecutionTime> times) {
        this.expression = expression;
        this.times = List.copyOf(times);
    }

    /**
     * Reads an expression: minute, hour, day of month, month, day of week, such as {@code 0 20 * * MON-FRI}. One that
     * restricts both days comes on either, as crontab(5) has it.
     *
     * @throws IllegalArgumentException if it is none, or never comes, or is one that programs understand differently
     */
    public static LocalTimes parse(String expression) {
        List<String> fields = List.of(expression.strip().split("\\s+", -1));
        // Also checks the expression as a whole, so that what is wrong with it is told of what was written.
        ExecutionTime whole = read(expression);
        if (fields.size() <= DAY_OF_WEEK) {
            throw new IllegalArgumentException("it has not five fields");
        }
        List<ExecutionTime> times = restrictsBothDays(fields)
                ? List.of(read(without(fields, DAY_OF_MONTH)), read(without(fields, DAY_OF_WEEK)))
                : List.of(whole);
        LocalTimes read = new LocalTimes(expression, times);
        if (read.after(EPOCH.toLocalDateTime()).isEmpty()) {
            throw new IllegalArgumentException("it never comes");
        }
        return read;
    }

    private static ExecutionTime read(String expression) {
        Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(expression)
                .validate();
        return ExecutionTime.forCron(cron);
    }

    /** crontab(5) counts whatever begins with a star as no restriction, and wants both days then; others do not. */
    private static boolean restrictsBothDays(List<String> fields) {
        String month = fields.get(DAY_OF_MONTH);
        String week = fields.get(DAY_OF_WEEK);
        if (month.equals("*") || week.equals("*")) {
            return false;
        }
        if (month.startsWith("*") || week.startsWith("*")) {
            throw new IllegalArgumentException(
                    "programs disagree about a day with a star and a step beside another day; list the days");
        }
        return true;
    }

    private static String without(List<String> fields, int field) {
        List<String> rest = new ArrayList<>(fields);
        rest.set(field, "*");
        return String.join(" ", rest);
    }

    /** True if it comes on days of the month and on days of the week. */
    public boolean onEitherDay() {
        return times.size() > 1;
    }

    /** The first one after a time. */
    public Optional<LocalDateTime> after(LocalDateTime time) {
        return each(one -> one.nextExecution(time.atZone(ZoneOffset.UTC))).min(Comparator.naturalOrder());
    }

    /** The last one that is not after a time. */
    public Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
        return each(one -> one.lastExecution(time.plusSeconds(1).atZone(ZoneOffset.UTC)))
                .max(Comparator.naturalOrder());
    }

    private Stream<LocalDateTime> each(Function<ExecutionTime, Optional<ZonedDateTime>> time) {
        return times.stream().map(time).flatMap(Optional::stream).map(ZonedDateTime::toLocalDateTime);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return expression;
    }
}
