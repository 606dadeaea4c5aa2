package io.agentctl.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;

/** What the value of an argument may be, as far as that is known. */
public sealed interface Expected {

    /** One of these words. */
    record OneOf(List<String> words) implements Expected {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** The name of something that there is. */
    record NameOf(NameKind kind) implements Expected {}

    /** A text that nothing is known about. */
    record Text() implements Expected {}

    /**
     * Reads it from picocli's model.
     *
     * @param path the words of its command, such as {@code ops undo}
     */
    static Expected of(List<String> path, ArgSpec argument) {
        if (argument.completionCandidates() != null && !argument.type().isEnum()) {
            List<String> own = new ArrayList<>();
            argument.completionCandidates().forEach(own::add);
            return new OneOf(own);
        }
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            return new OneOf(Arrays.stream(type.getEnumConstants())
                    .flatMap(constant -> spelling((Enum<?>) constant, argument).stream())
                    .toList());
        }
        return NameKind.of(path, argument).<Expected>map(NameOf::new).orElseGet(Text::new);
    }

    /** The way to write a constant that its argument understands. */
    private static Optional<String> spelling(Enum<?> constant, ArgSpec argument) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        Stream<String> ways = Stream.of(constant.toString(), lower.replace('_', '-'), lower)
                .filter(way -> way.equals(way.toLowerCase(Locale.ROOT)));
        if (argument.converters() == null || argument.converters().length == 0) {
            return constant.toString().equals(constant.name()) ? Optional.of(lower) : ways.findFirst();
        }
        return ways.filter(way -> understood(way, argument.converters()[0])).findFirst();
    }

    private static boolean understood(String text, ITypeConverter<?> converter) {
        try {
            return converter.convert(text) != null;
        } catch (Exception refused) {
            return false;
        }
    }
}
