package io.agentctl.sandbox.table;

import java.util.Arrays;

/** How a table is paid for. */
public enum BillingMode {
    /** By the request. */
    ON_DEMAND("PAY_PER_REQUEST"),
    /** By the hour, for what is set aside. */
    PROVISIONED("PROVISIONED");

    private final String wireName;

    BillingMode(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static BillingMode parse(String wireName) {
        return Arrays.stream(values())
                .filter(mode -> mode.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> TableRefusal.validation("1 validation error detected: Value '" + wireName
                        + "' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [PROVISIONED, PAY_PER_REQUEST]"));
    }
}
