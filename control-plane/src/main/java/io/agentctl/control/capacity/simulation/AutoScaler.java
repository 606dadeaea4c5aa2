package io.agentctl.control.capacity.simulation;

/**
 * Application Auto Scaling at work on one quantity, a minute at a time. It scales out once consumption was above the
 * target for two minutes, and in once it was 20 points or more below for 15 (AWS Knowledge Center, "DynamoDB auto
 * scaling"), to where the highest of those minutes meets the target. It does not scale in while nothing is consumed,
 * for then there are no data points. A change is in force after the minute in which the table is updated.
 */
final class AutoScaler {

    private static final int OUT_AFTER = 2;
    private static final int IN_AFTER = 15;
    private static final int IN_MARGIN = 20;
    private static final double SECONDS = 60;
    private static final double PERCENT = 100;

    private final Setting.AutoScaled setting;
    private final DecreaseBudget decreases = new DecreaseBudget();
    private int capacity;
    private int next;
    private int above;
    private int below;
    private double highestAbove;
    private double highestBelow;

    AutoScaler(Setting.AutoScaled setting, double firstMinute) {
        this.setting = setting;
        this.capacity = within(meeting(firstMinute));
        this.next = capacity;
    }

    /** Units a second in force. */
    int capacity() {
        return capacity;
    }

    /** Hears what was consumed in a minute that is over. */
    void hear(double consumed, long epochMinute) {
        if (next != capacity) {
            capacity = next;
            above = 0;
            below = 0;
            return;
        }
        double utilization = consumed / SECONDS / capacity * PERCENT;
        count(consumed, utilization);
        if (above >= OUT_AFTER) {
            next = Math.max(capacity, within(meeting(highestAbove)));
        } else if (below >= IN_AFTER) {
            int wanted = Math.min(capacity, within(meeting(highestBelow)));
            if (wanted < capacity && decreases.take(epochMinute)) {
                next = wanted;
            }
        }
    }

    private void count(double consumed, double utilization) {
        boolean high = utilization > setting.targetPercent();
        boolean low = consumed > 0 && utilization <= setting.targetPercent() - IN_MARGIN;
        highestAbove = high ? Math.max(above == 0 ? 0 : highestAbove, consumed) : 0;
        highestBelow = low ? Math.max(below == 0 ? 0 : highestBelow, consumed) : 0;
        above = high ? above + 1 : 0;
        below = low ? below + 1 : 0;
    }

    private int within(double units) {
        return Math.clamp((long) units, setting.min(), setting.max());
    }

    /** How many units a second make a minute's consumption meet the target. */
    private double meeting(double consumed) {
        return Math.ceil(consumed / SECONDS / setting.targetPercent() * PERCENT);
    }
}
