package io.agentctl.policies.fact;

import io.agentctl.policies.document.ValueType;

/**
 * Something a rule can speak about, as {@code scope.name}.
 *
 * @param scope {@code request}, {@code context} or {@code usage}
 * @param description one line, for documentation and editors
 * @param always whether every request has it; what a request may lack is tested with {@code has(…)}
 */
public record Fact(String scope, String name, ValueType type, boolean always, String description) {

    public String path() {
        return scope + "." + name;
    }
}
