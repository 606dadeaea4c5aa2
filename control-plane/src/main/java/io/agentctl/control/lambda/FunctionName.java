package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.ResourceId;

/**
 * Names a function in an account and region.
 *
 * @param value its name alone: no ARN, no version and no alias
 */
public record FunctionName(String value) implements Identifier, Comparable<FunctionName> {

    static final String RESOURCE_TYPE = "lambda-function";

    /** The name of the argument that {@link #of(Action)} reads. */
    static final String ARGUMENT = "function";

    /** Letters, digits, hyphens and underscores, 64 at most (Lambda's service model). */
    private static final String FORM = "[A-Za-z0-9_-]{1,64}";

    public FunctionName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(
                    "a function's name is up to 64 letters, digits, hyphens and underscores, without a version or alias,"
                            + " not \"" + value + "\"");
        }
    }

    /** Reads an action's argument {@value #ARGUMENT}. */
    static FunctionName of(Action action) {
        return new FunctionName(action.argument(ARGUMENT));
    }

    /** Reads a plan's resource. */
    static FunctionName of(ResourceId resource) {
        return new FunctionName(resource.name());
    }

    /** What plans and the journal call it. */
    public ResourceId resource() {
        return new ResourceId(RESOURCE_TYPE, value);
    }

    @Override
    public int compareTo(FunctionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
