package io.agentctl.cli.policy;

import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.publishing.RecordedDecisions;

/** Where commands that work on files get what they need of the store. */
final class RecordedDecisionsOf {

    private RecordedDecisionsOf() {}

    static RecordedDecisions store(Wiring wiring) {
        return new RecordedDecisions(
                wiring.use(PolicyUseCases.DECISIONS),
                wiring.use(PolicyUseCases.IN_FORCE),
                wiring.use(PolicyUseCases.SHOW));
    }
}
