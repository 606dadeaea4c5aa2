package io.agentctl.control.windows.calendar;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The local times that a cron expression of five fields matches, in no zone: without gaps and repetitions. */
public final class LocalTimes {

    private static final ZonedDateTime EPOCH =
            LocalDateTime.of(2000, 1, 1, 0, 0).atZone(ZoneOffset.UTC);

    private final String expression;
    private final ExecutionTime times;

    private LocalTimes(String expression, ExecutionTime times) {
        this.expression = expression;
        this.times = times;
    }

    /**
     * Reads an expression: minute, hour, day of month, month, day of week, such as {@code 0 20 * * MON-FRI}.
     *
     * @throws IllegalArgumentException if it is none, or restricts both days: cron programs disagree about what that
     *     means
     */
    public static LocalTimes parse(String expression) {
        Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(expression)
                .validate();
        if (restricts(cron, CronFieldName.DAY_OF_MONTH) && restricts(cron, CronFieldName.DAY_OF_WEEK)) {
            throw new IllegalArgumentException("it restricts both the day of month and the day of week");
        }
        ExecutionTime times = ExecutionTime.forCron(cron);
        if (times.nextExecution(EPOCH).isEmpty()) {
            throw new IllegalArgumentException("it never comes");
        }
        return new LocalTimes(expression, times);
    }

    private static boolean restricts(Cron cron, CronFieldName field) {
        return !(cron.retrieve(field).getExpression() instanceof Always);
    }

    /** The first one after a time. */
    Optional<LocalDateTime> after(LocalDateTime time) {
        return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /** The last one that is not after a time. */
    Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
        return times.lastExecution(time.plusSeconds(1).atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return expression;
    }
}
