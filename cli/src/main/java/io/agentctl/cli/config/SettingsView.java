package io.agentctl.cli.config;

import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Source;
import io.agentctl.control.settings.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every setting.
 *
 * @param settings in reading order
 */
public record SettingsView(List<Line> settings) {

    /** Asks for all settings. */
    public record Request() {}

    /**
     * One setting.
     *
     * @param name as in the configuration file
     * @param value a text, a number or a list of texts; nothing where it is not set
     * @param source the kind of place that it came from
     * @param where the flag, the variable, or the file and line
     */
    public record Line(String name, Optional<Object> value, Source.Kind source, String where) {}

    /** Lists settings. */
    public static SettingsView of(Settings settings) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "context",
                settings.named().map(context -> new Sourced<>(context.value().name(), context.source()))));
        lines.add(line("context.type", settings.named().map(c -> new Sourced<>(type(c.value()), c.source()))));
        lines.add(line("profile", settings.profile()));
        lines.add(line("region", settings.region()));
        lines.add(line("endpointUrl", settings.endpoint()));
        project(lines, settings.project());
        return new SettingsView(List.copyOf(lines));
    }

    private static void project(List<Line> lines, Project project) {
        lines.add(line("project", project.name()));
        lines.add(line("cluster", project.cluster()));
        lines.add(line("services", project.services()));
        lines.add(line("functions", project.functions()));
        lines.add(line("tables", project.tables()));
        lines.add(line("budgets.cpu", project.budgets().cpu()));
        lines.add(line("budgets.memory", project.budgets().memory()));
        lines.add(line("budgets.network", project.budgets().network()));
        lines.add(line("budgets.table", project.budgets().table()));
        lines.add(line("slos", project.slos()));
        lines.add(line("windows", project.windows()));
        lines.add(line("policies", project.policies()));
        lines.add(line("prices", project.prices()));
        lines.add(line("tablePrices", project.tablePrices()));
        lines.add(line("alarmPrices", project.alarmPrices()));
        lines.add(line("targets", project.targets()));
        lines.add(line("loadTaskDefinition", project.loadTaskDefinition()));
        lines.add(line("loadHistory", project.loadHistory()));
        lines.add(line("journal", project.journal()));
    }

    private static String type(Context context) {
        return context.type();
    }

    private static Line line(String name, Optional<? extends Sourced<?>> setting) {
        return setting.isPresent()
                ? line(name, setting.get())
                : new Line(name, Optional.empty(), Source.Kind.DEFAULT, "not set");
    }

    private static Line line(String name, Sourced<?> setting) {
        return new Line(
                name,
                Optional.of(setting.value()),
                setting.source().kind(),
                setting.source().where());
    }
}
