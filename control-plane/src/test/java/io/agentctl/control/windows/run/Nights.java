package io.agentctl.control.windows.run;

import io.agentctl.control.windows.Level;
import io.agentctl.control.windows.WindowRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One window: asleep from 20:00 to 06:00 UTC.
 *
 * @param services those under it
 */
record Nights(Set<String> services, int floor, boolean enforce) implements WindowRules {

    static boolean night(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        return hour >= 20 || hour < 6;
    }

    @Override
    public Optional<Level> levelOf(String service, Map<String, String> tags, Instant at) {
        if (!services.contains(service)) {
            return Optional.empty();
        }
        return Optional.of(
                night(at)
                        ? new Level(true, "nights", floor, enforce, "window nights until 06:00")
                        : new Level(false, "nights", 0, enforce, "window nights begins at 20:00"));
    }

    @Override
    public Optional<Instant> nextChange(String service, Map<String, String> tags, Instant after) {
        return Optional.empty();
    }

    @Override
    public Set<String> namedServices() {
        return services;
    }

    @Override
    public boolean speaks(String window, String service) {
        return window.equals("nights") && services.contains(service);
    }

    @Override
    public boolean readTags() {
        return false;
    }
}
