package io.agentctl.policies.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Valid policies, written in as many ways as an author might: key orders, quotes, blocks, brackets, comments, indents.
 */
final class PolicyTexts {

    private static final List<String> EXPRESSIONS = List.of(
            "context.max_tokens > parameters.limit",
            "context.tenant == \"acme\" || has(context.user_id)",
            "'it''s' != context.model",
            "request.hour in [6, 7] # not a comment",
            "context.prompt.matches(\"\\\\d+: x\")");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private PolicyTexts(long seed) {
        this.random = new Random(seed);
    }

    static Arbitrary<String> any() {
        return Arbitraries.longs().map(seed -> new PolicyTexts(seed).policy());
    }

    private String policy() {
        noise(0);
        object(
                0,
                List.of(
                        () -> scalar("apiVersion", "agentctl.io/v1", 0),
                        () -> scalar("kind", "Policy", 0),
                        () -> nested("metadata", 0, this::metadata),
                        () -> nested("spec", 0, this::spec),
                        () -> nested("tests", 0, this::tests)));
        noise(0);
        return out.toString();
    }

    private void metadata(int indent) {
        object(
                indent,
                List.of(
                        () -> scalar("id", "p" + random.nextInt(9), indent),
                        () -> scalar("owner", "team one", indent),
                        () -> scalar("description", "What it is: for \"them\", and 'us'.", indent)));
    }

    private void spec(int indent) {
        object(
                indent,
                List.of(
                        () -> line(
                                "mode: " + List.of("enforce", "warn", "audit").get(random.nextInt(3)), indent),
                        () -> line("redact: [/context/prompt,   \"/context/a\"]", indent),
                        () -> line("match: {environments: [production], intents: [call_*, \"x\"]}", indent),
                        () -> nested("parameters", indent, this::parameters),
                        () -> nested("rules", indent, this::rules)));
    }

    private void parameters(int indent) {
        object(
                indent,
                List.of(
                        () -> line("limit: 8000", indent),
                        () -> line("window: " + (random.nextBoolean() ? "5m" : "\"5m\""), indent),
                        () -> line("classes: [free,\n" + " ".repeat(indent + 1) + "trial]", indent),
                        () -> line("share: {description: s, default: 1, type: double}", indent)));
    }

    private void rules(int indent) {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            noise(indent);
            String id = "r" + i;
            if (random.nextInt(4) == 0) {
                out.append(" ".repeat(indent))
                        .append("- {effect: allow, when: \"true\", id: ")
                        .append(id)
                        .append("}");
                end();
                continue;
            }
            item(
                    indent,
                    List.of(
                            () -> scalar("id", id, indent + 2),
                            () -> scalar("when", EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size())), indent + 2),
                            () -> scalar("effect", random.nextBoolean() ? "allow" : "deny", indent + 2),
                            () -> scalar("message", "too many: \"" + id + "\" # really", indent + 2)));
        }
    }

    private void tests(int indent) {
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            String name = "case " + i;
            noise(indent);
            item(
                    indent,
                    List.of(
                            () -> scalar("name", name, indent + 2),
                            () -> line("expect: {rule: r0, effect: deny}", indent + 2),
                            () -> line(
                                    "input: {context: {zeta: [1, 2], alpha: {a: null}}, intent: call_x}", indent + 2)));
        }
    }

    private void object(int indent, List<Runnable> members) {
        List<Runnable> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        for (Runnable member : shuffled) {
            noise(indent);
            member.run();
        }
    }

    /** The first line's indentation gives way to a dash. */
    private void item(int indent, List<Runnable> members) {
        int start = out.length();
        List<Runnable> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(Runnable::run);
        out.setCharAt(start + indent, '-');
    }

    private void nested(String key, int indent, IntConsumer value) {
        out.append(" ".repeat(indent)).append(key).append(':');
        end();
        noise(indent + 1);
        value.accept(indent + 1 + random.nextInt(4));
    }

    private void scalar(String key, String value, int indent) {
        String lead = " ".repeat(indent) + key + ":" + " ".repeat(1 + random.nextInt(2));
        String inner = " ".repeat(indent + 1 + random.nextInt(3));
        switch (random.nextInt(5)) {
            case 0 ->
                out.append(lead).append('\'').append(value.replace("'", "''")).append('\'');
            case 1 ->
                out.append(lead)
                        .append("|-")
                        .append(comment())
                        .append('\n')
                        .append(inner)
                        .append(value);
            case 2 -> out.append(lead).append(">-\n").append(inner).append(value.replace(" ", "\n" + inner));
            case 3 -> out.append(lead).append(ScalarTexts.quoted(value).replace(" ", "\n" + inner));
            default -> out.append(lead).append(ScalarTexts.quoted(value));
        }
        out.append('\n');
    }

    private void line(String text, int indent) {
        out.append(" ".repeat(indent)).append(text);
        end();
    }

    private void end() {
        out.append(comment()).append('\n');
    }

    private String comment() {
        return random.nextInt(3) == 0 ? "  # " + random.nextInt(1_000) : "";
    }

    private void noise(int indent) {
        if (random.nextInt(4) == 0) {
            out.append("\n".repeat(1 + random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            out.append(" ".repeat(indent))
                    .append("# note ")
                    .append(random.nextInt(1_000))
                    .append('\n');
        }
    }
}
