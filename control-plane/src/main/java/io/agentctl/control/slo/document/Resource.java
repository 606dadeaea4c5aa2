package io.agentctl.control.slo.document;

import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One document of OpenSLO: what it is called, and what it says.
 *
 * @param name its name
 * @param position where its name is
 * @param annotations ours among its annotations
 * @param spec what it says
 */
record Resource(String name, Position position, Form annotations, Form spec) {

    /**
     * OpenSLO v1, "Notes (General Schema)": what implementations are encouraged to take; and capitals, which the
     * specification's own examples have.
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.|/\\\\-]{0,253}[A-Za-z0-9])?");

    private static final String NAMES = "up to 255 letters, digits and - . | / \\, with a letter or digit at both ends";

    /** The keys of every resource. */
    static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");

    private static final List<String> METADATA = List.of("name", "displayName", "labels", "annotations");

    /**
     * Reads what all kinds have in common.
     *
     * @param what the kind, for messages
     * @param specKeys the keys that its {@code spec} may have
     * @param annotations ours that it may have
     */
    static Optional<Resource> read(
            Fields document, String what, List<String> specKeys, List<String> annotations, Findings findings) {
        Form root = Form.of(document, KEYS, findings);
        root.needs("metadata", what + " needs 'metadata' with a 'name'");
        root.form("metadata", METADATA).ifPresent(form -> form.needs("name", what + " needs a 'name'"));
        return inline(root, what, specKeys, annotations).filter(resource -> !resource.name.isEmpty());
    }

    /** The same where it stands inside another, and needs no name. */
    static Optional<Resource> inline(Form root, String what, List<String> specKeys, List<String> annotations) {
        root.needs("spec", what + " needs a 'spec'");
        Optional<Form> spec = root.form("spec", specKeys);
        Form metadata = root.named("metadata")
                .map(fields -> new Form(fields, root.findings()))
                .orElseGet(() ->
                        new Form(new Fields(new LinkedHashMap<>(), root.fields().position()), root.findings()));
        Optional<String> name = metadata.value("name", Resource::name, NAMES);
        Form ours = Annotations.read(metadata, annotations);
        return spec.map(found -> new Resource(name.orElse(""), metadata.valuePosition("name"), ours, found));
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
