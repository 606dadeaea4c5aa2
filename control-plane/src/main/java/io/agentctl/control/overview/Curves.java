package io.agentctl.control.overview;

import io.agentctl.control.capacity.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * These, continued by newer ones that begin where these are known. What is no longer there is left out; what was
     * not there before begins where the newer ones do.
     */
    public Curves then(Curves newer) {
        Instant since = newer.to.minus(range.length());
        if (!range.equals(newer.range) || newer.from.isAfter(to) || !newer.from.isAfter(since)) {
            return newer;
        }
        return new Curves(
                range,
                since,
                newer.to,
                answers.then(newer.answers, since),
                newer.services.isEmpty()
                        ? services
                        : joined(
                                services,
                                newer.services,
                                ServiceCurves::service,
                                (old, fresh) -> old.then(fresh, since)),
                joined(functions, newer.functions, FunctionCurves::function, (old, fresh) -> old.then(fresh, since)),
                joined(tables, newer.tables, TableCurves::name, (old, fresh) -> old.then(fresh, since)),
                newer.newest.or(() -> newest.filter(at -> at.isAfter(since))));
    }

    /** Whether these tell of all that others tell of. */
    public boolean tellOfAllIn(Curves others) {
        return names().containsAll(others.names());
    }

    private Set<String> names() {
        return Stream.of(
                        services.stream().map(ServiceCurves::service),
                        functions.stream().map(FunctionCurves::function),
                        tables.stream().map(TableCurves::name))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static <T> List<T> joined(
            List<T> known, List<T> newer, Function<T, String> name, BinaryOperator<T> together) {
        Map<String, T> byName = known.stream().collect(Collectors.toMap(name, Function.identity(), (one, two) -> one));
        return newer.stream()
                .map(fresh -> Optional.ofNullable(byName.get(name.apply(fresh)))
                        .map(old -> together.apply(old, fresh))
                        .orElse(fresh))
                .toList();
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
    public record Answers(History p50, History p95, History p99, History perMinute, History failed, History decision) {

        private Answers then(Answers newer, Instant from) {
            return new Answers(
                    p50.then(newer.p50, from),
                    p95.then(newer.p95, from),
                    p99.then(newer.p99, from),
                    perMinute.then(newer.perMinute, from),
                    failed.then(newer.failed, from),
                    decision.then(newer.decision, from));
        }
    }

    /**
     * How full a service ran, in percent of what its tasks have.
     *
     * @param cpu on average over its tasks
     * @param cpuHighest of the busiest task
     * @param memory of the fullest task
     */
    public record ServiceCurves(String service, History cpu, History cpuHighest, History memory) {

        private ServiceCurves then(ServiceCurves newer, Instant from) {
            return new ServiceCurves(
                    service,
                    cpu.then(newer.cpu, from),
                    cpuHighest.then(newer.cpuHighest, from),
                    memory.then(newer.memory, from));
        }
    }

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
            History memory) {

        private FunctionCurves then(FunctionCurves newer, Instant from) {
            return new FunctionCurves(
                    function,
                    p50.then(newer.p50, from),
                    p99.then(newer.p99, from),
                    perMinute.then(newer.perMinute, from),
                    errors.then(newer.errors, from),
                    throttles.then(newer.throttles, from),
                    memory.then(newer.memory, from));
        }
    }

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
            String table, String meter, Mode mode, OptionalDouble units, History consumed, History throttled) {

        private String name() {
            return table + " " + meter;
        }

        private TableCurves then(TableCurves newer, Instant from) {
            return new TableCurves(
                    table,
                    meter,
                    newer.mode,
                    newer.units,
                    consumed.then(newer.consumed, from),
                    throttled.then(newer.throttled, from));
        }
    }
}
