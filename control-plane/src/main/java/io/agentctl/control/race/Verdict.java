package io.agentctl.control.race;

import java.util.List;
import java.util.Optional;

/**
 * What a race found.
 *
 * @param word how it ended
 * @param advised the size to take, if one can be
 * @param confidence that it is within the indifference zone of the best, 0 to 1
 * @param proven whether the confidence is that of the sequential test, which holds however often one looks; otherwise
 *     it is a posterior probability at the moment when a limit was reached
 * @param invocations made
 * @param spendUsd US dollars that they cost
 * @param rounds played
 * @param mostlyCold whether warm and cold starts were counted alike, because hardly any invocation was warm
 * @param sizes every size, in order
 * @param explanation for a reader, a few sentences
 */
public record Verdict(
        VerdictWord word,
        Optional<LambdaSize> advised,
        double confidence,
        boolean proven,
        int invocations,
        double spendUsd,
        int rounds,
        boolean mostlyCold,
        List<SizeResult> sizes,
        String explanation) {

    public Verdict {
        sizes = List.copyOf(sizes);
    }

    /** The sizes of which no other is both cheaper and faster, from the cheapest to the fastest. */
    public List<SizeResult> frontier() {
        return ParetoFrontier.order(sizes);
    }
}
