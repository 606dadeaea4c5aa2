package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings an alarm from one definition to another, or makes or deletes it; never away from a third, unless forced. */
final class SetAlarm implements ActionHandler {

    static final String TYPE = "alarms.set";
    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final AlarmGateway alarms;

    SetAlarm(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    /**
     * The action; its way back is the same with the texts changed over.
     *
     * @param from the {@link AlarmJson} of the definition that is there; empty where there is none
     * @param to that of the definition wanted; empty to delete it
     */
    static Action action(String name, String from, String to) {
        return Action.of(TYPE, Map.of(NAME, name, FROM, from, TO, to));
    }

    @Override
    public String type() {
        return TYPE;
    }

    /**
     * Looks first. An alarm is written in up to three calls, the definition before the tags: one that was begun is half
     * way between the two, and is gone on with.
     */
    @Override
    public Outcome perform(Action action, StepContext context) {
        String name = action.argument(NAME);
        Optional<AlarmDefinition> to = definition(action.argument(TO));
        Optional<ObservedAlarm> found = alarms.find(name);
        String there = found.map(SetAlarm::text).orElse("");
        if (there.equals(action.argument(TO))) {
            return Outcome.done();
        }
        if (!there.equals(action.argument(FROM)) && !action.forced() && !isHalfWay(there, action)) {
            throw changedMeanwhile(name, there);
        }
        if (to.isEmpty()) {
            alarms.delete(name);
        } else {
            write(found, to.get());
        }
        return Outcome.done();
    }

    private void write(Optional<ObservedAlarm> found, AlarmDefinition to) {
        Optional<ObservedAlarm> same = found;
        if (found.flatMap(ObservedAlarm::definition)
                .filter(alarm -> alarm.getClass() != to.getClass())
                .isPresent()) {
            alarms.delete(to.name());
            same = Optional.empty();
        }
        boolean differs = same.flatMap(ObservedAlarm::definition)
                .filter(alarm -> AlarmJson.write(untagged(alarm)).equals(AlarmJson.write(untagged(to))))
                .isEmpty();
        if (differs) {
            alarms.put(to);
        }
        same.ifPresent(there -> retag(there, to));
    }

    /** What to set before what to take away: the tags say whose it is at any moment. */
    private void retag(ObservedAlarm there, AlarmDefinition to) {
        SortedMap<String, String> tags = there.tags().orElseGet(TreeMap::new);
        SortedMap<String, String> missing = new TreeMap<>(to.tags());
        missing.entrySet().removeAll(tags.entrySet());
        if (!missing.isEmpty()) {
            alarms.tag(there.arn(), missing);
        }
        SortedMap<String, String> left = new TreeMap<>(tags);
        left.keySet().removeAll(to.tags().keySet());
        if (!left.isEmpty()) {
            alarms.untag(there.arn(), left.keySet());
        }
    }

    /** The definition is that of one of the two, and each tag is as one of the two has it. */
    private static boolean isHalfWay(String there, Action action) {
        if (there.equals(AlarmPlanner.UNUSUAL)) {
            return false;
        }
        Optional<AlarmDefinition> present = definition(there);
        Optional<AlarmDefinition> from = definition(action.argument(FROM));
        Optional<AlarmDefinition> to = definition(action.argument(TO));
        if (present.isEmpty()) {
            // Deleted to be made anew as another type.
            return from.isPresent()
                    && to.isPresent()
                    && from.get().getClass() != to.get().getClass();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        String text = AlarmJson.write(untagged(present.get()));
        boolean known =
                text.equals(AlarmJson.write(untagged(from.get()))) || text.equals(AlarmJson.write(untagged(to.get())));
        return known
                && present.get().tags().entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(from.get().tags().get(tag.getKey()))
                                || tag.getValue().equals(to.get().tags().get(tag.getKey())));
    }

    private static AlarmDefinition untagged(AlarmDefinition alarm) {
        return alarm.tagged(new TreeMap<>());
    }

    /** Stands for an alarm that cannot be written in our form, and differs from all that can. */
    static String text(ObservedAlarm alarm) {
        return alarm.definition().map(AlarmJson::write).orElse(AlarmPlanner.UNUSUAL);
    }

    private static Optional<AlarmDefinition> definition(String text) {
        return text.isEmpty() || text.equals(AlarmPlanner.UNUSUAL)
                ? Optional.empty()
                : Optional.of(AlarmJson.read(text));
    }

    private static AgentctlException changedMeanwhile(String name, String there) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed alarm " + name + " meanwhile: it is "
                        + (there.isEmpty() ? "gone" : "neither as it was nor as it should be"),
                "Their change is left as it is. Look at it with: agentctl alarms diff");
    }
}
