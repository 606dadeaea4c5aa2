package io.agentctl.control.rightsizing;

/**
 * What repeats and what moves in the demand for CPU.
 *
 * @param daily share of the variance, 0 to 1, that the time of day explains; 0 where two days were not seen
 * @param weekly share that the day of the week adds to that, 0 to 1; 0 where two weeks were not seen
 * @param growthPerWeek relative change of the typical demand a week, 0.05 for 5 %; 0 where no trend is certain
 * @param levelShift relative change where demand moved to another level within the look-back; 0 where it did not
 */
public record DemandPattern(double daily, double weekly, double growthPerWeek, double levelShift) {

    /** Nothing repeats and nothing moves, or nothing can be said. */
    public static final DemandPattern NONE = new DemandPattern(0, 0, 0, 0);
}
