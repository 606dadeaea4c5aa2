package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The trade between cost and speed: sizes that cannot be bettered in one without losing in the other. */
final class ParetoFrontier {

    private ParetoFrontier() {}

    /** The results with the frontier marked. Sizes that failed or have no time are not on it. */
    static List<SizeResult> mark(List<SizeResult> sizes) {
        List<SizeResult> candidates =
                sizes.stream().filter(ParetoFrontier::eligible).toList();
        List<SizeResult> marked = new ArrayList<>();
        for (SizeResult size : sizes) {
            boolean frontier = eligible(size) && candidates.stream().noneMatch(other -> beats(other, size));
            marked.add(size.withFrontier(frontier));
        }
        return marked;
    }

    static List<SizeResult> order(List<SizeResult> sizes) {
        return sizes.stream()
                .filter(SizeResult::onFrontier)
                .sorted(Comparator.comparingDouble(ParetoFrontier::usd))
                .toList();
    }

    private static boolean eligible(SizeResult size) {
        boolean failed = size.departure()
                .filter(departure -> departure.cause() == Departure.Cause.FAILED)
                .isPresent();
        return !failed && size.time().isPresent();
    }

    private static boolean beats(SizeResult one, SizeResult other) {
        boolean asGood = usd(one) <= usd(other) && ms(one) <= ms(other);
        return asGood && (usd(one) < usd(other) || ms(one) < ms(other));
    }

    private static double usd(SizeResult size) {
        return size.usdPerMillion().orElseThrow().estimate();
    }

    private static double ms(SizeResult size) {
        return size.time().orElseThrow().estimate();
    }
}
