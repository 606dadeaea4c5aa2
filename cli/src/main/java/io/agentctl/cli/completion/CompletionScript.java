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
            "eval \"$(agentctl completion bash)\"                  # in ~/.bashrc",
            "source <(agentctl completion zsh)                   # in ~/.zshrc, after compinit",
            "agentctl completion fish > ~/.config/fish/completions/agentctl.fish",
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
