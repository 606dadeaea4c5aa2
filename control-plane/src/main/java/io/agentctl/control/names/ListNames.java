package io.agentctl.control.names;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lists the names of one kind of thing, in order; operations with the latest first. */
public final class ListNames implements UseCase<ListNames.Request, ListNames.Result> {

    /** The kinds. */
    public enum Kind {
        SERVICE,
        FUNCTION,
        TABLE,
        ALARM,
        POLICY,
        OPERATION
    }

    /** Which kind. */
    public record Request(Kind kind) {}

    /** The names. */
    public record Result(Kind kind, List<String> names) {
        public Result {
            names = List.copyOf(names);
        }
    }

    private final Map<Kind, Supplier<List<String>>> lists;

    /** @param lists how to list each kind */
    public ListNames(Map<Kind, Supplier<List<String>>> lists) {
        this.lists = Map.copyOf(lists);
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        return new Result(request.kind(), lists.get(request.kind()).get());
    }
}
