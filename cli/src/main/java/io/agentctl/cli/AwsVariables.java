package io.agentctl.cli;

import io.agentctl.cli.settings.Context;
import io.agentctl.cli.settings.Settings;
import io.agentctl.cli.settings.Sourced;
import java.util.LinkedHashMap;
import java.util.Map;

/** What leads another program's AWS SDK to where commands go: the variables that every SDK reads. */
final class AwsVariables {

    private AwsVariables() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        boolean sandbox = settings.contextForReading() instanceof Context.Sandbox;
        if (sandbox && settings.endpoint().isEmpty()) {
            settings.runningSandbox();
        }
        if (sandbox) {
            variables.put("AWS_ACCESS_KEY_ID", "sandbox");
            variables.put("AWS_SECRET_ACCESS_KEY", "sandbox");
        }
        variables.put("AWS_REGION", settings.requiredRegion());
        settings.endpoint().map(Sourced::value).ifPresent(url -> variables.put("AWS_ENDPOINT_URL", url.toString()));
        settings.profile().map(Sourced::value).ifPresent(profile -> variables.put("AWS_PROFILE", profile));
        return variables;
    }
}
