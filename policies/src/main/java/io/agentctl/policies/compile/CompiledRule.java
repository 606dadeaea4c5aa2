package io.agentctl.policies.compile;

import io.agentctl.policies.document.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A rule, ready to be evaluated.
 *
 * @param index its place in the document, from 0
 * @param waivers the exceptions that name it, whether expired or not
 */
public record CompiledRule(
        int index, Rule rule, Expression when, Optional<Expression> message, List<CompiledWaiver> waivers) {

    public CompiledRule {
        waivers = List.copyOf(waivers);
    }
}
