package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;

/**
 * What would be another cost.
 *
 * @param what the change, such as {@code 2 × 256/512}
 * @param saving US dollars a month; negative where what is too small should grow
 * @param risk how much can go wrong
 * @param restsOn how far it can be relied on, such as {@code 14 d, confidence high}
 * @param command which shows it, and says how it is applied
 */
public record Recommendation(String what, Money saving, Risk risk, String restsOn, String command) {}
