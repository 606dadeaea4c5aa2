package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * How a race may take in sizes between those it began with.
 *
 * @param stepMb sizes that are added are multiples of it, at least 1
 * @param mostSizes how many may be added; the error is shared among these too
 */
public record Exploration(int stepMb, int mostSizes) {

    /** No size is added. */
    public static final Exploration NONE = new Exploration(1, 0);

    /** Steps of 64 MB, up to a dozen of them. */
    public static final Exploration USUAL = new Exploration(64, 12);

    /** Where an automatic sweep begins: doublings, and the memory at which there is one whole processor. */
    private static final List<Integer> START_MB = List.of(128, 256, 512, 1024, 1769, 3008, 5120, 10_240);

    public Exploration {
        if (stepMb < 1 || mostSizes < 0) {
            throw new IllegalArgumentException("a step is at least 1 MB, and no fewer than no sizes are added");
        }
    }

    /**
     * Sizes to begin with.
     *
     * @param architectures to try
     * @param mostMb the most memory that the account allows; 3,008 for new ones
     */
    public static List<LambdaSize> start(List<Architecture> architectures, int mostMb) {
        List<LambdaSize> sizes = new ArrayList<>();
        for (Architecture architecture : architectures) {
            START_MB.stream()
                    .filter(memory -> memory <= mostMb)
                    .forEach(memory -> sizes.add(new LambdaSize(memory, architecture)));
        }
        return sizes;
    }
}
