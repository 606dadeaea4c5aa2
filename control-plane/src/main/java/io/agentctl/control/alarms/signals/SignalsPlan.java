package io.agentctl.control.alarms.signals;

import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.yaml.Finding;
import java.util.List;

/**
 * What would be changed of the objectives that Application Signals keeps.
 *
 * @param resources an operation each
 * @param changes the same, field by field
 * @param unchanged how many are as they should be
 * @param orphans names of those of the project that nothing asks for, and that are left
 * @param findings what is to be thought of
 */
public record SignalsPlan(
        List<ResourcePlan> resources,
        List<SignalsChange> changes,
        int unchanged,
        List<String> orphans,
        List<Finding> findings) {

    /** Nothing is wanted there, and nothing is there. */
    public static final SignalsPlan NONE = new SignalsPlan(List.of(), List.of(), 0, List.of(), List.of());

    public SignalsPlan {
        resources = List.copyOf(resources);
        changes = List.copyOf(changes);
        orphans = List.copyOf(orphans);
        findings = List.copyOf(findings);
    }
}
