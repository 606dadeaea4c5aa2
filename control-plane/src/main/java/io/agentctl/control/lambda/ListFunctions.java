package io.agentctl.control.lambda;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;
import java.util.function.Supplier;

/** Lists the functions of an account and region. */
public final class ListFunctions implements UseCase<ListFunctions.Request, ListFunctions.Result> {

    /**
     * What to list.
     *
     * @param names which functions; empty for all
     */
    public record Request(List<FunctionName> names) {
        public Request {
            names = List.copyOf(names);
        }
    }

    /**
     * The functions.
     *
     * @param functions a row each, by name
     */
    public record Result(List<FunctionRow> functions) {
        public Result {
            functions = List.copyOf(functions);
        }
    }

    private final FunctionsGateway functions;

    ListFunctions(FunctionsGateway functions) {
        this.functions = functions;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<FunctionName> wanted = request.names();
        wanted.forEach(functions::latest);
        return new Result(Parallel.map(
                functions.all().stream()
                        .filter(one -> wanted.isEmpty() || wanted.contains(new FunctionName(one.functionName())))
                        .toList(),
                one -> {
                    FunctionName name = new FunctionName(one.functionName());
                    Supplier<List<ObservedAlias>> aliases = Parallel.begin(() -> functions.aliases(name));
                    int versions = functions.versionNumbers(name).size();
                    return FunctionRow.of(one, versions, aliases.get());
                }));
    }
}
