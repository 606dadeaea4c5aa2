package io.agentctl.sandbox.alarm;

import java.util.Optional;

/** What alarms tell people through. */
@FunctionalInterface
public interface Notifications {
    /**
     * Publishes.
     *
     * @param topicArn the SNS topic
     * @param subject a line
     * @param message the text
     * @return why it could not be; empty if it was
     */
    Optional<String> publish(String topicArn, String subject, String message);
}
