package io.agentctl.policies.compile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.agentctl.policies.fact.FactCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which facts an expression may read. Of attributes, the member is told where it is written out. */
final class FactReads {

    private static final Set<String> SCOPES = Set.of(FactCatalog.REQUEST, FactCatalog.CONTEXT, FactCatalog.USAGE);

    private static final String ATTRIBUTES = FactCatalog.CONTEXT + ".attributes";

    private FactReads() {}

    static Set<String> of(CelExpr root) {
        Set<String> reads = new LinkedHashSet<>();
        collect(root, reads);
        return reads;
    }

    /** Names of the parameters that it reads. */
    static Set<String> parameters(CelExpr root) {
        Set<String> names = new LinkedHashSet<>();
        String prefix = ExpressionCompiler.PARAMETERS + ".";
        for (CelExpr node : Nodes.of(root)) {
            path(node)
                    .filter(path -> path.startsWith(prefix))
                    .ifPresent(path -> names.add(path.substring(prefix.length())));
        }
        return names;
    }

    /** The dotted path that a node reads, if it is one of a fact or of a parameter. */
    static Optional<String> path(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> {
                String name = node.ident().name();
                yield SCOPES.contains(name) || name.equals(ExpressionCompiler.PARAMETERS)
                        ? Optional.of(name)
                        : Optional.empty();
            }
            case SELECT ->
                path(node.select().operand())
                        .map(outer -> outer + "." + node.select().field());
            case CALL -> indexed(node);
            case CONSTANT, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> Optional.empty();
        };
    }

    private static Optional<String> indexed(CelExpr node) {
        List<CelExpr> args = node.call().args();
        if (!node.call().function().equals("_[_]")
                || args.get(1).getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || args.get(1).constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return Optional.empty();
        }
        return path(args.getFirst())
                .map(outer -> outer + "." + args.get(1).constant().stringValue());
    }

    private static void collect(CelExpr node, Set<String> reads) {
        Optional<String> path = path(node);
        if (path.isPresent()) {
            String[] steps = path.get().split("\\.", 4);
            if (SCOPES.contains(steps[0]) && steps.length > 1) {
                String fact = steps[0] + "." + steps[1];
                reads.add(fact.equals(ATTRIBUTES) && steps.length > 2 ? fact + "." + steps[2] : fact);
            }
            return;
        }
        Nodes.children(node).forEach(child -> collect(child, reads));
    }
}
