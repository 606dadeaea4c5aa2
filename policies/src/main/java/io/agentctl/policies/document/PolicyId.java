package io.agentctl.policies.document;

import java.util.regex.Pattern;

/**
 * The name of a policy, unique in a store.
 *
 * @param value 1 to 63 lower-case letters, digits and hyphens, starting with a letter
 */
public record PolicyId(String value) implements Comparable<PolicyId> {

    /** What an id looks like; also the pattern in the JSON Schema. */
    public static final String PATTERN = "[a-z][a-z0-9-]{0,62}";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    public PolicyId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy id is 1 to 63 lower-case letters, digits and hyphens, starting with a letter: " + value);
        }
    }

    @Override
    public int compareTo(PolicyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
