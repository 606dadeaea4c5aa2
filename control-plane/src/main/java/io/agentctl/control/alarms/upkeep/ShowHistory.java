package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What alarms did: changes of state and of definition, and who was told; CloudWatch keeps 30 days of it. */
public final class ShowHistory implements UseCase<ShowHistory.Request, ShowHistory.Result> {

    /**
     * Of what.
     *
     * @param alarm a name; all alarms of the project without one
     * @param since how far back
     */
    public record Request(Optional<String> alarm, Duration since) {}

    /** The entries, the latest first. */
    public record Result(List<Entry> entries) {
        public Result {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Something that happened.
     *
     * @param at when
     * @param alarm to which alarm
     * @param what {@code StateUpdate}, {@code ConfigurationUpdate} or {@code Action}
     * @param summary in CloudWatch's words
     */
    public record Entry(Instant at, String alarm, String what, String summary) {}

    private final HistoryGateway history;
    private final String project;
    private final Clock clock;

    ShowHistory(HistoryGateway history, String project, Clock clock) {
        this.history = history;
        this.project = project;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        return new Result(history.between(request.alarm(), now.minus(request.since()), now).stream()
                .filter(entry -> request.alarm().isPresent() || entry.alarm().startsWith(project + "-"))
                .toList());
    }
}
