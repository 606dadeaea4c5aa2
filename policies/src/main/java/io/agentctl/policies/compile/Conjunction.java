package io.agentctl.policies.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A condition as parts that must all be true: ranges of what is compared with constants, and other parts by their text.
 * Parameters count as their values. What it says of a condition is certain; of what it cannot take apart it says
 * nothing.
 */
final class Conjunction {

    private final CelAbstractSyntaxTree tree;
    private final Unparser unparser;
    private final Map<String, Object> parameters;
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, List<String>> comparisons = new LinkedHashMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private boolean never;

    private Conjunction(Expression expression, Map<String, Object> parameters) {
        this.tree = expression.tree();
        this.unparser = new Unparser(tree.getSource().getMacroCalls());
        this.parameters = parameters;
    }

    static Conjunction of(Expression expression, Map<String, Object> parameters) {
        Conjunction conjunction = new Conjunction(expression, parameters);
        conjunction.add(expression.tree().getExpr(), true);
        return conjunction;
    }

    /** Why no request can make it true, if none can. */
    Optional<String> contradiction() {
        if (never) {
            return Optional.of("it is always false");
        }
        for (Map.Entry<String, Range> range : ranges.entrySet()) {
            if (range.getValue().isEmpty()) {
                return Optional.of(String.join(" and ", comparisons.get(range.getKey())) + " exclude each other");
            }
        }
        return others.stream()
                .filter(part -> others.contains(negation(part)))
                .findFirst()
                .map(part -> part + " and " + negation(part) + " exclude each other");
    }

    /** Whether the other one is true wherever this one is. */
    boolean implies(Conjunction other) {
        if (other.never) {
            return never;
        }
        return others.containsAll(other.others)
                && other.ranges.entrySet().stream().allMatch(range -> {
                    Range own = ranges.get(range.getKey());
                    return own != null && own.isWithin(range.getValue());
                });
    }

    private void add(CelExpr node, boolean value) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            never |= node.constant().booleanValue() != value;
            return;
        }
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
            List<CelExpr> args = node.call().args();
            String function = node.call().function();
            if (function.equals(value ? "_&&_" : "_||_")) {
                args.forEach(arg -> add(arg, value));
                return;
            }
            if (function.equals("!_")) {
                add(args.getFirst(), !value);
                return;
            }
            if (compared(node, value) || listed(node, value)) {
                return;
            }
        }
        String text = unparser.text(node);
        others.add(value ? text : negation(text));
    }

    private boolean compared(CelExpr node, boolean value) {
        Optional<Comparison> written = Comparison.of(node.call().function());
        if (written.isEmpty()) {
            return false;
        }
        List<CelExpr> args = node.call().args();
        Optional<Object> right = constant(args.getLast());
        Optional<Object> left = constant(args.getFirst());
        if (left.isPresent() == right.isPresent()) {
            return false;
        }
        CelExpr subject = right.isPresent() ? args.getFirst() : args.getLast();
        Comparison read = right.isPresent() ? written.get() : written.get().mirrored();
        Comparison holds = value ? read : read.negated();
        Object limit = right.or(() -> left).orElseThrow();
        return narrow(subject, limit, holds.sign() + " " + Literals.text(limit), range -> range.narrowed(holds, limit));
    }

    private boolean listed(CelExpr node, boolean value) {
        if (!node.call().function().equals("@in")) {
            return false;
        }
        List<CelExpr> args = node.call().args();
        Optional<List<Object>> list = constants(args.getLast());
        if (list.isEmpty() || list.get().isEmpty()) {
            return false;
        }
        String text = (value ? "in " : "not in ") + Literals.text(list.get());
        return narrow(args.getFirst(), list.get().getFirst(), text, range -> {
            if (value) {
                return range.listed(Set.copyOf(list.get()));
            }
            Range left = range;
            for (Object element : list.get()) {
                left = left.without(element);
            }
            return left;
        });
    }

    /** Adds to what is known of a subject, if its values and the constant are of one type. */
    private boolean narrow(CelExpr subject, Object constant, String text, UnaryOperator<Range> change) {
        boolean integers = constant instanceof Long;
        boolean same = tree.getType(subject.id())
                .map(type -> type.equals(SimpleType.INT)
                        ? integers
                        : type.equals(SimpleType.DOUBLE)
                                ? constant instanceof Double
                                : type.equals(SimpleType.STRING) && constant instanceof String)
                .orElse(false);
        if (!same) {
            return false;
        }
        String name = unparser.text(subject);
        ranges.put(name, change.apply(ranges.getOrDefault(name, Range.everything(integers))));
        comparisons.computeIfAbsent(name, ignored -> new ArrayList<>()).add(name + " " + text);
        return true;
    }

    private Optional<Object> constant(CelExpr node) {
        Optional<Object> literal = Constants.of(node);
        return literal.isPresent() ? literal : parameter(node);
    }

    private Optional<List<Object>> constants(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.LIST) {
            List<Object> values = new ArrayList<>();
            for (CelExpr element : node.list().elements()) {
                constant(element).ifPresent(values::add);
            }
            return values.size() == node.list().elements().size() ? Optional.of(values) : Optional.empty();
        }
        return parameter(node).filter(List.class::isInstance).map(list -> List.copyOf((List<?>) list));
    }

    private Optional<Object> parameter(CelExpr node) {
        return FactReads.path(node)
                .filter(path -> path.startsWith(ExpressionCompiler.PARAMETERS + "."))
                .map(path -> parameters.get(path.substring(ExpressionCompiler.PARAMETERS.length() + 1)));
    }

    private static String negation(String text) {
        return text.startsWith("!(") && text.endsWith(")") ? text.substring(2, text.length() - 1) : "!(" + text + ")";
    }
}
