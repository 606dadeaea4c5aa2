package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.Tier;
import io.agentctl.control.alarms.signals.SignalsPlan;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.yaml.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A plan of alarms, with what an operator wants to know before applying it.
 *
 * @param plan what would be changed, as it is saved and applied
 * @param changes the same, alarm by alarm and field by field
 * @param unchanged how many alarms are as they should be
 * @param orphans alarms of the project that nothing asks for, and that the plan leaves
 * @param signals what would be changed of the objectives that Application Signals keeps
 * @param tiers when the alarms of burn rates would fire
 * @param pagesAWeek how often alarms would have told somebody lately, by their names; those not tried are left out
 * @param takes how long applying takes at the rates at which AWS takes changes
 * @param prices what the money is reckoned with
 * @param findings what is to be thought of
 */
public record AlarmPlan(
        Plan plan,
        List<AlarmChange> changes,
        int unchanged,
        List<String> orphans,
        SignalsPlan signals,
        List<Tier> tiers,
        Map<String, Double> pagesAWeek,
        Duration takes,
        String prices,
        List<Finding> findings) {

    public AlarmPlan {
        changes = List.copyOf(changes);
        orphans = List.copyOf(orphans);
        tiers = List.copyOf(tiers);
        pagesAWeek = Map.copyOf(pagesAWeek);
        findings = List.copyOf(findings);
    }
}
