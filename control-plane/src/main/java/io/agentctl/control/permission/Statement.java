package io.agentctl.control.permission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a policy is about the same resources under the same condition.
 *
 * @param sid letters and digits
 * @param effect {@code Allow} or {@code Deny}
 * @param resources ARNs, or {@code *}
 */
public record Statement(
        String sid, String effect, SortedSet<String> actions, List<String> resources, Optional<Condition> condition) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Statement {
        actions = new TreeSet<>(actions);
        resources = List.copyOf(resources);
        if (!sid.matches("[A-Za-z0-9]+") || actions.isEmpty() || resources.isEmpty()) {
            throw new IllegalArgumentException("no statement: " + sid);
        }
    }

    /** As IAM writes it. */
    ObjectNode json() {
        ObjectNode statement = JSON.objectNode().put("Sid", sid).put("Effect", effect);
        statement.set("Action", array(actions));
        statement.set("Resource", resources.size() == 1 ? JSON.textNode(resources.getFirst()) : array(resources));
        condition.ifPresent(must ->
                statement.putObject("Condition").putObject(must.operator()).put(must.key(), must.value()));
        return statement;
    }

    private static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
