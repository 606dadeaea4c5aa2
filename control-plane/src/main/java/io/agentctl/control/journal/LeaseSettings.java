package io.agentctl.control.journal;

import java.time.Duration;

/**
 * How owners show that they are alive, and how long others wait for them.
 *
 * @param lease how long an owner is taken to be alive after a write
 * @param renewal how often a working owner renews its lease; well under {@code lease}
 * @param grace added to a lease that ran out, since clocks of two machines differ
 * @param patience the longest wait for another owner's lease to run out
 * @param poll how often a waiting process looks
 */
public record LeaseSettings(Duration lease, Duration renewal, Duration grace, Duration patience, Duration poll) {

    public LeaseSettings {
        if (renewal.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException("a lease of " + lease + " cannot be renewed every " + renewal);
        }
    }

    /** A lease survives two renewals that fail. */
    public static LeaseSettings standard() {
        return new LeaseSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
    }
}
