package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.upkeep.ShowHistory.Entry;
import io.agentctl.control.aws.ApiCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Reads what CloudWatch remembers of alarms. */
final class HistoryGateway {

    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    HistoryGateway(Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /** The latest first. */
    List<Entry> between(Optional<String> alarm, Instant from, Instant to) {
        DescribeAlarmHistoryRequest request = DescribeAlarmHistoryRequest.builder()
                .alarmName(alarm.orElse(null))
                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                .startDate(from)
                .endDate(to)
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .build();
        List<Entry> entries = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            DescribeAlarmHistoryResponse response = calls.call("read the history of alarms", () -> cloudWatch
                    .get()
                    .describeAlarmHistory(request.toBuilder().nextToken(page).build()));
            response.alarmHistoryItems()
                    .forEach(item -> entries.add(new Entry(
                            item.timestamp(),
                            item.alarmName(),
                            item.historyItemTypeAsString(),
                            item.historySummary())));
            token = response.nextToken();
        } while (token != null && !token.isEmpty());
        return entries;
    }
}
