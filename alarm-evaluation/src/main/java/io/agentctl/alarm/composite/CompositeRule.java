package io.agentctl.alarm.composite;

import io.agentctl.alarm.AlarmState;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a composite alarm is in ALARM; where it is not, it is OK. */
public sealed interface CompositeRule {

    /** Whether the rule holds, given the state of each alarm that it names. */
    default boolean holds(Function<String, AlarmState> states) {
        return switch (this) {
            case Is is -> states.apply(is.alarm()) == is.state();
            case Not not -> !not.operand().holds(states);
            case And and -> and.left().holds(states) && and.right().holds(states);
            case Or or -> or.left().holds(states) || or.right().holds(states);
            case Constant constant -> constant.value();
        };
    }

    /** The alarms that it names, in order, with repetitions. */
    default Stream<String> alarms() {
        return switch (this) {
            case Is is -> Stream.of(is.alarm());
            case Not not -> not.operand().alarms();
            case And and -> Stream.concat(and.left().alarms(), and.right().alarms());
            case Or or -> Stream.concat(or.left().alarms(), or.right().alarms());
            case Constant ignored -> Stream.empty();
        };
    }

    /** An alarm, by name or ARN, has a state. */
    record Is(AlarmState state, String alarm) implements CompositeRule {}

    record Not(CompositeRule operand) implements CompositeRule {}

    record And(CompositeRule left, CompositeRule right) implements CompositeRule {}

    record Or(CompositeRule left, CompositeRule right) implements CompositeRule {}

    record Constant(boolean value) implements CompositeRule {}
}
