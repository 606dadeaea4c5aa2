package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import java.util.List;
import java.util.Locale;

/** Processors as Lambda names them. */
public final class Architectures {

    private Architectures() {}

    /** {@code x86_64} or {@code arm64}. */
    public static String name(Architecture architecture) {
        return architecture.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Architecture named(String name) {
        return switch (name) {
            case "x86_64" -> Architecture.X86_64;
            case "arm64" -> Architecture.ARM64;
            default -> throw new IllegalArgumentException("an architecture is x86_64 or arm64, not \"" + name + "\"");
        };
    }

    /** x86_64 where nothing is said, as it was before there was a choice. */
    public static Architecture of(List<String> said) {
        return said.isEmpty() ? Architecture.X86_64 : named(said.getFirst());
    }
}
