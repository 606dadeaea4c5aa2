package io.agentctl.control.performance.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;
import java.util.function.Supplier;

/** Reads the results of loads that a team shares. */
public final class ReadResults implements UseCase<ReadResults.Request, ReadResults.Result> {

    private final Supplier<ResultHistory> history;

    public ReadResults(Supplier<ResultHistory> history) {
        this.history = history;
    }

    /** Nothing needs to be said. */
    public record Request() {}

    /**
     * What is there.
     *
     * @param place where it is, for people
     * @param results the oldest first
     * @param passedOver why something was not read, one sentence each
     */
    public record Result(String place, List<Kept> results, List<String> passedOver) {

        public Result {
            results = List.copyOf(results);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * A result.
     *
     * @param name what it is called there
     * @param document what {@code perf load -o json} wrote
     */
    public record Kept(String name, JsonNode document) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        ResultHistory there = history.get();
        ResultHistory.Contents contents = there.read();
        return new Result(
                there.place(),
                contents.results().stream()
                        .map(kept -> new Kept(kept.name(), RecordTree.document(kept.result())))
                        .toList(),
                contents.passedOver());
    }
}
