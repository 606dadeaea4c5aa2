package io.agentctl.control.performance.history;

import io.agentctl.control.UseCase;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.progress.ProgressListener;
import java.nio.file.Path;

/** Keeps a result in the history. */
public final class KeepResult implements UseCase<KeepResult.Request, KeepResult.Kept> {

    /** Which result, and where. */
    public record Request(Path folder, LoadResult result) {}

    /** The file that it is in now. */
    public record Kept(Path file) {}

    @Override
    public Kept run(Request request, ProgressListener progress) {
        return new Kept(new ResultHistory(request.folder()).keep(request.result()));
    }
}
