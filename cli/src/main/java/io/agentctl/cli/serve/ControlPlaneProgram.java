package io.agentctl.cli.serve;

import io.agentctl.cli.process.Installation;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.TargetFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The control plane's jar with its JVM options.
 *
 * @param home where the program's own files are
 */
public record ControlPlaneProgram(Path home) {

    private static final String MODULE = "control-plane-service";

    /**
     * What starts it.
     *
     * @param configuration a file, or null for none
     * @throws AgentctlException BAD_CONFIGURATION if nothing was built; NOT_FOUND if there is no such file
     */
    List<String> command(Path configuration) {
        Installation installation = new Installation(home);
        Path jar = installation.jar(MODULE);
        if (!Files.exists(jar)) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "there is no control plane at " + jar,
                    "Start agentctl with its launcher, which builds it.");
        }
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(), "@" + jar.resolveSibling("agentctl-control-plane-service.options")));
        if (Files.exists(installation.cache(MODULE))) {
            command.add("-XX:AOTCache=" + installation.cache(MODULE));
        }
        command.addAll(List.of("-jar", jar.toString()));
        if (configuration != null) {
            if (!Files.exists(configuration)) {
                throw new AgentctlException(ErrorCode.NOT_FOUND, "there is no file " + configuration, "");
            }
            command.addAll(List.of("--config", configuration.toAbsolutePath().toString()));
        }
        return command;
    }

    /** Flags of this command as the variables that the control plane reads. */
    static Map<String, String> variables(TargetFlags flags) {
        Map<String, String> variables = new LinkedHashMap<>();
        flags.context().ifPresent(context -> variables.put("AGENTCTL_CONTEXT", context));
        flags.profile().ifPresent(profile -> variables.put("AGENTCTL_PROFILE", profile));
        flags.region().ifPresent(region -> variables.put("AGENTCTL_REGION", region));
        flags.endpointUrl().ifPresent(url -> variables.put("AGENTCTL_ENDPOINT_URL", url));
        return variables;
    }
}
