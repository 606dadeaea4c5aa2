package io.agentctl.control.plan;

/**
 * What a change is made to, such as {@code ecs-service:main/api}. Locks in the journal are held on it.
 *
 * @param type the kind of resource, such as {@code ecs-service}
 * @param name its name, unique in an account and region for its type
 */
public record ResourceId(String type, String name) implements Identifier {

    public ResourceId {
        if (!type.matches("[a-z][a-z-]*") || name.isBlank()) {
            throw new IllegalArgumentException("not a resource id: " + type + ":" + name);
        }
    }

    /** Reads the form that {@link #toString()} writes. */
    public static ResourceId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a resource id: " + text);
        }
        return new ResourceId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return type + ":" + name;
    }
}
