package io.agentctl.sandbox.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

/** What happened to alarms, those that are gone included. Not thread-safe. */
final class AlarmLog {
    /** CloudWatch User Guide, "Using Amazon CloudWatch alarms": history is kept for 30 days. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Deque<AlarmHistoryItem> items = new ArrayDeque<>();

    void add(Alarm alarm, HistoryItemType type, String summary, String data, Instant now) {
        while (!items.isEmpty() && items.peekFirst().timestamp().isBefore(now.minus(KEPT))) {
            items.removeFirst();
        }
        items.addLast(AlarmHistoryItem.builder()
                .alarmName(alarm.name())
                .alarmType(alarm.type())
                .timestamp(now)
                .historyItemType(type)
                .historySummary(summary)
                .historyData(data)
                .build());
    }

    /** Those of alarms of some kinds, oldest first. */
    Stream<AlarmHistoryItem> of(List<AlarmType> types) {
        return items.stream().filter(item -> types.contains(item.alarmType()));
    }
}
