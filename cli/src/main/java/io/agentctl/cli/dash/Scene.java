package io.agentctl.cli.dash;

import io.agentctl.cli.screen.Look;
import io.agentctl.control.overview.Snapshot;
import java.time.Instant;
import java.util.Locale;

/**
 * What panes are painted from.
 *
 * @param snapshot what is known
 * @param filter names must contain it to be shown
 * @param now the time there, to tell ages
 */
record Scene(Snapshot snapshot, String filter, Instant now, Look look) {

    private static final int ROOMY = 80;

    /** A name without the project's, with which most begin, where there is little room. */
    String brief(String name, int columns) {
        String prefix = snapshot.project() + "-";
        return columns < ROOMY && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** Whether something of this name is shown. */
    boolean shows(String name) {
        return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }
}
