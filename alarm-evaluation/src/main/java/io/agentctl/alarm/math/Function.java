package io.agentctl.alarm.math;

import java.util.List;

/**
 * A function of metric math.
 *
 * @param name as it is written
 * @param fewest how many arguments it takes at least
 * @param most and at most
 * @param result what it gives for the types of its arguments; null if it does not take them
 * @param body computes it
 */
record Function(String name, int fewest, int most, Typing result, Body body) {

    /** The type of a result for the types of arguments. */
    @FunctionalInterface
    interface Typing {
        ValueType of(List<ValueType> arguments);
    }

    /** How a result comes from arguments whose types were checked. */
    @FunctionalInterface
    interface Body {
        Value of(List<Value> arguments, Times times);
    }
}
