package io.agentctl.policies.compile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words that an operator or a function does not take what it is given. */
final class OverloadMessages {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    private OverloadMessages() {}

    static String text(String function, List<String> types, String candidates) {
        String operator = Unparser.operator(function);
        if (operator == null) {
            return other(function, types, candidates);
        }
        String left = types.getFirst();
        String right = types.getLast();
        if (COMPARISONS.contains(operator)) {
            return "cannot compare " + one(left) + " with " + one(right) + conversion(left, right);
        }
        return switch (operator) {
            case "==", "!=" ->
                left.equals("null") || right.equals("null")
                        ? "a declared fact is never null; whether it is stated, has(…) tells"
                        : one(left) + " is never equal to " + one(right) + conversion(left, right);
            case "&&", "||" ->
                operator + " needs what is true or false, and the "
                        + (left.equals("bool") ? "right side is " + one(right) : "left side is " + one(left));
            case "in" ->
                "in looks for an element in a list, or a key in a map; here it would look for " + one(left) + " in "
                        + one(right);
            case "+" ->
                "cannot add " + one(right) + " to " + one(left)
                        + (types.contains("string") ? "; string(…) makes a text of a value" : "");
            default -> "cannot compute " + one(left) + " " + operator + " " + one(right);
        };
    }

    /** A type as documents name it. */
    static String typeName(String celName) {
        return celName.replace("google.protobuf.Timestamp", "timestamp")
                .replace("google.protobuf.Duration", "duration")
                .replace("agentctl.", "the scope ")
                .replaceAll("%[A-Z]\\d+", "any");
    }

    private static String other(String function, List<String> types, String candidates) {
        return switch (function) {
            case "!_" -> "! needs what is true or false, and has " + one(types.getFirst());
            case "-_" -> "only numbers have a negative, not " + one(types.getFirst());
            case "_?_:_" ->
                types.getFirst().equals("bool")
                        ? "both outcomes of ? : must be of one type, and are " + one(types.get(1)) + " and "
                                + one(types.getLast())
                        : "the condition of ? : must be true or false, and is " + one(types.getFirst());
            case "_[_]" -> "cannot take element " + one(types.getLast()) + " of " + one(types.getFirst());
            default ->
                function + "() does not take (" + String.join(", ", types) + "); it takes "
                        + typeName(candidates).replace("),(", ") or (");
        };
    }

    private static String conversion(String left, String right) {
        List<String> types = List.of(left, right);
        if (types.contains("string") && types.contains("timestamp")) {
            return "; timestamp('2026-01-31T00:00:00Z') makes one of a text";
        }
        if (types.contains("string") && types.contains("duration")) {
            return "; duration('90s') makes one of a text";
        }
        return types.contains("string") && types.contains("int") ? "; int(…) makes a number of a text" : "";
    }

    private static String one(String type) {
        if (type.startsWith("the scope ") || type.equals("null")) {
            return type;
        }
        return ("aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    /** The types in a list such as {@code int, list(string)}: commas within parentheses separate nothing. */
    static List<String> split(String types) {
        int depth = 0;
        StringBuilder marked = new StringBuilder();
        for (int at = 0; at < types.length(); at++) {
            char character = types.charAt(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            marked.append(character == ',' && depth == 0 ? '\n' : character);
        }
        return List.of(marked.toString().split("\n")).stream()
                .map(type -> typeName(type.strip()))
                .collect(Collectors.toList());
    }
}
