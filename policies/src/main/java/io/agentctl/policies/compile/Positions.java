package io.agentctl.policies.compile;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import io.agentctl.policies.document.Diagnostic.Code;
import java.util.Optional;

/** Where the nodes of an expression are in its text. */
final class Positions {

    private Positions() {}

    /** The place of a node: line from 1, column from 0. Of {@code a.b} it is the dot, of {@code a > b} the sign. */
    static Optional<CelSourceLocation> of(CelSource source, CelExpr node) {
        return Optional.ofNullable(source.getPositionsMap().get(node.id())).flatMap(source::getOffsetLocation);
    }

    /** A warning about a node; of {@code a.b}, at the member. */
    static Issue warning(CelSource source, CelExpr node, Code code, String message) {
        int beyondDot = node.getKind() == CelExpr.ExprKind.Kind.SELECT ? 2 : 1;
        return of(source, node)
                .map(at -> Issue.warning(code, at.getLine(), at.getColumn() + beyondDot, message))
                .orElse(Issue.warning(code, 1, 1, message));
    }
}
