package io.agentctl.control.overview;

import io.agentctl.control.capacity.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of a runtime over a range, all of it read together.
 *
 * @param range over how long, and how finely
 * @param from when the first period begins
 * @param to when the last ends
 * @param answers of the runtime
 * @param services use of ECS services, by name
 * @param functions what Lambda functions did
 * @param tables use of DynamoDB tables and indexes
 * @param newest when the latest figure of the runtime ends; absent if there is none in the range
 */
public record Curves(
        Range range,
        Instant from,
        Instant to,
        Answers answers,
        List<ServiceCurves> services,
        List<FunctionCurves> functions,
        List<TableCurves> tables,
        Optional<Instant> newest) {

    public Curves {
        services = List.copyOf(services);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
    }

    /**
     * What the runtime answered.
     *
     * @param p50 milliseconds
     * @param p95 the same
     * @param p99 the same
     * @param perMinute answers a minute
     * @param failed the share, 0 to 1, of answers that were failures of the runtime (5xx)
     * @param decision how long governance took on average, in milliseconds
     */
    public record Answers(History p50, History p95, History p99, History perMinute, History failed, History decision) {}

    /**
     * How full a service ran, in percent of what its tasks have.
     *
     * @param cpu on average over its tasks
     * @param cpuHighest of the busiest task
     * @param memory of the fullest task
     */
    public record ServiceCurves(String service, History cpu, History cpuHighest, History memory) {}

    /**
     * What a function did.
     *
     * @param p50 milliseconds that an invocation took
     * @param p99 the same
     * @param perMinute invocations a minute
     * @param errors in each period
     * @param throttles in each period
     * @param memory of the fullest environment, in percent of what it has; only where Lambda Insights measures it
     */
    public record FunctionCurves(
            String function,
            History p50,
            History p99,
            History perMinute,
            History errors,
            History throttles,
            History memory) {}

    /**
     * The reads or the writes of a table or index.
     *
     * @param meter such as {@code reads} or {@code writes of by-owner}
     * @param mode how they are paid for
     * @param units that are provisioned a second now; absent on demand
     * @param consumed units a second
     * @param throttled requests refused in each period
     */
    public record TableCurves(
            String table, String meter, Mode mode, OptionalDouble units, History consumed, History throttled) {}
}
