package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** {@code DescribeAlarmHistory}. */
final class HistoryReader {
    private final AlarmBook book;

    HistoryReader(AlarmBook book) {
        this.book = book;
    }

    DescribeAlarmHistoryResponse read(DescribeAlarmHistoryRequest request) {
        if (request.historyItemType() == HistoryItemType.UNKNOWN_TO_SDK_VERSION) {
            throw CloudWatchErrors.validation(AlarmText.notOneOf(
                    "historyItemType",
                    request.historyItemTypeAsString(),
                    HistoryItemType.knownValues().stream()
                            .map(HistoryItemType::toString)
                            .toList()));
        }
        List<AlarmHistoryItem> items = book.log()
                .of(AlarmQueries.types(request.alarmTypesAsStrings()))
                .filter(item -> request.alarmName() == null || item.alarmName().equals(request.alarmName()))
                .filter(item ->
                        request.historyItemType() == null || item.historyItemType() == request.historyItemType())
                .filter(item -> within(item.timestamp(), request))
                .toList();
        List<AlarmHistoryItem> ordered = request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? items : items.reversed();
        Page<AlarmHistoryItem> page = AlarmQueries.page(ordered, request.nextToken(), request.maxRecords());
        return DescribeAlarmHistoryResponse.builder()
                .alarmHistoryItems(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean within(Instant time, DescribeAlarmHistoryRequest request) {
        return (request.startDate() == null || !time.isBefore(request.startDate()))
                && (request.endDate() == null || !time.isAfter(request.endDate()));
    }
}
