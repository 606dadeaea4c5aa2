package io.agentctl.control.lambda;

import java.util.OptionalDouble;

/** How long a function's invocations took of late. */
@FunctionalInterface
public interface RecentDurations {

    /** The mean in ms over the last two weeks, all versions together; empty if it was not invoked. */
    OptionalDouble meanMs(FunctionName name);
}
