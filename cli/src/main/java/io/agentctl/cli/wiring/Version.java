package io.agentctl.cli.wiring;

/** This program's version. */
public final class Version {

    /** As the jar's manifest has it. */
    public static final String OF_PROGRAM = known(Version.class.getPackage().getImplementationVersion());

    private Version() {}

    private static String known(String version) {
        return version == null ? "(not packaged)" : version;
    }
}
