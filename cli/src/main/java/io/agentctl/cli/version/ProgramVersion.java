package io.agentctl.cli.version;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which version this is.
 *
 * @param version of the program
 * @param java of the JVM that it runs on
 * @param vm which JVM that is
 * @param system operating system and processor
 * @param aotCache whether it started from one
 * @param documents the schemaVersion of the documents that it writes, and the highest that it reads
 * @param newest what was asked for with {@code --check}
 */
record ProgramVersion(
        String version,
        String java,
        String vm,
        String system,
        AotCache aotCache,
        int documents,
        Optional<Newest> newest) {

    /**
     * What a place of releases said.
     *
     * @param version the newest
     * @param released when, if it said so
     * @param notes where to read about it, if it said so
     * @param from the place
     * @param standing how this program stands to it
     */
    record Newest(
            String version, Optional<LocalDate> released, Optional<String> notes, String from, Standing standing) {}

    /** How this program stands to the newest. */
    enum Standing {
        OLDER,
        NEWEST,
        /** It is not released yet. */
        NEWER,
        /** This one has no number. */
        UNKNOWN
    }
}
