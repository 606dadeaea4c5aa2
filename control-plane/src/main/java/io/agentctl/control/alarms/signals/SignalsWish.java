package io.agentctl.control.alarms.signals;

import io.agentctl.control.yaml.Node.Position;
import java.util.List;
import java.util.Set;

/**
 * What Application Signals should keep for a project.
 *
 * @param project whose
 * @param objectives those that ask for it
 * @param known all objectives of the file, whoever keeps them
 * @param deleting what may be deleted
 */
record SignalsWish(String project, List<Wanted> objectives, Set<String> known, Deleting deleting) {

    SignalsWish {
        objectives = List.copyOf(objectives);
        known = Set.copyOf(known);
    }

    /** Which objectives may be deleted there. */
    enum Deleting {
        /** Those that the file has, and that something else keeps now. */
        LEFT_OVER,
        /** All that nothing asks for, and nothing else is changed. */
        ONLY_ORPHANS
    }

    /**
     * One of them.
     *
     * @param objective its name in the file
     * @param position where it is written
     * @param kept as it would be kept
     */
    record Wanted(String objective, Position position, SignalsObjective kept) {}
}
