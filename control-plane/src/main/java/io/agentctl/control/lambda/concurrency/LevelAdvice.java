package io.agentctl.control.lambda.concurrency;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was found about levels.
 *
 * @param levels some from none to the highest peak, the advised among them; empty without invocations
 * @param advised how many to keep ready; empty if no level can be advised
 * @param reason why, a sentence
 * @param enough false if there is too little data to act on
 */
record LevelAdvice(List<Level> levels, OptionalInt advised, String reason, boolean enough) {

    LevelAdvice {
        levels = List.copyOf(levels);
    }
}
