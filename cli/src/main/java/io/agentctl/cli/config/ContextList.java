package io.agentctl.cli.config;

import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import java.util.List;

/**
 * The places that commands can go to.
 *
 * @param contexts in the order of the configuration
 */
public record ContextList(List<Line> contexts) {

    /** Asks for all contexts. */
    public record Request() {}

    /**
     * One context.
     *
     * @param name what the user calls it
     * @param type aws, sandbox or control-plane
     * @param details profile and region, or the URL
     * @param current whether commands go there
     */
    public record Line(String name, String type, String details, boolean current) {}

    /** Lists contexts. */
    public static ContextList of(Settings settings) {
        String current = settings.named().map(named -> named.value().name()).orElse("");
        return new ContextList(settings.user().contexts().values().stream()
                .map(context -> line(context, current))
                .toList());
    }

    private static Line line(Context context, String current) {
        return new Line(
                context.name(),
                context.type(),
                context.details(),
                context.name().equals(current));
    }
}
