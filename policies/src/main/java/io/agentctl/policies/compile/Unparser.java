package io.agentctl.policies.compile;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an expression as an author would, macros as macros. The same tree gives the same text. */
final class Unparser {

    private static final Map<String, String> BINARY = Map.ofEntries(
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("_==_", "=="),
            Map.entry("_!=_", "!="),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="),
            Map.entry("@in", "in"),
            Map.entry("_+_", "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"));

    private final ImmutableMap<Long, CelExpr> macros;

    Unparser(ImmutableMap<Long, CelExpr> macros) {
        this.macros = macros;
    }

    /** The operator as it is written, or null if the function is not written between its operands. */
    static String operator(String function) {
        return BINARY.get(function);
    }

    String text(CelExpr node) {
        CelExpr macro = macros.get(node.id());
        if (macro != null) {
            return call(macro);
        }
        return switch (node.getKind()) {
            case CONSTANT -> constant(node.constant());
            case IDENT -> node.ident().name();
            case SELECT -> select(node);
            case CALL -> call(node);
            case LIST -> "[" + joined(node.list().elements()) + "]";
            case MAP ->
                node.map().entries().stream()
                        .map(entry -> text(entry.key()) + ": " + text(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case STRUCT -> node.struct().messageName() + "{}";
            case COMPREHENSION -> "(a loop over " + text(node.comprehension().iterRange()) + ")";
            case NOT_SET -> "";
        };
    }

    private String select(CelExpr node) {
        String path = text(node.select().operand()) + "." + node.select().field();
        return node.select().testOnly() ? "has(" + path + ")" : path;
    }

    private String call(CelExpr node) {
        String function = node.call().function();
        List<CelExpr> args = node.call().args();
        String operator = BINARY.get(function);
        if (operator != null && args.size() == 2) {
            return operand(args.getFirst()) + " " + operator + " " + operand(args.getLast());
        }
        return switch (function) {
            case "!_" -> "!" + operand(args.getFirst());
            case "-_" -> "-" + operand(args.getFirst());
            case "_[_]" -> operand(args.getFirst()) + "[" + text(args.getLast()) + "]";
            case "_?_:_" -> operand(args.getFirst()) + " ? " + operand(args.get(1)) + " : " + operand(args.getLast());
            default ->
                node.call().target().map(target -> operand(target) + ".").orElse("") + function + "(" + joined(args)
                        + ")";
        };
    }

    private String operand(CelExpr node) {
        boolean compound = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && !macros.containsKey(node.id())
                && (BINARY.containsKey(node.call().function())
                        || node.call().function().equals("_?_:_"));
        return compound ? "(" + text(node) + ")" : text(node);
    }

    private String joined(List<CelExpr> nodes) {
        return nodes.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private static String constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Literals.text(constant.stringValue());
            case INT64_VALUE -> Literals.text(constant.int64Value());
            case DOUBLE_VALUE -> Literals.text(constant.doubleValue());
            case BOOLEAN_VALUE -> Literals.text(constant.booleanValue());
            case UINT64_VALUE -> constant.uint64Value() + "u";
            case NULL_VALUE -> "null";
            case BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET -> constant.toString();
        };
    }
}
