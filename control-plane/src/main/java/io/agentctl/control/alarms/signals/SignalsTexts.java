package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.apply.Definitions;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.apply.TagChange;
import io.agentctl.control.journal.Action;
import java.util.Optional;

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
        return (plain.equals(SignalsJson.untagged(from)) || plain.equals(SignalsJson.untagged(to)))
                && TagChange.isBetween(
                        SignalsJson.tags(SignalsJson.read(there)),
                        SignalsJson.tags(SignalsJson.read(from)),
                        SignalsJson.tags(SignalsJson.read(to)));
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
        String arn = kept.get().arn();
        TagChange.bring(
                SignalsJson.tags(SignalsJson.read(kept.get().text())),
                SignalsJson.tags(wanted),
                missing -> signals.tag(arn, missing),
                left -> signals.untag(arn, left));
    }

    @Override
    public void delete(String name) {
        signals.delete(name);
    }
}
