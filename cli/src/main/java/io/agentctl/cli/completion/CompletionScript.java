package io.agentctl.cli.completion;

import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code completion}. */
@Command(
        footer = {
            "agentctl completion bash > ~/.local/share/bash-completion/completions/agentctl",
            "agentctl completion zsh > \"${fpath[1]}/_agentctl\"",
            "agentctl completion fish > ~/.config/fish/completions/agentctl.fish",
            "source <(agentctl completion zsh)    # for this session alone; eval \"$(…)\" in bash",
        })
public final class CompletionScript implements Verb {

    @Parameters(index = "0", arity = "1", paramLabel = "SHELL", description = "bash, zsh or fish.")
    private ShellName shell;

    private final Supplier<CommandTable> table;

    CompletionScript(Supplier<CommandTable> table) {
        this.table = table;
    }

    @Override
    public int call(Console console) {
        String script = Scripts.of(shell, table.get());
        console.print(new Document(() -> TextNode.valueOf(script), "", page -> page.line(script.stripTrailing())));
        return Exit.OK;
    }
}
