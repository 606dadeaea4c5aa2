package io.agentctl.sandbox.ecs;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/** Identifiers that look like the service's and are the same for the same seed. Not thread-safe. */
public final class Ids {
    private static final int DEPLOYMENT_DIGITS = 19;
    private static final long DEPLOYMENT_FLOOR = 1_000_000_000_000_000_000L;
    private static final int TASK_BYTES = 16;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int DEPLOYMENT_LETTERS = 21;

    private final SplittableRandom random;

    /** Identifiers of a seed. */
    public Ids(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** 32 hexadecimal digits, as task ids are. */
    String task() {
        byte[] bytes = new byte[TASK_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Nineteen decimal digits, as deployment and service revision ids are. */
    String digits() {
        return Long.toString(random.nextLong(DEPLOYMENT_FLOOR, Long.MAX_VALUE)).substring(0, DEPLOYMENT_DIGITS);
    }

    /** Letters and digits, as service deployment ids are. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < DEPLOYMENT_LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /** A random version 4 UUID. */
    public String uuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
