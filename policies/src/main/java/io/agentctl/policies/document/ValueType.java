package io.agentctl.policies.document;

/** The types of parameters and of request facts. */
public enum ValueType {
    BOOL("bool"),
    INT("int"),
    DOUBLE("double"),
    STRING("string"),
    DURATION("duration"),
    TIMESTAMP("timestamp"),
    STRING_LIST("list(string)"),
    INT_LIST("list(int)"),
    /** Any JSON object, whose members have no declared type. */
    MAP("map(string, dyn)");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** As documents and messages write it. */
    public String text() {
        return text;
    }
}
