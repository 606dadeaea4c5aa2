package io.agentctl.policies.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.fact.FactCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What CEL accepts and policies do not: scopes as values, patterns that are not written out, messages made by name. */
final class Refusals {

    private static final Set<String> SCOPES =
            Set.of(FactCatalog.REQUEST, FactCatalog.CONTEXT, FactCatalog.USAGE, ExpressionCompiler.PARAMETERS);

    private final CelSource source;
    private final List<Issue> issues = new ArrayList<>();

    private Refusals(CelSource source) {
        this.source = source;
    }

    static List<Issue> of(CelAbstractSyntaxTree tree) {
        Refusals refusals = new Refusals(tree.getSource());
        refusals.look(tree.getExpr());
        return List.copyOf(refusals.issues);
    }

    private void look(CelExpr node) {
        switch (node.getKind()) {
            case IDENT -> {
                if (SCOPES.contains(node.ident().name())) {
                    refuse(
                            node,
                            node.ident().name() + " is a scope, not a value: name a member, as in "
                                    + node.ident().name() + ".NAME");
                }
            }
            case STRUCT ->
                refuse(
                        node,
                        "there are no types to make values of: " + node.struct().messageName());
            case CALL -> call(node);
            case SELECT -> {
                if (node.select().operand().getKind() != CelExpr.ExprKind.Kind.IDENT) {
                    look(node.select().operand());
                }
            }
            case CONSTANT, LIST, MAP, COMPREHENSION, NOT_SET ->
                Nodes.children(node).forEach(this::look);
        }
    }

    private void call(CelExpr node) {
        Nodes.children(node).forEach(this::look);
        if (!node.call().args().isEmpty()
                && node.call().args().getFirst().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.call().args().getFirst().constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            Times.problem(
                            node.call().function(),
                            node.call().args().getFirst().constant().stringValue())
                    .ifPresent(problem -> refuse(node.call().args().getFirst(), problem));
        }
        if (!node.call().function().equals("matches")) {
            return;
        }
        CelExpr pattern = node.call().args().getLast();
        boolean parameter = FactReads.path(pattern)
                .filter(path -> path.startsWith(ExpressionCompiler.PARAMETERS + "."))
                .isPresent();
        boolean literal = pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (literal) {
            BoundedFunctions.problem(pattern.constant().stringValue()).ifPresent(problem -> refuse(pattern, problem));
        } else if (!parameter) {
            refuse(
                    pattern,
                    "the pattern of matches() must be written out, or be a parameter: a pattern that comes with"
                            + " a request cannot be checked");
        }
    }

    private void refuse(CelExpr node, String message) {
        Issue issue = Positions.of(source, node)
                .map(at -> Issue.error(Code.EXPRESSION, at.getLine(), at.getColumn() + 1, message))
                .orElse(Issue.error(Code.EXPRESSION, 1, 1, message));
        issues.add(issue);
    }
}
