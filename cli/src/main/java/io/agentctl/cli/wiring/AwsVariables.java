package io.agentctl.cli.wiring;

import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import java.util.LinkedHashMap;
import java.util.Map;

/** What leads another program's AWS SDK to where commands go: the variables that every SDK reads. */
public final class AwsVariables {

    private AwsVariables() {}

    /** For a program that knows of no other place: a region at least, and the sandbox if that is the context. */
    public static Map<String, String> of(Settings settings) {
        settings.requiredRegion();
        if (isSandbox(settings) && settings.endpoint().isEmpty()) {
            settings.runningSandbox();
        }
        return known(settings);
    }

    /** For a program that may know a place of its own: what is known here. */
    public static Map<String, String> known(Settings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (isSandbox(settings) && settings.endpoint().isPresent()) {
            variables.put("AWS_ACCESS_KEY_ID", "sandbox");
            variables.put("AWS_SECRET_ACCESS_KEY", "sandbox");
        }
        settings.region().map(Sourced::value).ifPresent(region -> variables.put("AWS_REGION", region));
        settings.endpoint().map(Sourced::value).ifPresent(url -> variables.put("AWS_ENDPOINT_URL", url.toString()));
        settings.profile().map(Sourced::value).ifPresent(profile -> variables.put("AWS_PROFILE", profile));
        return variables;
    }

    private static boolean isSandbox(Settings settings) {
        return settings.contextForReading() instanceof Context.Sandbox;
    }
}
