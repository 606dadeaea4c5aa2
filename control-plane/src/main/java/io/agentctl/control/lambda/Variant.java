package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.journal.Action;
import io.agentctl.control.race.LambdaSize;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the shapes that an operation gives a function. Its text, such as {@code 512}, {@code 512-arm64} or
 * {@code 512-2}, names it in the journal and in what is made of it.
 *
 * @param memoryMb 128 to 10,240
 * @param architecture its processor; empty for the one that the function has
 * @param copy from 1: a further copy differs in nothing but that none of its environments has been started
 */
record Variant(int memoryMb, Optional<Architecture> architecture, int copy) {

    /** The name of the argument that {@link #of(Action)} reads. */
    static final String ARGUMENT = "variant";

    private static final Pattern FORM = Pattern.compile("(\\d{3,5})(?:-(x86_64|arm64))?(?:-(\\d+))?");

    Variant {
        if (copy < 1) {
            throw new IllegalArgumentException("copies are counted from 1, not " + copy);
        }
    }

    /** The function as it is, at another size. */
    static Variant of(int memoryMb) {
        return new Variant(memoryMb, Optional.empty(), 1);
    }

    /** A size to be measured, of a function that has an architecture now. */
    static Variant of(LambdaSize size, Architecture present, int copy) {
        return new Variant(size.memoryMb(), Optional.of(size.architecture()).filter(one -> one != present), copy);
    }

    /** Reads an action's argument {@value #ARGUMENT}. */
    static Variant of(Action action) {
        return parse(action.argument(ARGUMENT));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalStateException if it is something else
     */
    static Variant parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalStateException("not a variant of a function: " + text);
        }
        return new Variant(
                Integer.parseInt(found.group(1)),
                Optional.ofNullable(found.group(2)).map(Architectures::named),
                found.group(3) == null ? 1 : Integer.parseInt(found.group(3)));
    }

    @Override
    public String toString() {
        return memoryMb
                + architecture.map(one -> "-" + Architectures.name(one)).orElse("")
                + (copy == 1 ? "" : "-" + copy);
    }
}
