package io.agentctl.control.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.ResourcePlan;
import java.util.Optional;

/** What of a function a plan can change. */
final class FunctionField {

    static final String MEMORY = "memory";
    static final String ARCHITECTURE = "architecture";
    static final String ALIAS = "alias ";

    /** What an alias is pointed at: a version that is made when the plan is applied. */
    static final String NEW_VERSION = "a new version";

    private FunctionField() {}

    /** The memory in MB that {@code $LATEST} is to have, if it is to change. */
    static Optional<Integer> memory(ResourcePlan plan) {
        requireKnown(plan);
        return plan.changes().stream()
                .filter(change -> change.field().equals(MEMORY))
                .map(change -> Integer.parseInt(change.to()))
                .findFirst();
    }

    /** The processor that {@code $LATEST} is to have, if it is to change. */
    static Optional<Architecture> architecture(ResourcePlan plan) {
        return plan.changes().stream()
                .filter(change -> change.field().equals(ARCHITECTURE))
                .map(change -> Architectures.named(change.to()))
                .findFirst();
    }

    /** The alias that is to be moved, if one is. */
    static Optional<String> alias(ResourcePlan plan) {
        return plan.changes().stream()
                .map(Change::field)
                .filter(field -> field.startsWith(ALIAS))
                .map(field -> field.substring(ALIAS.length()))
                .findFirst();
    }

    private static void requireKnown(ResourcePlan plan) {
        for (Change change : plan.changes()) {
            boolean memory = change.field().equals(MEMORY) && change.to().matches("\\d{3,5}");
            boolean architecture =
                    change.field().equals(ARCHITECTURE) && change.to().matches("x86_64|arm64");
            if (!memory && !architecture && !change.field().startsWith(ALIAS)) {
                throw new AgentctlException(
                        ErrorCode.BAD_DOCUMENT,
                        "this agentctl cannot set " + change.field() + " of " + plan.resource() + " to " + change.to(),
                        "");
            }
        }
    }
}
