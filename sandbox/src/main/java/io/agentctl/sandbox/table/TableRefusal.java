package io.agentctl.sandbox.table;

/** The service refuses, with its own code and, where they are known, its own words. */
final class TableRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private TableRefusal(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    static TableRefusal validation(String message) {
        return new TableRefusal("ValidationException", message);
    }

    static TableRefusal invalid(String message) {
        return validation("One or more parameter values were invalid: " + message);
    }

    static TableRefusal inUse(String message) {
        return new TableRefusal("ResourceInUseException", message);
    }

    static TableRefusal limit(String message) {
        return new TableRefusal("LimitExceededException", "Subscriber limit exceeded: " + message);
    }

    static TableRefusal notFound(String table) {
        return new TableRefusal(
                "ResourceNotFoundException", "Requested resource not found: Table: " + table + " not found");
    }

    static TableRefusal throttled() {
        return new TableRefusal(
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing your"
                        + " provisioning level with the UpdateTable API.");
    }
}
