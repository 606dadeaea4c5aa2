package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.apply.Definitions;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.journal.Action;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Objectives of Application Signals as texts, which is what operations bring them to. An objective cannot change what
 * it counts in, nor lose its description: then it is deleted and made anew, which loses what it has counted.
 */
final class SignalsTexts implements Definitions<ObservedObjective> {

    static final String SET = "signals.set";

    private final SignalsGateway signals;

    SignalsTexts(SignalsGateway signals) {
        this.signals = signals;
    }

    /** Brings an objective from one text to another. */
    static Action set(String name, String from, String to) {
        return SetDefinition.action(SET, name, from, to);
    }

    @Override
    public String kind() {
        return "objective";
    }

    @Override
    public String shownBy() {
        return "agentctl alarms diff";
    }

    @Override
    public Optional<ObservedObjective> find(String name) {
        return signals.find(name);
    }

    @Override
    public String text(ObservedObjective found) {
        return found.text();
    }

    /** Tags are written after the rest, and an objective that is made anew is not there for a moment. */
    @Override
    public boolean isBetween(String there, String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        if (there.isEmpty()) {
            return isMadeAnew(from, to);
        }
        String plain = SignalsJson.untagged(there);
        SortedMap<String, String> before = SignalsJson.tags(SignalsJson.read(from));
        SortedMap<String, String> after = SignalsJson.tags(SignalsJson.read(to));
        return (plain.equals(SignalsJson.untagged(from)) || plain.equals(SignalsJson.untagged(to)))
                && SignalsJson.tags(SignalsJson.read(there)).entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(before.get(tag.getKey()))
                                || tag.getValue().equals(after.get(tag.getKey())));
    }

    /** Whether one can be brought to another only by making it anew. */
    static boolean isMadeAnew(String from, String to) {
        ObjectNode before = SignalsJson.read(from);
        ObjectNode after = SignalsJson.read(to);
        return before.has(SignalsJson.PERIODS) != after.has(SignalsJson.PERIODS)
                || (before.has(SignalsJson.DESCRIPTION) && !after.has(SignalsJson.DESCRIPTION));
    }

    @Override
    public void put(String name, Optional<ObservedObjective> found, String to) {
        ObjectNode wanted = SignalsJson.read(to);
        Optional<ObservedObjective> kept = found.filter(objective -> !isMadeAnew(objective.text(), to));
        if (kept.isEmpty()) {
            found.ifPresent(objective -> signals.delete(name));
            signals.create(wanted);
            return;
        }
        if (!SignalsJson.untagged(kept.get().text()).equals(SignalsJson.untagged(to))) {
            signals.update(wanted);
        }
        retag(kept.get(), SignalsJson.tags(wanted));
    }

    /** What to set before what to take away: the tags say whose it is at any moment. */
    private void retag(ObservedObjective there, SortedMap<String, String> wanted) {
        SortedMap<String, String> tags = SignalsJson.tags(SignalsJson.read(there.text()));
        SortedMap<String, String> missing = new TreeMap<>(wanted);
        missing.entrySet().removeAll(tags.entrySet());
        if (!missing.isEmpty()) {
            signals.tag(there.arn(), missing);
        }
        tags.keySet().removeAll(wanted.keySet());
        if (!tags.isEmpty()) {
            signals.untag(there.arn(), tags.keySet());
        }
    }

    @Override
    public void delete(String name) {
        signals.delete(name);
    }
}
