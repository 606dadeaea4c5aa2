package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The user's own configuration, {@code ~/.config/agentctl/config.yaml}.
 *
 * @param currentContext what {@code config use} wrote
 * @param releases where it is told which version is newest, if anywhere
 * @param contexts by name, {@code sandbox} always among them
 */
public record UserConfig(
        Optional<Sourced<String>> currentContext, Optional<URI> releases, SequencedMap<String, Context> contexts) {

    private static final List<String> KEYS = List.of("currentContext", "releases", "contexts");
    private static final List<String> CONTEXT_KEYS = List.of("type", "profile", "region", "project", "url");

    /** Nothing configured. */
    static UserConfig empty() {
        return new UserConfig(Optional.empty(), Optional.empty(), withSandbox(new LinkedHashMap<>()));
    }

    /**
     * Reads the file's text.
     *
     * @throws AgentctlException BAD_CONFIGURATION with line and column
     */
    public static UserConfig parse(TextFile file) {
        Section section = Section.of(Section.read(file), Source.Kind.USER_CONFIG, KEYS);
        SequencedMap<String, Context> contexts = new LinkedHashMap<>();
        section.mapping("contexts").fields().forEach((name, field) -> contexts.put(name, context(name, field)));
        return new UserConfig(
                section.text("currentContext"),
                section.value("releases", Texts::httpUrl, "an http or https URL")
                        .map(Sourced::value),
                withSandbox(contexts));
    }

    /**
     * Finds a context.
     *
     * @throws AgentctlException BAD_CONFIGURATION if there is none of the name, with the near ones
     */
    public Context context(String name) {
        Context context = contexts.get(name);
        if (context != null) {
            return context;
        }
        if (name.equals(Context.AMBIENT)) {
            return new Context.Aws(name, Optional.empty(), Optional.empty(), Optional.empty());
        }
        String near = Suggestions.sentence(name, contexts.keySet());
        throw new AgentctlException(
                ErrorCode.BAD_CONFIGURATION,
                "there is no context '" + name + "'",
                (near.isEmpty() ? "" : near + " ") + "'agentctl config contexts' lists them.");
    }

    private static SequencedMap<String, Context> withSandbox(SequencedMap<String, Context> contexts) {
        contexts.putIfAbsent(Context.SANDBOX, new Context.Sandbox(Context.SANDBOX));
        return contexts;
    }

    private static Context context(String name, Field field) {
        if (!(field.value() instanceof Fields fields)) {
            throw Section.malformed(field.value().position(), "context '" + name + "' must have keys of its own");
        }
        Section section = Section.of(fields, Source.Kind.USER_CONFIG, CONTEXT_KEYS);
        String type = plain(section, "type").orElse("aws");
        return switch (type) {
            case "aws" ->
                new Context.Aws(name, plain(section, "profile"), plain(section, "region"), plain(section, "project"));
            case "sandbox" -> new Context.Sandbox(name);
            case "control-plane" -> new Context.ControlPlane(name, url(name, section, field));
            default ->
                throw Section.malformed(
                        fields.fields().get("type").value().position(),
                        "'type' must be aws, sandbox or control-plane, not '" + type + "'");
        };
    }

    private static URI url(String name, Section section, Field field) {
        return section.value("url", Texts::httpUrl, "an http or https URL")
                .map(Sourced::value)
                .orElseThrow(() -> Section.malformed(field.key(), "context '" + name + "' needs a 'url'"));
    }

    private static Optional<String> plain(Section section, String key) {
        return section.text(key).map(Sourced::value);
    }
}
