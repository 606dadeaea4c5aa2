package io.agentctl.control.overview;

import java.time.Instant;
import java.util.List;

/**
 * An alarm that is not OK.
 *
 * @param state as CloudWatch writes it
 * @param since when it went there
 * @param reason as CloudWatch words it
 * @param tells ARNs of the topics that it tells of ALARM; none while it is muted
 */
public record AlarmLine(String name, String state, Instant since, String reason, List<String> tells) {
    public AlarmLine {
        tells = List.copyOf(tells);
    }
}
