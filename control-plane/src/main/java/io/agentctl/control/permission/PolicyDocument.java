package io.agentctl.control.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A policy as IAM takes it.
 *
 * @param statements in the order in which they are written
 */
public record PolicyDocument(List<Statement> statements) {

    /** Characters of a managed policy, white space not counted (IAM User Guide, "IAM and AWS STS quotas"). */
    public static final int LONGEST = 6_144;

    private static final DefaultIndenter LINE = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter LINES = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(LINE)
                    .withArrayIndenter(LINE)
                    .withSeparators(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** A policy that allows these, and denies those to whoever has it, whatever else allows them. */
    public static PolicyDocument of(Collection<Permission> allowed, Collection<Permission> denied, Names names) {
        List<Statement> statements = new ArrayList<>(statements(narrowed(allowed), "Allow", names));
        statements.addAll(statements(denied, "Deny", names));
        return new PolicyDocument(statements);
    }

    /** On what something is allowed: ARNs, or {@code *}. */
    public static List<String> resources(Permission permission, Names names) {
        return permission.scope().resources().stream()
                .flatMap(pattern -> names.expand(pattern).stream())
                .toList();
    }

    /** What is allowed on more needs no second word about some of it. */
    private static List<Permission> narrowed(Collection<Permission> allowed) {
        return allowed.stream()
                .filter(one -> allowed.stream().noneMatch(one::isImpliedBy))
                .toList();
    }

    private static List<Statement> statements(Collection<Permission> permissions, String effect, Names names) {
        Map<String, List<Permission>> bySid = new TreeMap<>();
        for (Permission permission : permissions) {
            String verb = permission.reads() ? "Read" : "Change";
            bySid.computeIfAbsent(
                            effect.equals("Deny")
                                    ? permission.scope().title()
                                    : verb + permission.scope().title(),
                            none -> new ArrayList<>())
                    .add(permission);
        }
        return bySid.entrySet().stream()
                .map(sid -> statement(sid.getKey(), effect, sid.getValue(), names))
                .toList();
    }

    private static Statement statement(String sid, String effect, List<Permission> permissions, Names names) {
        Permission one = permissions.getFirst();
        return new Statement(
                sid,
                effect,
                new TreeSet<>(permissions.stream().map(Permission::action).toList()),
                resources(one, names),
                one.scope()
                        .condition()
                        .map(must -> new Condition(
                                must.operator(),
                                must.key(),
                                names.expand(must.value()).getFirst())));
    }

    /** As IAM takes it. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        ArrayNode list = document.putArray("Statement");
        statements.forEach(statement -> list.add(statement.json()));
        return document;
    }

    /** As it is in a file: a line for each action. */
    public String text() {
        try {
            return LINES.writeValueAsString(json()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /** Its length as IAM counts it. */
    public int length() {
        return json().toString().length();
    }

    /** The same as several, where one would be too long: each a policy of its own, to be attached together. */
    public List<PolicyDocument> parts() {
        List<PolicyDocument> parts = new ArrayList<>();
        List<Statement> part = new ArrayList<>();
        for (Statement statement : statements) {
            part.add(statement);
            if (part.size() > 1 && new PolicyDocument(part).length() > LONGEST) {
                part.removeLast();
                parts.add(new PolicyDocument(part));
                part = new ArrayList<>(List.of(statement));
            }
        }
        parts.add(new PolicyDocument(part));
        return parts;
    }
}
