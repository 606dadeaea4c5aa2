package io.agentctl.control.windows.run;

import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * One window: asleep from 20:00 to 06:00 UTC.
 *
 * @param services those under it
 */
record Nights(Set<String> services, int floor, boolean enforce) {

    static boolean night(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        return hour >= 20 || hour < 6;
    }

    WindowFile file() {
        return WindowFileReader.read(
                Path.of("windows.yaml"),
                """
                apiVersion: agentctl/v1
                kind: Windows
                windows:
                  - name: nights
                    services: [%s]
                    days: [mon-sun]
                    from: "20:00"
                    to: "06:00"
                    overnight: true
                    desired: %d
                    enforce: %s
                """
                        .formatted(String.join(", ", services), floor, enforce));
    }
}
