package io.agentctl.cli.config;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code config view}. */
@Command(
        footer = {
            "agentctl config view                                   # where would a command go?",
            "agentctl config view --context prod -o json            # and with this flag?",
            "agentctl config view --query \"settings[?name=='region'].value | [0]\"",
        })
public final class ConfigView implements Verb {

    private final UseCase<SettingsView.Request, SettingsView> view;

    public ConfigView(UseCase<SettingsView.Request, SettingsView> view) {
        this.view = view;
    }

    @Override
    public int call(Console console) {
        SettingsView settings = view.run(new SettingsView.Request(), console.progress());
        console.print(Document.ofRows(settings, "settings", page -> layout(settings, page)));
        return Exit.OK;
    }

    private static void layout(SettingsView settings, Page page) {
        page.table(
                settings.settings(),
                List.of(
                        Column.text("SETTING", SettingsView.Line::name),
                        Column.text(
                                "VALUE",
                                line -> line.value().map(ConfigView::text).orElse("-")),
                        Column.text("FROM", SettingsView.Line::where)));
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list ->
                list.isEmpty()
                        ? "all"
                        : String.join(", ", list.stream().map(String::valueOf).toList());
            case Double share -> Math.round(share * 100) + "%";
            default -> value.toString();
        };
    }
}
