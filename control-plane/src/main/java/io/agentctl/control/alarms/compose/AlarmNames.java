package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import java.time.Duration;

/**
 * Names of alarms: the same for the same objective and window, whatever else changes. They begin with the project's
 * name, which tells its alarms from those of others in the account.
 */
final class AlarmNames {

    private static final int HASH = 8;

    private AlarmNames() {}

    static String tier(String project, String objective, Duration longWindow) {
        return shortened(project + "-" + objective + "-burn-" + Lengths.text(longWindow), AlarmDefinition.LONGEST_NAME);
    }

    /** A child's name may be too long only if its composite's is cut already. */
    static String child(String tier, String which) {
        return shortened(tier + "-" + which, AlarmDefinition.LONGEST_NAME);
    }

    /** Names that are too long are cut, and stay different by a hash of the whole. */
    static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        String hash = String.format("%08x", name.hashCode());
        return name.substring(0, longest - HASH - 1) + "-" + hash;
    }
}
