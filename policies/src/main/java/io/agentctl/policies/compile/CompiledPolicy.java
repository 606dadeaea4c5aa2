package io.agentctl.policies.compile;

import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy whose rules are ready to be evaluated, by any number of threads.
 *
 * @param version what the store calls it; {@code draft} for one that is not in a store
 * @param rules in the order of the document
 */
public record CompiledPolicy(PolicyDocument document, String version, List<CompiledRule> rules) {

    public CompiledPolicy {
        rules = List.copyOf(rules);
    }

    public PolicyId id() {
        return document.id();
    }

    /**
     * The same policy with other values for some of its parameters.
     *
     * @param values by name, of the types that the document declares
     * @throws IllegalArgumentException if a name is not one of its parameters
     */
    public CompiledPolicy withParameters(Map<String, Object> values) {
        for (String name : values.keySet()) {
            if (document.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalArgumentException("the policy " + id() + " has no parameter " + name);
            }
        }
        Optional<Object> replaced = ExpressionCompiler.values(document.parameters().stream()
                .map(parameter -> replaced(parameter, values))
                .toList());
        return new CompiledPolicy(
                document,
                version,
                rules.stream().map(rule -> with(rule, replaced)).toList());
    }

    private static Parameter replaced(Parameter parameter, Map<String, Object> values) {
        Object value = values.getOrDefault(parameter.name(), parameter.value());
        return new Parameter(parameter.name(), parameter.type(), value, parameter.description());
    }

    private static CompiledRule with(CompiledRule rule, Optional<Object> parameters) {
        return new CompiledRule(
                rule.index(),
                rule.rule(),
                rule.when().with(parameters),
                rule.message().map(message -> message.with(parameters)),
                rule.waivers().stream()
                        .map(waiver -> new CompiledWaiver(
                                waiver.index(), waiver.waiver(), waiver.when().with(parameters)))
                        .toList());
    }
}
