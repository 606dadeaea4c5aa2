package io.agentctl.control.permission;

/**
 * What must hold besides, as IAM writes it.
 *
 * @param operator such as {@code StringEquals}
 * @param key such as {@code iam:PassedToService}
 * @param value with the placeholders of {@link Names}
 */
public record Condition(String operator, String key, String value) {

    public Condition {
        if (operator.isBlank() || !key.contains(":") || value.isBlank()) {
            throw new IllegalArgumentException("no condition: " + operator + " " + key + " " + value);
        }
    }
}
