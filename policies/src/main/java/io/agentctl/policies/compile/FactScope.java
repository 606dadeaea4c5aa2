package io.agentctl.policies.compile;

import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;

/**
 * One scope of facts as CEL sees it. CEL walks every Map that it is handed to the bottom, at each access; of a scope it
 * asks for single members.
 */
final class FactScope implements SelectableValue<String> {

    private final String name;
    private final Map<String, Object> members;
    private final Evaluation evaluation;

    FactScope(String name, Map<String, Object> members, Evaluation evaluation) {
        this.name = name;
        this.members = members;
        this.evaluation = evaluation;
    }

    @Override
    public Object select(String member) {
        Object value = members.get(member);
        if (evaluation.masks(name, member)) {
            throw new MissingFactException(name + "." + member + " is masked");
        }
        if (value == null) {
            throw new MissingFactException("the request has no " + name + "." + member);
        }
        return value instanceof Map<?, ?> map ? evaluation.adapted(map) : value;
    }

    @Override
    public Optional<Object> find(String member) {
        return Optional.ofNullable(members.get(member));
    }
}
