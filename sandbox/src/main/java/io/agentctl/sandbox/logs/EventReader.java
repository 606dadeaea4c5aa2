package io.agentctl.sandbox.logs;

import io.agentctl.sandbox.ecs.Page;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** The operations that read events. */
final class EventReader {
    private static final int MOST = 10_000;
    private static final String FORWARD = "f/";
    private static final String BACKWARD = "b/";

    private final LogsState state;

    EventReader(LogsState state) {
        this.state = state;
    }

    /** Tokens count events from the beginning: forward ones what was read, backward ones what comes before it. */
    GetLogEventsResponse get(GetLogEventsRequest request) {
        LogStreams group = state.group(request.logGroupName(), request.logGroupIdentifier());
        List<Event> events = group.find(request.logStreamName()).orElseThrow(LogsErrors::noStream).ordered().stream()
                .filter(event -> within(event, request.startTime(), request.endTime()))
                .toList();
        int limit = limit(request.limit());
        boolean forward = Boolean.TRUE.equals(request.startFromHead());
        int from = forward ? 0 : Math.max(0, events.size() - limit);
        int to = Math.min(events.size(), from + limit);
        String token = request.nextToken();
        if (token != null) {
            int position = position(token, events.size());
            from = token.startsWith(FORWARD) ? position : Math.max(0, position - limit);
            to = token.startsWith(FORWARD) ? Math.min(events.size(), position + limit) : position;
        }
        return GetLogEventsResponse.builder()
                .events(events.subList(from, to).stream()
                        .map(event -> OutputLogEvent.builder()
                                .timestamp(event.at())
                                .ingestionTime(event.ingested())
                                .message(event.message())
                                .build())
                        .toList())
                .nextForwardToken(FORWARD + to)
                .nextBackwardToken(BACKWARD + from)
                .build();
    }

    private static int position(String token, int size) {
        if (!token.matches("[fb]/\\d{1,9}")) {
            throw LogsErrors.invalid("The specified nextToken is invalid.");
        }
        return Math.min(size, Integer.parseInt(token.substring(FORWARD.length())));
    }

    FilterLogEventsResponse filter(FilterLogEventsRequest request) {
        LogStreams group = state.group(request.logGroupName(), request.logGroupIdentifier());
        FilterPattern pattern = FilterPattern.parse(request.filterPattern());
        List<Event> events = group.all().stream()
                .filter(stream ->
                        !request.hasLogStreamNames() || request.logStreamNames().contains(stream.name()))
                .filter(stream -> request.logStreamNamePrefix() == null
                        || stream.name().startsWith(request.logStreamNamePrefix()))
                .flatMap(stream -> stream.events().stream())
                .filter(event -> within(event, request.startTime(), request.endTime()))
                .filter(event -> pattern.matches(event.message()))
                .sorted(Comparator.comparingLong(Event::at).thenComparingLong(Event::number))
                .toList();
        try {
            Page<Event> page = Page.of(events, request.nextToken(), limit(request.limit()));
            return FilterLogEventsResponse.builder()
                    .events(page.items().stream().map(EventReader::view).toList())
                    .nextToken(page.nextToken())
                    .build();
        } catch (IllegalArgumentException ignored) {
            throw LogsErrors.invalid("The specified nextToken is invalid.");
        }
    }

    private static FilteredLogEvent view(Event event) {
        return FilteredLogEvent.builder()
                .logStreamName(event.stream())
                .timestamp(event.at())
                .ingestionTime(event.ingested())
                .message(event.message())
                .eventId("%056d".formatted(event.number()))
                .build();
    }

    private static int limit(Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw LogsErrors.invalid("limit must be within 1.." + MOST + ": " + asked);
        }
        return asked == null ? MOST : asked;
    }

    /** From the start, before the end. */
    private static boolean within(Event event, Long start, Long end) {
        return (start == null || event.at() >= start) && (end == null || event.at() < end);
    }
}
