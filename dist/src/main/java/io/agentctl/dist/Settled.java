package io.agentctl.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Two dumps of one class list differ in nothing but the time at which each JVM started, in milliseconds since the machine
 * did, which stands in every soft reference of the archived heap, and in the checksums in the header that follow from it.
 * Both become zero; the JVM looks at the checksums under {@code -XX:+VerifySharedSpaces} alone. Anything else that differs
 * is an error: then the caches would not be the same from build to build.
 */
final class Settled {

    /** The header's own fields come first; only checksums in it may differ. */
    private static final int HEADER = 4096;

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
        long[] started = null;
        for (int at = HEADER; at + Long.BYTES <= one.length; at += Long.BYTES) {
            if (first.getLong(at) != second.getLong(at)) {
                long[] here = {first.getLong(at), second.getLong(at)};
                started = started == null ? here : started;
                if (here[0] != started[0] || here[1] != started[1] || here[1] <= here[0]) {
                    throw new IOException("two caches of one list differ at " + at + " by more than when they were made");
                }
                first.putLong(at, 0);
            }
        }
        return first.array();
    }
}
