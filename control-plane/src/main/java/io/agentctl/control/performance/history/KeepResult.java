package io.agentctl.control.performance.history;

import io.agentctl.control.UseCase;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.progress.ProgressListener;

/** Keeps a result in the history. */
public final class KeepResult implements UseCase<KeepResult.Request, KeepResult.Kept> {

    /** Which result, and where. */
    public record Request(ResultHistory history, LoadResult result) {}

    /** Where it is now. */
    public record Kept(String file) {}

    @Override
    public Kept run(Request request, ProgressListener progress) {
        return new Kept(request.history().keep(request.result()));
    }
}
