package io.agentctl.cli.shell;

import io.agentctl.cli.Programs;
import io.agentctl.cli.completion.NameKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The program's own grammar, with names that there might be. */
final class TypedLines {

    private final Map<NameKind, List<String>> names = new EnumMap<>(NameKind.class);
    private final Program program = Programs.in(Path.of(""), Map.of("HOME", "/nowhere"));
    private final Grammar grammar = new Grammar(program.root(), program::spec);
    private final Completion completion =
            new Completion(grammar, kind -> names.getOrDefault(kind, List.of()), begun -> List.of());

    TypedLines() {
        names.put(NameKind.SERVICE, List.of("api", "api-worker", "reasoning"));
        names.put(NameKind.CONTEXT, List.of("prod", "sandbox"));
        names.put(NameKind.ALARM, List.of("acme-slow"));
        names.put(NameKind.OPERATION, List.of("op-20261201-000000-aaaaa"));
        names.put(NameKind.POLICY, List.of("cap"));
    }

    void know(NameKind kind, List<String> some) {
        names.put(kind, some);
    }

    Program program() {
        return program;
    }

    Grammar grammar() {
        return grammar;
    }

    Completion completion() {
        return completion;
    }

    /** What the end of a line may become. */
    List<String> suggested(String line) {
        return completion.suggest(Words.of(line)).stream()
                .map(Suggestion::value)
                .toList();
    }
}
