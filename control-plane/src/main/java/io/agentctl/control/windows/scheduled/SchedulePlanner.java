package io.agentctl.control.windows.scheduled;

import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScheduledBounds;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.calendar.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the scheduled actions that a window wants with those that are there. */
final class SchedulePlanner {

    private SchedulePlanner() {}

    /**
     * What is to be changed of one service.
     *
     * @param window its window; empty if none is about it any more, or its actions are to be removed
     */
    static Optional<ResourcePlan> plan(ObservedSchedule there, Optional<Window> window) {
        SortedMap<String, String> wanted = new TreeMap<>();
        window.ifPresent(about -> wanted(there, about).forEach(action -> wanted.put(action.name(), action.text())));
        SortedMap<String, String> present = there.texts();
        TreeSet<String> names = new TreeSet<>(present.keySet());
        names.addAll(wanted.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            String from = present.getOrDefault(name, "");
            String to = wanted.getOrDefault(name, "");
            if (!from.equals(to)) {
                changes.add(new Change(there.resource(), name, from, to, why(from, to), Risk.LOW, Money.ZERO));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(there.resource(), there.fingerprint(), changes));
    }

    private static List<ScheduledBounds> wanted(ObservedSchedule there, Window window) {
        Schedule schedule = window.calendar().schedule();
        String zone = window.calendar().zone().getId();
        Bounds awake = there.awake(window.floor());
        return List.of(
                new ScheduledBounds(
                        ObservedSchedule.sleepName(window.name()),
                        AwsCron.of(schedule.sleep().toString()),
                        zone,
                        new Bounds(window.floor(), window.floor())),
                new ScheduledBounds(
                        ObservedSchedule.wakeName(window.name()),
                        AwsCron.of(schedule.wake().toString()),
                        zone,
                        awake));
    }

    private static String why(String from, String to) {
        if (from.isEmpty()) {
            return "the window asks for it";
        }
        return to.isEmpty() ? "no window asks for it" : "it is not as the window says";
    }
}
