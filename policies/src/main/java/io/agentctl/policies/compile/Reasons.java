package io.agentctl.policies.compile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says why a condition has the value it has, and what would give it the other. */
final class Reasons {

    private final Map<Long, Object> values;
    private final Unparser unparser;
    private final Set<String> reasons = new LinkedHashSet<>();

    /** Makes it over the values that the nodes had. */
    Reasons(Map<Long, Object> values, Unparser unparser) {
        this.values = values;
        this.unparser = unparser;
    }

    List<String> of(CelExpr root) {
        explain(root);
        return new ArrayList<>(reasons);
    }

    private void explain(CelExpr node) {
        if (!(values.get(node.id()) instanceof Boolean value)) {
            return;
        }
        switch (node.getKind()) {
            case CALL -> call(node, value);
            case SELECT -> select(node, value);
            case COMPREHENSION -> plain(node, value);
            case CONSTANT, IDENT, LIST, MAP, STRUCT, NOT_SET -> {}
        }
    }

    private void call(CelExpr node, boolean value) {
        String function = node.call().function();
        List<CelExpr> args = node.call().args();
        switch (function) {
            case "_&&_", "_||_" ->
                args.stream()
                        .filter(arg -> Boolean.valueOf(value).equals(values.get(arg.id())))
                        .forEach(this::explain);
            case "!_" -> explain(args.getFirst());
            case "_?_:_" -> {
                explain(args.getFirst());
                explain(Boolean.TRUE.equals(values.get(args.getFirst().id())) ? args.get(1) : args.getLast());
            }
            case "@in" -> membership(args, value);
            default ->
                Comparison.of(function)
                        .ifPresentOrElse(comparison -> comparison(comparison, args, value), () -> plain(node, value));
        }
    }

    private void comparison(Comparison written, List<CelExpr> args, boolean value) {
        boolean limitFirst = isLimit(args.getFirst()) && !isLimit(args.getLast());
        CelExpr subject = limitFirst ? args.getLast() : args.getFirst();
        CelExpr against = limitFirst ? args.getFirst() : args.getLast();
        Comparison read = limitFirst ? written.mirrored() : written;
        Optional<Object> actual = value(subject);
        Optional<Object> limit = value(against);
        if (actual.isEmpty() || limit.isEmpty()) {
            return;
        }
        Comparison holds = value ? read : read.negated();
        boolean integers = actual.get() instanceof Long;
        String name = against.getKind() == CelExpr.ExprKind.Kind.CONSTANT ? "" : " (" + unparser.text(against) + ")";
        reasons.add(unparser.text(subject) + ": " + Literals.text(actual.get()) + " " + holds.sign() + " "
                + Literals.text(limit.get()) + name + "; passes "
                + holds.negated().place(limit.get(), integers));
    }

    private void membership(List<CelExpr> args, boolean value) {
        Optional<Object> element = value(args.getFirst());
        Optional<Object> list = value(args.getLast());
        if (element.isPresent() && list.isPresent()) {
            String subject = args.getFirst().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                    ? unparser.text(args.getLast())
                    : unparser.text(args.getFirst());
            reasons.add(subject + ": " + Literals.text(element.get()) + (value ? " is in " : " is not in ")
                    + Literals.text(list.get()) + "; passes when it is" + (value ? " not" : ""));
        }
    }

    private void select(CelExpr node, boolean value) {
        if (node.select().testOnly()) {
            String path =
                    unparser.text(node.select().operand()) + "." + node.select().field();
            reasons.add(path + (value ? " is stated; passes without it" : " is not stated; passes with it"));
        } else {
            plain(node, value);
        }
    }

    private void plain(CelExpr node, boolean value) {
        reasons.add(unparser.text(node) + " is " + value + subject(node) + "; passes when it is " + !value);
    }

    private String subject(CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return "";
        }
        return node.call()
                .target()
                .flatMap(target ->
                        value(target).map(value -> ", " + unparser.text(target) + " is " + Literals.text(value)))
                .orElse("");
    }

    private Optional<Object> value(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return constant(node.constant());
        }
        return Optional.ofNullable(values.get(node.id()));
    }

    private static Optional<Object> constant(CelConstant constant) {
        return Constants.value(constant);
    }

    /** Whether a side is what the author sets, rather than what a request brings. */
    private static boolean isLimit(CelExpr node) {
        return FactReads.of(node).isEmpty();
    }
}
