package io.agentctl.cli.policy;

import picocli.CommandLine.Option;

/** Which environment a command is about. */
public final class Environments {

    private static final String USUAL = "production";

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = USUAL,
            description = "The environment; default: production.")
    private String name;

    /** The environment's name. */
    public String name() {
        return name;
    }

    /** The option as it has to be typed for the same environment; empty for the usual one. */
    String option() {
        return name.equals(USUAL) ? "" : " --environment " + name;
    }
}
