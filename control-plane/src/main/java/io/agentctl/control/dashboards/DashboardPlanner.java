package io.agentctl.control.dashboards;

import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the dashboard that is wanted with the one that is there, widget by widget. */
final class DashboardPlanner {

    static final String RESOURCE_TYPE = "dashboard";

    private DashboardPlanner() {}

    /**
     * What is to be changed.
     *
     * @param there the body that is there; empty if there is none
     * @param monthly what a dashboard more costs a month
     */
    static Optional<ResourcePlan> plan(
            String name, Optional<DashboardBody> there, DashboardBody wanted, Money monthly) {
        ResourceId resource = new ResourceId(RESOURCE_TYPE, name);
        SortedMap<String, String> present = there.map(DashboardBody::texts).orElseGet(TreeMap::new);
        SortedMap<String, String> wished = wanted.texts();
        TreeSet<String> keys = new TreeSet<>(present.keySet());
        keys.addAll(wished.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            String from = present.getOrDefault(key, "");
            String to = wished.getOrDefault(key, "");
            if (!from.equals(to)) {
                Money cost = there.isEmpty() && changes.isEmpty() ? monthly : Money.ZERO;
                changes.add(new Change(resource, key, from, to, why(from, to), Risk.LOW, cost));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(resource, fingerprint(there), changes));
    }

    /** Stands for what a plan starts from. */
    static String fingerprint(Optional<DashboardBody> there) {
        return there.map(body -> Integer.toHexString(body.text().hashCode()) + "-"
                        + body.text().length())
                .orElse("none");
    }

    private static String why(String from, String to) {
        if (from.isEmpty()) {
            return "the project wants it";
        }
        return to.isEmpty() ? "nothing of the project wants it" : "it is not as the project wants it";
    }
}
