package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

/** Carries out the actions of alarms, and notes in the history what became of them. */
final class AlarmActions {
    private static final int LONGEST_SUBJECT = 100;

    private final AlarmBook book;
    private final Notifications notifications;

    AlarmActions(AlarmBook book, Notifications notifications) {
        this.book = book;
        this.notifications = notifications;
    }

    /** Carries out what an alarm does in the state that it is in now. */
    void carryOut(Alarm alarm, AlarmState from) {
        if (!alarm.actionsEnabled()) {
            return;
        }
        AlarmState state = alarm.standing().state();
        for (String action : alarm.definition().actions(state)) {
            if (action.startsWith("arn:aws:sns:")) {
                publish(alarm, from, action);
            } else {
                note(
                        alarm,
                        action,
                        null,
                        Optional.of("The sandbox publishes to SNS topics and carries out nothing else"));
            }
        }
    }

    private void publish(Alarm alarm, AlarmState from, String topic) {
        Notice notice = Notice.of(book, alarm, from);
        String subject = "%s: \"%s\" in %s".formatted(alarm.standing().state(), alarm.name(), notice.region());
        String cut = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        String message = notice.json().toString();
        note(alarm, topic, message, notifications.publish(topic, cut, message));
    }

    /** Notes that actions are held back. */
    void suppressed(Alarm alarm, String reason) {
        if (alarm.actionsEnabled()) {
            book.log().add(alarm, HistoryItemType.ACTION, reason, HistoryData.suppression(alarm, reason), book.now());
        }
    }

    private void note(Alarm alarm, String action, String message, Optional<String> failure) {
        book.log()
                .add(
                        alarm,
                        HistoryItemType.ACTION,
                        (failure.isPresent() ? "Failed to execute action " : "Successfully executed action ") + action,
                        HistoryData.action(action, alarm.standing().updated(), message, failure),
                        book.now());
    }
}
