package io.agentctl.control.performance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts that are larger than an item of a table, compressed and cut. */
public final class Pieces {

    /** An item has 400 KB at most, its keys and names included (DynamoDB's quotas). */
    private static final int MOST_BYTES = 350_000;

    private Pieces() {}

    /** Compresses and cuts a text. */
    public static List<byte[]> of(String text) {
        byte[] packed = packed(text);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < packed.length; from += MOST_BYTES) {
            pieces.add(Arrays.copyOfRange(packed, from, Math.min(packed.length, from + MOST_BYTES)));
        }
        return pieces;
    }

    /**
     * The text again.
     *
     * @throws UncheckedIOException if pieces are missing or damaged
     */
    public static String text(List<byte[]> pieces) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        pieces.forEach(packed::writeBytes);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("what lies in the table is damaged", e);
        }
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
