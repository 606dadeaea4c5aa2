package io.agentctl.policies.compile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds facts that a request may lack and that a condition reads without asking. CEL's logical operators let either
 * side make up for an error of the other, so a question guards wherever it stands in the same conjunction.
 */
final class UnguardedFacts {

    private static final String ATTRIBUTES = FactCatalog.CONTEXT + ".attributes";

    private static final Set<String> OPTIONAL = FactCatalog.all().stream()
            .filter(fact -> !fact.always())
            .map(Fact::path)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, CelExpr> found = new LinkedHashMap<>();

    private UnguardedFacts() {}

    /** The paths, each with the first node that reads it. */
    static Map<String, CelExpr> of(CelExpr root) {
        UnguardedFacts facts = new UnguardedFacts();
        facts.look(root, Set.of());
        return facts.found;
    }

    private void look(CelExpr node, Set<String> known) {
        Optional<String> path = FactReads.path(node);
        if (path.isPresent()) {
            if (node.getKind() != CelExpr.ExprKind.Kind.SELECT || !node.select().testOnly()) {
                read(path.get(), node, known);
            }
            return;
        }
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            Nodes.children(node).forEach(child -> look(child, known));
            return;
        }
        List<CelExpr> args = node.call().args();
        switch (node.call().function()) {
            case "_&&_" -> both(args, known, true);
            case "_||_" -> both(args, known, false);
            case "_?_:_" -> {
                look(args.getFirst(), known);
                look(args.get(1), with(known, implied(args.getFirst(), true)));
                look(args.getLast(), with(known, implied(args.getFirst(), false)));
            }
            default -> Nodes.children(node).forEach(child -> look(child, known));
        }
    }

    private void both(List<CelExpr> args, Set<String> known, boolean value) {
        look(args.getFirst(), with(known, implied(args.getLast(), value)));
        look(args.getLast(), with(known, implied(args.getFirst(), value)));
    }

    private void read(String path, CelExpr node, Set<String> known) {
        if (known.contains(path)) {
            return;
        }
        if (OPTIONAL.contains(path) || path.startsWith(ATTRIBUTES + ".")) {
            found.putIfAbsent(path, node);
        }
    }

    /** The paths that are certainly there where a condition has a value. */
    private static Set<String> implied(CelExpr node, boolean value) {
        return switch (node.getKind()) {
            case SELECT ->
                value && node.select().testOnly()
                        ? FactReads.path(node).map(Set::of).orElse(Set.of())
                        : Set.of();
            case CALL -> impliedByCall(node, value);
            case CONSTANT, IDENT, LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> Set.of();
        };
    }

    private static Set<String> impliedByCall(CelExpr node, boolean value) {
        List<CelExpr> args = node.call().args();
        return switch (node.call().function()) {
            case "!_" -> implied(args.getFirst(), !value);
            case "_&&_", "_||_" -> {
                Set<String> left = implied(args.getFirst(), value);
                Set<String> right = implied(args.getLast(), value);
                boolean each = node.call().function().equals("_&&_") == value;
                yield each ? with(left, right) : common(left, right);
            }
            case "@in" -> value ? key(args) : Set.of();
            default -> Set.of();
        };
    }

    /** {@code 'name' in context.attributes} asks as well as has() does. */
    private static Set<String> key(List<CelExpr> args) {
        CelExpr key = args.getFirst();
        boolean text = key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text
                ? FactReads.path(args.getLast())
                        .map(map -> Set.of(map + "." + key.constant().stringValue()))
                        .orElse(Set.of())
                : Set.of();
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
