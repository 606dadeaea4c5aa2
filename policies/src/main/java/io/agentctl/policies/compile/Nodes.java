package io.agentctl.policies.compile;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/** The nodes of an expression, in the order in which they are written; macros appear as what they stand for. */
final class Nodes {

    private Nodes() {}

    /** Every node, parents first. */
    static List<CelExpr> of(CelExpr root) {
        List<CelExpr> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    /** How deep the tree is; 1 for a leaf. */
    static int depth(CelExpr root) {
        int deepest = 0;
        for (CelExpr child : children(root)) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + 1;
    }

    /** What an expression is made of directly. */
    static List<CelExpr> children(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT, IDENT, NOT_SET -> List.of();
            case SELECT -> List.of(node.select().operand());
            case CALL -> {
                List<CelExpr> all = new ArrayList<>();
                node.call().target().ifPresent(all::add);
                all.addAll(node.call().args());
                yield all;
            }
            case LIST -> node.list().elements();
            case STRUCT ->
                node.struct().entries().stream().map(entry -> entry.value()).toList();
            case MAP -> {
                List<CelExpr> all = new ArrayList<>();
                node.map().entries().forEach(entry -> {
                    all.add(entry.key());
                    all.add(entry.value());
                });
                yield all;
            }
            case COMPREHENSION ->
                List.of(
                        node.comprehension().iterRange(),
                        node.comprehension().accuInit(),
                        node.comprehension().loopCondition(),
                        node.comprehension().loopStep(),
                        node.comprehension().result());
        };
    }

    private static void collect(CelExpr node, List<CelExpr> nodes) {
        nodes.add(node);
        children(node).forEach(child -> collect(child, nodes));
    }
}
