package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.util.Optional;

/**
 * Where a command goes and what it works on, each value with where it came from. Made by {@link SettingsReader}.
 *
 * @param named the context, if a flag, the environment, the project file or the user's configuration names one
 * @param profile the AWS profile; nothing for ambient credentials
 * @param region the AWS region, if any is known
 * @param endpoint what replaces AWS's own endpoints, if anything
 * @param sandbox the running sandbox, if there is one
 * @param project the runtime that is operated
 * @param user the user's configuration
 */
public record Settings(
        Optional<Sourced<Context>> named,
        Optional<Sourced<String>> profile,
        Optional<Sourced<String>> region,
        Optional<Sourced<URI>> endpoint,
        Optional<SandboxState> sandbox,
        Project project,
        UserConfig user) {

    /** Where reads go: the named context, else whatever AWS credentials are around. */
    public Context contextForReading() {
        return named.map(Sourced::value).orElseGet(() -> user.context(Context.AMBIENT));
    }

    /**
     * Where changes go. There is no default: changing the wrong account is worse than not changing anything.
     *
     * @throws AgentctlException BAD_CONFIGURATION if no context is named
     */
    public Context contextForChanges() {
        return named.map(Sourced::value)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        "no context is named, and a change has no default target",
                        "Pass --context NAME, set 'context' in agentctl.yaml, or choose one with"
                                + " 'agentctl config use NAME'."));
    }

    /**
     * The region that calls go to.
     *
     * @throws AgentctlException BAD_CONFIGURATION if none is known
     */
    public String requiredRegion() {
        return region.map(Sourced::value)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        "no AWS region is known",
                        "Pass --region, set AWS_REGION, or set 'region' in agentctl.yaml."));
    }

    /**
     * The endpoint of the sandbox.
     *
     * @throws AgentctlException UNREACHABLE if it does not run
     */
    public SandboxState runningSandbox() {
        return sandbox.orElseThrow(SandboxState::notRunning);
    }
}
