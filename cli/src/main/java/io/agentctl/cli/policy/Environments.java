package io.agentctl.cli.policy;

import picocli.CommandLine.Option;

/** Which environment a command is about. */
public final class Environments {

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "production",
            description = "The environment; default: production.")
    private String name;

    /** The environment's name. */
    public String name() {
        return name;
    }
}
