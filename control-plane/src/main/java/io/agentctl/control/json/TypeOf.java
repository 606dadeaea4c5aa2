package io.agentctl.control.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A declared type with what its type variables stand for.
 *
 * @param type as it was declared
 * @param variables what each variable that may occur in it stands for
 */
record TypeOf(Type type, Map<TypeVariable<?>, TypeOf> variables) {

    TypeOf(Class<?> type) {
        this(type, Map.of());
    }

    /** The class that values have. */
    Class<?> raw() {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            case WildcardType wildcard -> new TypeOf(wildcard.getUpperBounds()[0], variables).raw();
            case TypeVariable<?> variable -> variables.get(variable).raw();
            default -> throw new IllegalArgumentException("no type of a record's component: " + type);
        };
    }

    /** What a type argument stands for, such as the element of a list. */
    TypeOf argument(int index) {
        return switch (type) {
            case ParameterizedType parameterized -> resolved(parameterized.getActualTypeArguments()[index], variables);
            case WildcardType wildcard -> new TypeOf(wildcard.getUpperBounds()[0], variables).argument(index);
            case TypeVariable<?> variable -> variables.get(variable).argument(index);
            default -> throw new IllegalArgumentException(type + " has no type arguments");
        };
    }

    /** All type arguments, of a parameterized type or of an alternative of one. */
    List<TypeOf> arguments() {
        Map<TypeVariable<?>, TypeOf> bound = bound();
        return Stream.of(raw().getTypeParameters())
                .map(bound::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The type with its arguments, and theirs. */
    String written() {
        return raw().getName() + arguments().stream().map(TypeOf::written).toList();
    }

    /** The type of a component of this record. */
    TypeOf of(Type component) {
        return resolved(component, bound());
    }

    /** An alternative of this sealed interface, which has the same arguments in the same order, or none. */
    TypeOf as(Class<?> alternative) {
        Map<TypeVariable<?>, TypeOf> bound = new HashMap<>();
        TypeVariable<?>[] parameters = alternative.getTypeParameters();
        for (int i = 0; i < parameters.length; i++) {
            bound.put(parameters[i], argument(i));
        }
        return new TypeOf(alternative, bound);
    }

    private Map<TypeVariable<?>, TypeOf> bound() {
        if (!(type instanceof ParameterizedType)) {
            return variables;
        }
        Map<TypeVariable<?>, TypeOf> bound = new HashMap<>(variables);
        TypeVariable<?>[] parameters = raw().getTypeParameters();
        for (int i = 0; i < parameters.length; i++) {
            bound.put(parameters[i], argument(i));
        }
        return bound;
    }

    private static TypeOf resolved(Type type, Map<TypeVariable<?>, TypeOf> variables) {
        return type instanceof TypeVariable<?> variable ? variables.get(variable) : new TypeOf(type, variables);
    }

    @Override
    public String toString() {
        return type.getTypeName();
    }
}
