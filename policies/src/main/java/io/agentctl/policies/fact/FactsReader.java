package io.agentctl.policies.fact;

import io.agentctl.policies.document.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a request's JSON values (Map, List, Long or Integer, Double, String, Boolean, null) into facts. Declared
 * members are checked; a declared member that is null counts as absent; everything is in {@code context.attributes} as
 * it came.
 */
public final class FactsReader {

    private static final Map<String, Fact> CONTEXT = byName(FactCatalog.CONTEXT);
    private static final Map<String, Fact> USAGE = byName(FactCatalog.USAGE);
    private static final long SECONDS_OF_HOUR = 3600;
    private static final long SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;
    private static final long DAYS_OF_WEEK = 7;

    /** What the first day of the epoch was. */
    private static final long THURSDAY = 4;

    private static final double EXACT_INTEGERS = 0x1p63;

    private FactsReader() {}

    /**
     * Reads a request.
     *
     * @param context what the caller stated; not copied, and not to be changed from here on
     * @param usage what the runtime counted, by the names of the usage facts; facts that are not in it are 0
     * @throws FactTypeException if a declared member has another type
     */
    public static Facts read(Arrival arrival, Map<String, Object> context, Map<String, Object> usage) {
        return new Facts(request(arrival), context(context), usage(usage));
    }

    private static Map<String, Object> request(Arrival arrival) {
        long second = arrival.time().getEpochSecond();
        Map<String, Object> request = HashMap.newHashMap(7);
        request.put("intent", arrival.intent());
        request.put("environment", arrival.environment());
        request.put("time", arrival.time());
        request.put("hour", Math.floorMod(second, SECONDS_OF_DAY) / SECONDS_OF_HOUR);
        request.put("weekday", Math.floorMod(Math.floorDiv(second, SECONDS_OF_DAY) + THURSDAY - 1, DAYS_OF_WEEK) + 1);
        request.put("size", (long) arrival.size());
        arrival.caller().ifPresent(caller -> request.put("caller", caller));
        return request;
    }

    private static Map<String, Object> context(Map<String, Object> stated) {
        Map<String, Object> context = HashMap.newHashMap(CONTEXT.size());
        for (Map.Entry<String, Object> member : stated.entrySet()) {
            Fact fact = CONTEXT.get(member.getKey());
            if (fact != null && member.getValue() != null && fact.type() != ValueType.MAP) {
                context.put(fact.name(), typed(fact, member.getValue()));
            }
        }
        context.put("attributes", stated);
        return context;
    }

    private static Map<String, Object> usage(Map<String, Object> counted) {
        Map<String, Object> usage = HashMap.newHashMap(USAGE.size());
        for (Fact fact : USAGE.values()) {
            Object value = counted.get(fact.name());
            usage.put(fact.name(), value == null ? 0L : typed(fact, value));
        }
        return usage;
    }

    private static Object typed(Fact fact, Object value) {
        Object typed =
                switch (fact.type()) {
                    case BOOL -> value instanceof Boolean ? value : null;
                    case STRING -> value instanceof String ? value : null;
                    case INT -> integer(value);
                    case DOUBLE -> finite(value);
                    case STRING_LIST -> value instanceof List<?> list ? strings(fact, list) : null;
                    case INT_LIST -> value instanceof List<?> list ? integers(fact, list) : null;
                    case MAP -> value instanceof Map ? value : null;
                    case DURATION, TIMESTAMP -> null;
                };
        if (typed == null) {
            throw new FactTypeException(
                    pointer(fact), "must be " + expected(fact.type()) + ", and is " + nameOf(value));
        }
        return typed;
    }

    /** The integer that a value is, or null if it is none. */
    private static Long integer(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Double number && Math.rint(number) == number && Math.abs(number) < EXACT_INTEGERS
                ? Long.valueOf(number.longValue())
                : null;
    }

    private static Double finite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Double.valueOf(number.doubleValue())
                : null;
    }

    private static List<?> strings(Fact fact, List<?> list) {
        for (int index = 0; index < list.size(); index++) {
            if (!(list.get(index) instanceof String)) {
                throw element(fact, index, "a string", list.get(index));
            }
        }
        return list;
    }

    private static List<Long> integers(Fact fact, List<?> list) {
        List<Long> integers = new ArrayList<>(list.size());
        for (int index = 0; index < list.size(); index++) {
            Long integer = integer(list.get(index));
            if (integer == null) {
                throw element(fact, index, "an integer of 64 bits", list.get(index));
            }
            integers.add(integer);
        }
        return integers;
    }

    private static FactTypeException element(Fact fact, int index, String expected, Object value) {
        return new FactTypeException(pointer(fact) + "/" + index, "must be " + expected + ", and is " + nameOf(value));
    }

    private static String pointer(Fact fact) {
        return "/" + fact.scope() + "/" + fact.name();
    }

    private static String expected(ValueType type) {
        return switch (type) {
            case BOOL -> "true or false";
            case INT -> "an integer of 64 bits";
            case DOUBLE -> "a finite number";
            case STRING -> "a string";
            case DURATION -> "a duration";
            case TIMESTAMP -> "an instant";
            case STRING_LIST -> "a list of strings";
            case INT_LIST -> "a list of integers";
            case MAP -> "an object";
        };
    }

    private static String nameOf(Object value) {
        if (value == null) {
            return "null";
        }
        return switch (value) {
            case String ignored -> "a string";
            case Boolean ignored -> "a boolean";
            case Number number -> "the number " + number;
            case List<?> ignored -> "a list";
            case Map<?, ?> ignored -> "an object";
            default -> "a " + value.getClass().getSimpleName();
        };
    }

    private static Map<String, Fact> byName(String scope) {
        Map<String, Fact> facts = new HashMap<>();
        FactCatalog.of(scope).forEach(fact -> facts.put(fact.name(), fact));
        return Map.copyOf(facts);
    }
}
