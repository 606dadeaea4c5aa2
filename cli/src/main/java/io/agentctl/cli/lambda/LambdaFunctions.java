package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.FunctionRow;
import io.agentctl.control.lambda.ListFunctions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lambda functions}. */
@Command(
        footer = {
            "agentctl lambda functions",
            "agentctl lambda functions -o wide               # with versions, aliases and the last change",
            "agentctl lambda functions --query \"functions[?memoryMb>=`1024`].name\"",
        })
public final class LambdaFunctions implements Verb {

    private final UseCase<ListFunctions.Request, ListFunctions.Result> list;

    @Parameters(
            arity = "0..*",
            paramLabel = "FUNCTION",
            converter = FunctionNameConverter.class,
            description = "Functions to list; default: all of the region.")
    private List<FunctionName> names;

    public LambdaFunctions(UseCase<ListFunctions.Request, ListFunctions.Result> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        ListFunctions.Result result =
                list.run(new ListFunctions.Request(names == null ? List.of() : names), console.progress());
        console.print(Document.ofRows(result, "functions", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(ListFunctions.Result result, Page page) {
        if (result.functions().isEmpty()) {
            page.line("The region has no functions.");
            return;
        }
        page.table(
                result.functions(),
                List.of(
                        Column.text("FUNCTION", row -> row.name().value()),
                        Column.text("RUNTIME", row -> row.runtime().isEmpty() ? "image" : row.runtime()),
                        Column.text("PROCESSOR", FunctionRow::architecture),
                        Column.number("MEMORY", row -> row.memoryMb() + " MB"),
                        Column.number("TIMEOUT", row -> row.timeoutSeconds() + " s"),
                        Column.wide("VERSIONS", row -> Integer.toString(row.versions())),
                        Column.wide("ALIASES", LambdaFunctions::aliases),
                        Column.wide("LAST CHANGE", FunctionRow::lastModified)));
        int count = result.functions().size();
        page.line(Tone.FAINT, count == 1 ? "1 function." : count + " functions.");
    }

    private static String aliases(FunctionRow row) {
        return row.aliases().isEmpty() ? "-" : String.join(", ", row.aliases());
    }
}
