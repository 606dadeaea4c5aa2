package io.agentctl.control.race;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows an objective: which sizes are out, whether the race is over, where to measure next. */
interface Judge {

    /** What follows from the measurements for the sizes that are in the race. */
    Judgement judge(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing);

    /** The end if there can be no more invocations. */
    Judgement.Ending atLimit(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing);

    /** Invocations of the next round for every size that should have some. */
    Map<LambdaSize, Integer> allocate(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing);
}
