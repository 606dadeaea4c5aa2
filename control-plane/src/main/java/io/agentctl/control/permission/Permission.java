package io.agentctl.control.permission;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * An action of IAM, and on what it is allowed. Operations of an API and actions are not one to one: {@code Invoke}
 * needs {@code lambda:InvokeFunction}, a transaction of DynamoDB what its parts do, and {@code sts:GetCallerIdentity}
 * nothing.
 *
 * @param action such as {@code ecs:UpdateService}; never with a wildcard
 */
public record Permission(String action, Scope scope) implements Comparable<Permission> {

    private static final Pattern ACTION = Pattern.compile("[a-z-]+:[A-Z][A-Za-z]+");
    private static final Pattern READING = Pattern.compile("[a-z-]+:(Describe|List|Get|BatchGet|Query)([A-Z].*)?");

    public Permission {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("no action of IAM: " + action);
        }
    }

    /** Whether the action only reads, by its verb. */
    public boolean reads() {
        return READING.matcher(action).matches();
    }

    /** Whether another one allows all of this one. */
    boolean isImpliedBy(Permission other) {
        return action.equals(other.action) && scope.isWithin(other.scope);
    }

    @Override
    public int compareTo(Permission other) {
        return Comparator.comparing(Permission::action)
                .thenComparing(Permission::scope)
                .compare(this, other);
    }
}
