package io.agentctl.control.capacity;

import java.util.OptionalInt;

/**
 * What is asked of scaling; what is left out stays as it is.
 *
 * @param target the utilization in percent to aim at
 * @param min the least units a second
 * @param max the most
 */
public record ScalingWish(OptionalInt target, OptionalInt min, OptionalInt max) {}
