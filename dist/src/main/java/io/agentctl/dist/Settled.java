package io.agentctl.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Two dumps of one class list differ in nothing but the times at which each JVM started and last collected garbage, in
 * milliseconds since the machine started, which stand in the soft references of the archived heap, and in the checksums
 * in the header that follow from it. Both become zero; the JVM looks at the checksums under
 * {@code -XX:+VerifySharedSpaces} alone. Anything else that differs is an error: then the caches would not be the same
 * from build to build.
 */
final class Settled {

    /** The header's own fields come first; only checksums in it may differ. */
    private static final int HEADER = 4096;

    /** More milliseconds than a dump takes. */
    private static final long LONGEST = 600_000;

    private Settled() {}

    /** The one cache that both are. */
    static byte[] of(byte[] one, byte[] other) throws IOException {
        if (one.length != other.length) {
            throw new IOException("two caches of one list are of " + one.length + " and " + other.length + " bytes");
        }
        ByteBuffer first = ByteBuffer.wrap(one.clone()).order(ByteOrder.nativeOrder());
        ByteBuffer second = ByteBuffer.wrap(other).order(ByteOrder.nativeOrder());
        for (int at = 0; at < HEADER; at += Integer.BYTES) {
            if (first.getInt(at) != second.getInt(at)) {
                first.putInt(at, 0);
            }
        }
        long firstTime = Long.MIN_VALUE;
        long secondTime = Long.MIN_VALUE;
        for (int at = HEADER; at + Long.BYTES <= one.length; at += Long.BYTES) {
            long here = first.getLong(at);
            long there = second.getLong(at);
            if (here == there) {
                continue;
            }
            if (firstTime == Long.MIN_VALUE) {
                firstTime = here;
                secondTime = there;
            }
            if (there <= here || Math.abs(here - firstTime) > LONGEST || Math.abs(there - secondTime) > LONGEST) {
                throw new IOException("two caches of one list differ at %d by more than when they were made: %x, %x"
                        .formatted(at, here, there));
            }
            first.putLong(at, 0);
        }
        return first.array();
    }
}
