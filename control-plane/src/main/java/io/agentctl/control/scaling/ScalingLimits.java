package io.agentctl.control.scaling;

/**
 * Within which bounds Application Auto Scaling may move a quantity, and whether it may; by which policies is another
 * question.
 *
 * @param bounds the least and the most
 * @param suspension what of it is suspended
 */
public record ScalingLimits(Bounds bounds, Suspension suspension) {

    public int min() {
        return bounds.min();
    }

    public int max() {
        return bounds.max();
    }
}
