package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.journal.Action;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.ResourceId;
import java.util.Map;

/**
 * Names an alias or a version of a function: what environments are kept ready for.
 *
 * @param function the function
 * @param qualifier an alias or a version's number; {@code $LATEST} can be named, and is refused where it matters
 */
public record ConcurrencyTarget(FunctionName function, String qualifier) implements Identifier {

    static final String RESOURCE_TYPE = "lambda-concurrency";
    static final String LATEST = "$LATEST";

    private static final String FUNCTION = "function";
    private static final String QUALIFIER = "qualifier";

    /** Up to 128 letters, digits, hyphens and underscores (Lambda's service model). */
    private static final String FORM = "[A-Za-z0-9_-]{1,128}";

    public ConcurrencyTarget {
        if (!qualifier.matches(FORM) && !qualifier.equals(LATEST)) {
            throw new IllegalArgumentException(
                    "an alias is up to 128 letters, digits, hyphens and underscores, not \"" + qualifier + "\"");
        }
    }

    /**
     * Reads {@code FUNCTION:ALIAS} or {@code FUNCTION:VERSION}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static ConcurrencyTarget parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "name the alias or version too, such as " + text + ":live: nothing can be kept ready for $LATEST");
        }
        return new ConcurrencyTarget(new FunctionName(text.substring(0, colon)), text.substring(colon + 1));
    }

    static ConcurrencyTarget of(Action action) {
        return new ConcurrencyTarget(new FunctionName(action.argument(FUNCTION)), action.argument(QUALIFIER));
    }

    Map<String, String> arguments() {
        return Map.of(FUNCTION, function.value(), QUALIFIER, qualifier);
    }

    /** What plans and the journal call it. */
    public ResourceId resource() {
        return new ResourceId(RESOURCE_TYPE, toString());
    }

    boolean latest() {
        return qualifier.equals(LATEST);
    }

    @Override
    public String toString() {
        return function + ":" + qualifier;
    }
}
