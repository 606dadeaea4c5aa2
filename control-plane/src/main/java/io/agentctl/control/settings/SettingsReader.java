package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * From texts to {@link Settings}, without I/O. Flags win over the environment, the environment over the project file,
 * the project file over the user's configuration. What a context brings along counts as if given where the context was
 * named, save that AGENTCTL_* variables and flags are more particular: {@code --context prod} is not led elsewhere by
 * an AWS_PROFILE that happens to be set.
 */
public final class SettingsReader {

    private static final String SANDBOX_REGION = "us-east-1";
    private static final String DEFAULT_PROFILE = "default";

    private final Inputs inputs;
    private final ProjectFile project;
    private final UserConfig user;
    private final Optional<Sourced<Context>> context;

    private SettingsReader(Inputs inputs) {
        this.inputs = inputs;
        this.project = inputs.project().map(ProjectFile::parse).orElseGet(() -> ProjectFile.none(inputs.directory()));
        this.user = inputs.user().map(UserConfig::parse).orElseGet(UserConfig::empty);
        this.context = Sourced.first(
                        flag("--context", inputs.flags().context()),
                        inputs.variable("AGENTCTL_CONTEXT"),
                        project.context(),
                        user.currentContext())
                .map(name -> name.map(user::context));
    }

    /**
     * Makes the settings.
     *
     * @throws AgentctlException BAD_CONFIGURATION for anything that is not understood, with where it stands
     */
    public static Settings read(Inputs inputs) {
        return new SettingsReader(inputs).settings();
    }

    private Settings settings() {
        Optional<Sourced<String>> profile = isSandbox() ? Optional.empty() : profile();
        return new Settings(
                context,
                profile,
                region(profile),
                endpoint(inputs.sandbox()),
                inputs.sandbox(),
                project.project(projectName()),
                user);
    }

    private Optional<Sourced<String>> profile() {
        Optional<Sourced<String>> own = ofContext(Context.Aws::profile);
        return Sourced.first(
                flag("--profile", inputs.flags().profile()),
                inputs.variable("AGENTCTL_PROFILE"),
                named() ? own : Optional.empty(),
                inputs.variable("AWS_PROFILE"),
                own);
    }

    private Optional<Sourced<String>> region(Optional<Sourced<String>> profile) {
        Optional<Sourced<String>> own = ofContext(Context.Aws::region);
        Optional<Sourced<String>> given = Sourced.first(
                flag("--region", inputs.flags().region()),
                inputs.variable("AGENTCTL_REGION"),
                named() ? own : Optional.empty(),
                inputs.variable("AWS_REGION"),
                inputs.variable("AWS_DEFAULT_REGION"),
                project.region(),
                own);
        Optional<Sourced<String>> usual = isSandbox()
                ? Optional.of(new Sourced<>(SANDBOX_REGION, Source.BUILT_IN))
                : inputs.awsConfig()
                        .flatMap(file -> AwsConfigFile.region(
                                file, profile.map(Sourced::value).orElse(DEFAULT_PROFILE)));
        return Sourced.first(given, usual)
                .map(region -> checked(region, Texts::region, "a region such as eu-central-1"));
    }

    /** An AWS_ENDPOINT_URL that happens to be set must not lead the sandbox's commands out of the sandbox. */
    private Optional<Sourced<URI>> endpoint(Optional<SandboxState> sandbox) {
        Optional<Sourced<URI>> given = Sourced.first(
                        flag("--endpoint-url", inputs.flags().endpointUrl()),
                        inputs.variable("AGENTCTL_ENDPOINT_URL"),
                        isSandbox() ? Optional.empty() : inputs.variable("AWS_ENDPOINT_URL"))
                .map(url -> checked(url, Texts::httpUrl, "an http or https URL"));
        Source state = new Source(Source.Kind.SANDBOX, "running sandbox");
        return given.isPresent() || !isSandbox()
                ? given
                : sandbox.map(running -> new Sourced<>(running.endpoint(), state));
    }

    private Optional<Sourced<String>> projectName() {
        return Sourced.first(inputs.variable("AGENTCTL_PROJECT"), project.name(), ofContext(Context.Aws::project));
    }

    /** True if the context was named for this command, by a flag or a variable. */
    private boolean named() {
        return context.map(Sourced::source)
                .filter(source -> source.kind() == Source.Kind.FLAG || source.kind() == Source.Kind.ENVIRONMENT)
                .isPresent();
    }

    private boolean isSandbox() {
        return context.map(Sourced::value)
                .filter(Context.Sandbox.class::isInstance)
                .isPresent();
    }

    private Optional<Sourced<String>> ofContext(Function<Context.Aws, Optional<String>> part) {
        return context.map(Sourced::value)
                .filter(Context.Aws.class::isInstance)
                .map(Context.Aws.class::cast)
                .flatMap(aws -> part.apply(aws)
                        .map(value ->
                                new Sourced<>(value, new Source(Source.Kind.USER_CONFIG, "context " + aws.name()))));
    }

    private static Optional<Sourced<String>> flag(String name, Optional<String> value) {
        return value.map(text -> new Sourced<>(text, Source.flag(name)));
    }

    private static <T> Sourced<T> checked(Sourced<String> text, Function<String, T> reader, String expected) {
        try {
            return text.map(reader);
        } catch (IllegalArgumentException e) {
            ErrorCode code = text.source().kind() == Source.Kind.FLAG ? ErrorCode.USAGE : ErrorCode.BAD_CONFIGURATION;
            throw new AgentctlException(
                    code, text.source() + ": '" + text.value() + "' is not " + expected, "", null, e);
        }
    }
}
