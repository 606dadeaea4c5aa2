package io.agentctl.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** As {@code gzip -9n} compresses: as far as it can, and with neither a name nor a time. */
final class Gzip {

    /** Where RFC 1952 says how hard it was tried: {@code XFL}. */
    private static final int EFFORT = 8;

    private static final byte MOST = 2;

    private Gzip() {}

    static byte[] of(byte[] octets) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        try (Hardest out = new Hardest(into)) {
            out.write(octets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] compressed = into.toByteArray();
        compressed[EFFORT] = MOST;
        return compressed;
    }

    private static final class Hardest extends GZIPOutputStream {

        Hardest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
