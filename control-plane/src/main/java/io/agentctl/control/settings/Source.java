package io.agentctl.control.settings;

/**
 * Where a setting came from.
 *
 * @param kind which of the places that are asked in turn
 * @param where the flag, the variable, or the file and line
 */
public record Source(Kind kind, String where) {

    /** The places, the first that has a value wins. */
    public enum Kind {
        FLAG,
        ENVIRONMENT,
        PROJECT_FILE,
        USER_CONFIG,
        /** The state file of the running sandbox. */
        SANDBOX,
        /** The AWS configuration file's profile. */
        AWS_CONFIG,
        DEFAULT
    }

    static final Source BUILT_IN = new Source(Kind.DEFAULT, "default");

    static Source flag(String name) {
        return new Source(Kind.FLAG, name);
    }

    static Source variable(String name) {
        return new Source(Kind.ENVIRONMENT, name);
    }

    @Override
    public String toString() {
        return where;
    }
}
