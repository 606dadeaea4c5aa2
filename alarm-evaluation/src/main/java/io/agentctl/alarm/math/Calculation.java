package io.agentctl.alarm.math;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions over metrics and over each other, of which one is the result. */
public final class Calculation {

    private final Map<String, Formula> inOrder;
    private final String result;

    private Calculation(Map<String, Formula> inOrder, String result) {
        this.inOrder = inOrder;
        this.result = result;
    }

    /**
     * Reads and checks expressions.
     *
     * @param metrics the identifiers of the metrics
     * @param expressions the text of each expression, by its identifier
     * @param result the expression that counts, one of these
     * @throws ExpressionException with the identifier and column of the first fault; expressions that need each other
     *     are one
     */
    public static Calculation of(Set<String> metrics, Map<String, String> expressions, String result)
            throws ExpressionException {
        Set<String> known = new HashSet<>(metrics);
        known.addAll(expressions.keySet());
        Map<String, Formula> formulas = new LinkedHashMap<>();
        for (Map.Entry<String, String> expression : expressions.entrySet()) {
            try {
                formulas.put(expression.getKey(), Formula.of(expression.getValue(), known));
            } catch (ExpressionException e) {
                throw e.of(expression.getKey());
            }
        }
        return new Calculation(inOrder(formulas), result);
    }

    /** The expressions, each after those that it names. */
    private static Map<String, Formula> inOrder(Map<String, Formula> formulas) throws ExpressionException {
        Map<String, Formula> ordered = new LinkedHashMap<>();
        Map<String, Formula> left = new LinkedHashMap<>(formulas);
        while (!left.isEmpty()) {
            Optional<String> ready = left.keySet().stream()
                    .filter(id -> left.get(id).expression().references().noneMatch(name -> left.containsKey(name.id())))
                    .findFirst();
            if (ready.isEmpty()) {
                String first = left.keySet().iterator().next();
                throw new ExpressionException(
                                left.get(first).expression().column(),
                                "these expressions need each other: "
                                        + left.keySet().stream().sorted().collect(Collectors.joining(", ")))
                        .of(first);
            }
            ordered.put(ready.get(), left.remove(ready.get()));
        }
        return ordered;
    }

    /**
     * Whether each value of the result comes from the values of the same time alone, so that it is the same over
     * whatever range it is computed.
     */
    public boolean isPointwise() {
        return inOrder.values().stream().allMatch(formula -> Pointwise.is(formula.expression()));
    }

    /**
     * Computes.
     *
     * @param metrics a value for each time, NaN for none, by the identifier of the metric
     * @return a value for each time, NaN for none
     */
    public double[] compute(Map<String, double[]> metrics, Times times) {
        Map<String, double[]> values = new HashMap<>(metrics);
        for (Map.Entry<String, Formula> formula : inOrder.entrySet()) {
            values.put(formula.getKey(), formula.getValue().compute(values, metrics.keySet(), times));
        }
        return values.get(result);
    }
}
