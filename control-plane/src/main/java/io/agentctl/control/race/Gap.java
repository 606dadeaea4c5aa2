package io.agentctl.control.race;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What lies between two sizes of one architecture, next to each other in a race.
 *
 * <p>More memory gives more processor, so that a function is never slower for it, and twice the memory makes it twice
 * as fast at most. Where the smaller one failed, or is starved (much more than twice as slow at half the memory), only
 * the first holds.
 */
record Gap(LambdaSize less, LambdaSize more) {

    /** Beyond this many times the proportional time a size is starved, and not just noisy. */
    private static final double STARVED = 1.1;

    /** The sizes between that are multiples of a step. */
    IntStream between(int stepMb) {
        return IntStream.iterate((less.memoryMb() / stepMb + 1) * stepMb, memory -> memory + stepMb)
                .takeWhile(memory -> memory < more.memoryMb());
    }

    /** The multiple of a step that is nearest to the geometric middle; it may be one of the ends. */
    int middle(int stepMb) {
        return (int) Math.round(Math.sqrt((double) less.memoryMb() * more.memoryMb()) / stepMb) * stepMb;
    }

    /** The least that a time can be at a size between; empty if nothing is known of the greater size. */
    OptionalDouble leastTime(Map<LambdaSize, Estimate> times, int memoryMb) {
        Estimate above = times.get(more);
        Estimate below = times.get(less);
        if (above == null) {
            return OptionalDouble.empty();
        }
        boolean starved = below == null || below.mean() * less.memoryMb() > STARVED * above.mean() * more.memoryMb();
        return OptionalDouble.of(
                starved ? above.mean() : Math.max(above.mean(), below.mean() * less.memoryMb() / memoryMb));
    }
}
