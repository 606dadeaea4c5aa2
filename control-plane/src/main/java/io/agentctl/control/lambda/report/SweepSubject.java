package io.agentctl.control.lambda.report;

import io.agentctl.control.plan.Target;
import io.agentctl.control.race.LambdaSize;
import io.agentctl.control.race.Objective;
import io.agentctl.control.race.RaceSettings;
import java.time.Instant;
import java.util.List;

/**
 * What a sweep was about.
 *
 * @param function its name
 * @param operation the journal's id of the sweep
 * @param target where
 * @param measuredAt when it ended
 * @param current the size that the function has
 * @param objective what the best was to be best at
 * @param settings how far to go
 * @param prices the price table's description
 * @param clientTimed whether some times are the client's, for want of reports
 * @param remarks what the reader should know
 */
public record SweepSubject(
        String function,
        String operation,
        Target target,
        Instant measuredAt,
        LambdaSize current,
        Objective objective,
        RaceSettings settings,
        String prices,
        boolean clientTimed,
        List<String> remarks) {

    public SweepSubject {
        remarks = List.copyOf(remarks);
    }
}
