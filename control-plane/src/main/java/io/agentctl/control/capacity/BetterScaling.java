package io.agentctl.control.capacity;

import io.agentctl.control.plan.Money;

/**
 * Scaling, with room to grow, that serves a provisioned meter better than what it has, or for less.
 *
 * @param min the least units a second
 * @param max the most
 * @param target the share in use to aim at, in percent
 * @param monthly what it would cost in a month
 */
public record BetterScaling(int min, int max, int target, Money monthly) {}
