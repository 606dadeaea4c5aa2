package io.agentctl.control.capacity;

import io.agentctl.control.journal.Action;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.ResourceId;

/**
 * The name of a table.
 *
 * @param value 3 to 255 letters, digits, underscores, hyphens and dots (DynamoDB's service model, TableName)
 */
public record TableName(String value) implements Identifier {

    static final String RESOURCE_TYPE = "dynamodb-table";
    static final String ARGUMENT = "table";

    private static final String FORM = "[a-zA-Z0-9_.-]{3,255}";

    public TableName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(
                    "a table's name is 3 to 255 letters, digits, underscores, hyphens and dots, not \"" + value + "\"");
        }
    }

    static TableName of(Action action) {
        return new TableName(action.argument(ARGUMENT));
    }

    /** What plans and the journal call it. */
    public ResourceId resource() {
        return new ResourceId(RESOURCE_TYPE, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
