package io.agentctl.sandbox.lambda;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * The execution environment that an invocation has.
 *
 * @param cold whether it is new
 * @param release gives it back: when, and whether it can serve another
 */
record Environment(boolean cold, BiConsumer<Instant, Boolean> release) {}
