package io.agentctl.policies.compile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a subject may have in a conjunction of comparisons with constants: an interval, perhaps only some
 * values, and values that are left out.
 *
 * @param integers whether only whole numbers count
 * @param lower the bound below, if there is one
 * @param upper the bound above, if there is one
 * @param only the values that are left, if they are listed
 * @param without values that are left out
 */
record Range(
        boolean integers,
        Optional<Bound> lower,
        Optional<Bound> upper,
        Optional<Set<Object>> only,
        Set<Object> without) {

    /** A bound, inclusive or not. */
    record Bound(Comparable<Object> value, boolean inclusive) {}

    static Range everything(boolean integers) {
        return new Range(integers, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** Where a comparison with a constant is true. */
    @SuppressWarnings("unchecked") // Constants are numbers, strings, instants and durations of one type.
    Range narrowed(Comparison comparison, Object constant) {
        if (!(constant instanceof Comparable<?>)) {
            return this;
        }
        Comparable<Object> value = (Comparable<Object>) constant;
        return switch (comparison) {
            case EQUAL -> listed(Set.of(constant));
            case NOT_EQUAL -> without(constant);
            case GREATER ->
                above(
                        integers && constant instanceof Long whole && whole < Long.MAX_VALUE
                                ? bound(whole + 1)
                                : new Bound(value, false));
            case GREATER_OR_EQUAL -> above(new Bound(value, true));
            case LESS ->
                below(
                        integers && constant instanceof Long whole && whole > Long.MIN_VALUE
                                ? bound(whole - 1)
                                : new Bound(value, false));
            case LESS_OR_EQUAL -> below(new Bound(value, true));
        };
    }

    /** What is left where only some values are possible. */
    Range listed(Set<Object> values) {
        Set<Object> left = new HashSet<>(values);
        only.ifPresent(left::retainAll);
        return new Range(integers, lower, upper, Optional.of(Set.copyOf(left)), without);
    }

    /** What is left without a value. */
    Range without(Object value) {
        Set<Object> more = new HashSet<>(without);
        more.add(value);
        return new Range(integers, lower, upper, only, Set.copyOf(more));
    }

    /** Whether no value is possible. */
    boolean isEmpty() {
        if (only.isPresent()) {
            return only.get().stream().noneMatch(this::admits);
        }
        if (lower.isEmpty() || upper.isEmpty()) {
            return false;
        }
        int order = lower.get().value().compareTo(upper.get().value());
        boolean point = order == 0 && lower.get().inclusive() && upper.get().inclusive();
        return order > 0
                || (order == 0 && !point)
                || (point && without.contains(lower.get().value()));
    }

    /** Whether every value of this one is one of the other. */
    boolean isWithin(Range other) {
        if (only.isPresent()) {
            return only.get().stream().filter(this::admits).allMatch(other::contains);
        }
        if (other.only().isPresent()) {
            return false;
        }
        boolean lowerHolds = other.lower()
                .map(bound -> lower.isPresent() && startsIn(lower.get(), bound))
                .orElse(true);
        boolean upperHolds = other.upper()
                .map(bound -> upper.isPresent() && endsIn(upper.get(), bound))
                .orElse(true);
        return lowerHolds && upperHolds && other.without().stream().noneMatch(this::contains);
    }

    private boolean contains(Object value) {
        return only.map(values -> values.contains(value)).orElse(true) && admits(value);
    }

    private boolean admits(Object value) {
        return !without.contains(value)
                && lower.map(bound -> isAbove(bound, value)).orElse(true)
                && upper.map(bound -> isBelow(bound, value)).orElse(true);
    }

    private Range above(Bound bound) {
        boolean tighter = lower.isEmpty() || startsIn(bound, lower.get());
        return tighter ? new Range(integers, Optional.of(bound), upper, only, without) : this;
    }

    private Range below(Bound bound) {
        boolean tighter = upper.isEmpty() || endsIn(bound, upper.get());
        return tighter ? new Range(integers, lower, Optional.of(bound), only, without) : this;
    }

    private static boolean startsIn(Bound inner, Bound outer) {
        int order = inner.value().compareTo(outer.value());
        return order > 0 || (order == 0 && (outer.inclusive() || !inner.inclusive()));
    }

    private static boolean endsIn(Bound inner, Bound outer) {
        int order = inner.value().compareTo(outer.value());
        return order < 0 || (order == 0 && (outer.inclusive() || !inner.inclusive()));
    }

    private static boolean isAbove(Bound bound, Object value) {
        int order = bound.value().compareTo(value);
        return order < 0 || (order == 0 && bound.inclusive());
    }

    private static boolean isBelow(Bound bound, Object value) {
        int order = bound.value().compareTo(value);
        return order > 0 || (order == 0 && bound.inclusive());
    }

    @SuppressWarnings("unchecked") // A Long is compared with Longs alone.
    private static Bound bound(long value) {
        return new Bound((Comparable<Object>) (Comparable<?>) Long.valueOf(value), true);
    }
}
