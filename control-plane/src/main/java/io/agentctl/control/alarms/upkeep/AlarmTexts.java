package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.apply.Definitions;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.apply.TagChange;
import io.agentctl.control.journal.Action;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Alarms as texts, which is what operations bring them to. An alarm is written in up to three calls, the definition
 * before the tags: one that was begun is half way between the two, and is gone on with.
 */
final class AlarmTexts implements Definitions<ObservedAlarm> {

    static final String SET = "alarms.set";

    private final AlarmGateway alarms;

    AlarmTexts(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    /** Brings an alarm from one {@link AlarmJson} to another. */
    static Action set(String name, String from, String to) {
        return SetDefinition.action(SET, name, from, to);
    }

    @Override
    public String kind() {
        return "alarm";
    }

    @Override
    public String shownBy() {
        return "agentctl alarms diff";
    }

    @Override
    public Optional<ObservedAlarm> find(String name) {
        return alarms.find(name);
    }

    @Override
    public String text(ObservedAlarm found) {
        return textOf(found);
    }

    @Override
    public void delete(String name) {
        alarms.delete(name);
    }

    @Override
    public void put(String name, Optional<ObservedAlarm> found, String to) {
        write(found, AlarmJson.read(to));
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
        same.ifPresent(there -> TagChange.bring(
                there.tags().orElseGet(TreeMap::new),
                to.tags(),
                missing -> alarms.tag(there.arn(), missing),
                left -> alarms.untag(there.arn(), left)));
    }

    /** The definition is that of one of the two, and each tag is as one of the two has it. */
    @Override
    public boolean isBetween(String there, String before, String after) {
        if (there.equals(AlarmPlanner.UNUSUAL)) {
            return false;
        }
        Optional<AlarmDefinition> present = definition(there);
        Optional<AlarmDefinition> from = definition(before);
        Optional<AlarmDefinition> to = definition(after);
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
                && TagChange.isBetween(
                        present.get().tags(), from.get().tags(), to.get().tags());
    }

    private static AlarmDefinition untagged(AlarmDefinition alarm) {
        return alarm.tagged(new TreeMap<>());
    }

    /** Stands for an alarm that cannot be written in our form, and differs from all that can. */
    static String textOf(ObservedAlarm alarm) {
        return alarm.definition().map(AlarmJson::write).orElse(AlarmPlanner.UNUSUAL);
    }

    private static Optional<AlarmDefinition> definition(String text) {
        return text.isEmpty() || text.equals(AlarmPlanner.UNUSUAL)
                ? Optional.empty()
                : Optional.of(AlarmJson.read(text));
    }
}
