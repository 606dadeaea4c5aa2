package io.agentctl.control.alarms.signals;

import io.agentctl.control.alarms.definition.Ownership;
import java.util.Optional;

/**
 * An objective as Application Signals has it.
 *
 * @param name its name there
 * @param arn its ARN
 * @param text all that is set of it, its tags with it, as {@link SignalsJson} writes it
 */
record ObservedObjective(String name, String arn, String text) {

    /** Whose it is, by its description or else its tags. */
    Optional<Ownership> owner() {
        Optional<Ownership> described = Ownership.ofDescription(
                SignalsJson.read(text).path(SignalsJson.DESCRIPTION).asText());
        return described.isPresent() ? described : Ownership.ofTags(SignalsJson.tags(SignalsJson.read(text)));
    }

    boolean belongsTo(String project) {
        return owner().filter(owner -> owner.project().equals(project)).isPresent();
    }
}
