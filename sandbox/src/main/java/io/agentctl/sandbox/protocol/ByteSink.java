package io.agentctl.sandbox.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer without locks, for answers of several megabytes. */
public final class ByteSink extends OutputStream {
    private static final int INITIAL_SIZE = 1024;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;

    @Override
    public void write(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** Appends text that is known to be ASCII. */
    @SuppressWarnings("deprecation") // String.getBytes(int, …) is the copy without a charset encoder
    void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    /** Appends text as UTF-8. */
    public void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        write(encoded, 0, encoded.length);
    }

    /** Appends a number below 100 as two digits. */
    void twoDigits(int value) {
        ensure(2);
        bytes[size++] = (byte) ('0' + value / 10);
        bytes[size++] = (byte) ('0' + value % 10);
    }

    /** The number of bytes written. */
    public int size() {
        return size;
    }

    /** Copies what was written to another stream. */
    public void copyTo(OutputStream target) throws IOException {
        target.write(bytes, 0, size);
    }

    /** What was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
