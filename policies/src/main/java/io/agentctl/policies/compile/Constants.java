package io.agentctl.policies.compile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/** Values of the literals in an expression. */
final class Constants {

    private Constants() {}

    /** The value of a node if it is a literal; a negative number is one. */
    static Optional<Object> of(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> value(node.constant());
            case CALL ->
                node.call().function().equals("-_")
                        ? of(node.call().args().getFirst()).flatMap(Constants::negated)
                        : Optional.empty();
            case IDENT, SELECT, LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
        };
    }

    static Optional<Object> value(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            case NULL_VALUE -> Optional.of(constant.nullValue());
            case UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET -> Optional.empty();
        };
    }

    private static Optional<Object> negated(Object value) {
        if (value instanceof Long number) {
            return Optional.of(-number);
        }
        return value instanceof Double number ? Optional.of(-number) : Optional.empty();
    }
}
