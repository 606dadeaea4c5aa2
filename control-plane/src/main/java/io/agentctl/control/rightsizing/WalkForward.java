package io.agentctl.control.rightsizing;

/**
 * How the same method did on this history: advised on what came before, judged on what followed.
 *
 * @param folds how often it was advised and judged; 0 where the history is too short
 * @param minutesJudged minutes that were judged
 * @param costRatio what the advice would have cost over them, as a share of the size in force
 * @param minutesOverBudget minutes with CPU above its budget
 * @param minutesThrottled minutes that wanted more CPU than the advice had
 */
public record WalkForward(
        int folds, long minutesJudged, double costRatio, long minutesOverBudget, long minutesThrottled) {

    /** The history was too short to be walked. */
    public static final WalkForward NONE = new WalkForward(0, 0, 1, 0, 0);
}
