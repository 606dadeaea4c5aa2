package io.agentctl.policies.compile;

import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;

/** The parameters of a policy as CEL sees them. All that are declared have values. */
record ParameterScope(Map<String, Object> values) implements SelectableValue<String> {

    @Override
    public Object select(String name) {
        return values.get(name);
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
