package io.agentctl.control.scaling;

import io.agentctl.control.journal.Action;
import java.util.HashMap;
import java.util.Map;

/**
 * One quantity of one resource.
 *
 * @param quantity what can be moved
 * @param resourceId what Application Auto Scaling calls the resource, such as {@code service/main/api}
 */
public record Scalable(ScaledQuantity quantity, String resourceId) {

    public Scalable {
        if (resourceId.isBlank()) {
            throw new IllegalArgumentException("a scalable resource has an id");
        }
    }

    static Scalable of(Action action) {
        return new Scalable(ScaledQuantity.valueOf(action.argument("quantity")), action.argument("resource"));
    }

    /** Arguments of an action on it, to add others to. */
    Map<String, String> arguments() {
        return new HashMap<>(Map.of("quantity", quantity.name(), "resource", resourceId));
    }

    /** The resource as users know it: without the word that says what it is. */
    @Override
    public String toString() {
        return resourceId.substring(resourceId.indexOf('/') + 1);
    }
}
