package io.agentctl.plane.http;

import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.Range;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.live.LiveEvent;
import io.agentctl.plane.live.LiveListener;
import io.agentctl.plane.live.LiveStatus;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /v1/status/stream}: the state of the project, part by part, as it is read for all who look. */
final class LiveHandlers {

    /** Also tells the listener what the time is, against which ages are computed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Whoever goes on listening shows anew who they are. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final HeaderName LAST_EVENT = HeaderNames.create("Last-Event-ID");

    private final LiveStatus status;
    private final Gate gate;
    private final Numbers numbers;
    private final PaceGuard guard;

    LiveHandlers(LiveStatus status, Gate gate, Numbers numbers, PaceGuard guard) {
        this.status = status;
        this.gate = gate;
        this.numbers = numbers;
        this.guard = guard;
    }

    void stream(ServerRequest request, ServerResponse response) {
        gate.require(
                request,
                Demand.on(ObjectivesUseCases.SNAPSHOT.name(), Deed.LOOK, ObjectivesUseCases.SNAPSHOT.capability()));
        Range range = request.query()
                .first("range")
                .asOptional()
                .map(LiveHandlers::range)
                .orElse(Range.HOUR);
        numbers.followed(1);
        try (LiveListener listener = status.listen(range, seen(request))) {
            long end = System.nanoTime() + LONGEST.toNanos();
            new EventWriter(response, guard)
                    .write(() -> listener.over() || System.nanoTime() > end, () -> text(listener.next(HEARTBEAT)));
        } finally {
            numbers.followed(-1);
        }
    }

    private static Range range(String text) {
        return Range.ALL.stream()
                .filter(range -> range.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new AgentctlException(ErrorCode.USAGE, "range is one of " + Range.ALL + ", not " + text, ""));
    }

    /** What was heard of another instance, or of this one before it was started anew, counts for nothing. */
    private long seen(ServerRequest request) {
        String start = status.epoch() + "-";
        return request.headers()
                .first(LAST_EVENT)
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** The time comes with everything, for ages are told from it. */
    private String text(List<LiveEvent> news) {
        return news.stream()
                .map(event -> "event: part\nid: " + status.epoch() + "-" + event.number() + "\ndata: " + event.data()
                        + "\n\n")
                .collect(Collectors.joining("", "", "event: time\ndata: \"" + status.now() + "\"\n\n"));
    }
}
