package io.agentctl.cli.config;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code config contexts}. */
@Command(
        footer = {
            "agentctl config contexts",
            "agentctl config contexts --query \"contexts[?current].name | [0]\"",
        })
public final class ConfigContexts implements Verb {

    private final UseCase<ContextList.Request, ContextList> list;

    public ConfigContexts(UseCase<ContextList.Request, ContextList> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        ContextList found = list.run(new ContextList.Request(), console.progress());
        console.print(Document.ofRows(
                found,
                "contexts",
                page -> page.table(
                        found.contexts(),
                        List.of(
                                Column.text("CURRENT", context -> context.current() ? "*" : ""),
                                Column.text("NAME", ContextList.Line::name),
                                Column.text("TYPE", ContextList.Line::type),
                                Column.text("DETAILS", ContextList.Line::details)))));
        return Exit.OK;
    }
}
