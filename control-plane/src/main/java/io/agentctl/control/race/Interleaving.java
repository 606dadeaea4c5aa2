package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Orders a round: passes over the sizes, each pass in a seeded random order (randomized complete blocks). */
final class Interleaving {

    private Interleaving() {}

    static List<LambdaSize> order(Map<LambdaSize, Integer> shares, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LambdaSize> order = new ArrayList<>();
        int passes = shares.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int pass = 0; pass < passes; pass++) {
            List<LambdaSize> block = new ArrayList<>();
            for (Map.Entry<LambdaSize, Integer> share : shares.entrySet()) {
                if (share.getValue() > pass) {
                    block.add(share.getKey());
                }
            }
            shuffle(block, random);
            order.addAll(block);
        }
        return order;
    }

    private static void shuffle(List<LambdaSize> block, SplittableRandom random) {
        for (int last = block.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            LambdaSize moved = block.get(last);
            block.set(last, block.get(other));
            block.set(other, moved);
        }
    }
}
