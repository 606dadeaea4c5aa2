package io.agentctl.sandbox.logs;

import io.agentctl.sandbox.metrics.MetricOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/** {@code PutLogEvents}, with the limits in the service model's documentation. */
final class EventWriter {
    private static final int MOST = 10_000;
    private static final long OLDEST = Duration.ofDays(14).toMillis();
    private static final long NEWEST = Duration.ofHours(2).toMillis();

    private final LogsState state;
    private final MetricOperations metrics;

    EventWriter(LogsState state, MetricOperations metrics) {
        this.state = state;
        this.metrics = metrics;
    }

    PutLogEventsResponse put(PutLogEventsRequest request) {
        LogStreams group = state.group(request.logGroupName(), null);
        LogStreams.Stream stream = group.find(request.logStreamName()).orElseThrow(LogsErrors::noStream);
        List<InputLogEvent> events = request.logEvents();
        check(events);
        long now = state.now();
        int old = 0;
        int fresh = events.size();
        List<PutMetricDataRequest> data = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            InputLogEvent event = events.get(i);
            if (event.timestamp() < now - OLDEST) {
                old = i + 1;
            } else if (event.timestamp() > now + NEWEST) {
                fresh = Math.min(fresh, i);
            } else {
                group.add(stream, event.timestamp(), now, event.message());
                data.addAll(EmbeddedMetricReader.read(event.message(), event.timestamp()));
            }
        }
        data.forEach(this::publish);
        PutLogEventsResponse.Builder response = PutLogEventsResponse.builder()
                .nextSequenceToken("49590302869999999999999999999999999999999999999999999999");
        if (old > 0 || fresh < events.size()) {
            response.rejectedLogEventsInfo(RejectedLogEventsInfo.builder()
                    .tooOldLogEventEndIndex(old > 0 ? old : null)
                    .tooNewLogEventStartIndex(fresh < events.size() ? fresh : null)
                    .build());
        }
        return response.build();
    }

    private static void check(List<InputLogEvent> events) {
        if (events.isEmpty() || events.size() > MOST) {
            throw LogsErrors.invalid("1 validation error detected: Value at 'logEvents' failed to satisfy constraint:"
                    + " Member must have length between 1 and " + MOST);
        }
        long last = Long.MIN_VALUE;
        for (InputLogEvent event : events) {
            if (event.timestamp() == null
                    || event.message() == null
                    || event.message().isEmpty()) {
                throw LogsErrors.invalid("Every log event needs a timestamp and a message.");
            }
            if (event.timestamp() < last) {
                throw LogsErrors.invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
            last = event.timestamp();
        }
    }

    /** What makes no metric is a line of the log all the same, as on AWS. */
    private void publish(PutMetricDataRequest data) {
        try {
            metrics.put(data);
        } catch (AwsServiceException ignored) {
            // There is nobody to tell.
        }
    }
}
