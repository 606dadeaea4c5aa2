package io.agentctl.policies.compile;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;

/** What an expression can cost at most, told from its form. */
final class Cost {

    /** Nodes beyond which a look at the clock is worth its price. */
    private static final int SMALL_NODES = 200;

    /** Operations over the whole of a value that a small expression may have. */
    private static final int SMALL_LINEAR = 8;

    /** Functions whose time grows with their arguments. */
    private static final Set<String> LINEAR =
            Set.of("@in", "_==_", "_!=_", "matches", "contains", "size", "string", "bytes", "_+_");

    /** Functions that give values which were not there before. */
    private static final Set<String> MAKES = Set.of("_+_", "string", "bytes");

    private Cost() {}

    static boolean isLinear(String function) {
        return LINEAR.contains(function);
    }

    static boolean makes(String function) {
        return MAKES.contains(function);
    }

    /**
     * Whether an expression can do so little that nothing needs to watch it: no loops, nothing that makes strings or
     * lists from others, no patterns, few nodes.
     */
    static boolean isSmall(CelExpr root) {
        List<CelExpr> nodes = Nodes.of(root);
        int linear = 0;
        for (CelExpr node : nodes) {
            switch (node.getKind()) {
                case COMPREHENSION -> {
                    return false;
                }
                case CALL -> {
                    String function = node.call().function();
                    if (function.equals("matches")) {
                        return false;
                    }
                    linear += isLinear(function) ? weight(function) : 0;
                }
                case CONSTANT, IDENT, SELECT, LIST, MAP, STRUCT, NOT_SET -> {}
            }
        }
        return nodes.size() <= SMALL_NODES && linear <= SMALL_LINEAR;
    }

    private static int weight(String function) {
        return function.equals("_==_") || function.equals("_!=_") || function.equals("@in") ? 0 : 1;
    }
}
