package io.agentctl.control.performance.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.performance.LoadResultReader;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.progress.ProgressListener;
import java.util.function.Supplier;

/** Keeps the result of a load where the team finds it. */
public final class ShareResult implements UseCase<ShareResult.Request, KeepResult.Kept> {

    private final Supplier<ResultHistory> history;

    public ShareResult(Supplier<ResultHistory> history) {
        this.history = history;
    }

    /** What {@code perf load -o json} wrote. */
    public record Request(JsonNode document) {}

    @Override
    public KeepResult.Kept run(Request request, ProgressListener progress) {
        return new KeepResult.Kept(
                history.get().keep(LoadResultReader.read("the result", JsonText.write(request.document()))));
    }
}
