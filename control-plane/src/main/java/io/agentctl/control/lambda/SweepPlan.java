package io.agentctl.control.lambda;

import io.agentctl.control.plan.Target;
import io.agentctl.control.race.Course;
import io.agentctl.control.race.LambdaSize;
import java.util.List;

/**
 * What a sweep is going to do.
 *
 * @param target where
 * @param function which function
 * @param revision of {@code $LATEST} that it was planned on
 * @param current the size that the function has
 * @param course the sizes, the objective and how far to go
 * @param concurrency invocations in flight at most
 * @param estimate of what the invocations cost
 * @param prices the price table's description
 * @param remarks what the reader should know before it begins
 */
public record SweepPlan(
        Target target,
        FunctionName function,
        String revision,
        LambdaSize current,
        Course course,
        int concurrency,
        SweepEstimate estimate,
        String prices,
        List<String> remarks) {

    public SweepPlan {
        remarks = List.copyOf(remarks);
    }

    /** Whether sizes between may be added. */
    public boolean explores() {
        return course.exploration().mostSizes() > 0;
    }
}
