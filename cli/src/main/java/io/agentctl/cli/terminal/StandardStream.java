package io.agentctl.cli.terminal;

import io.agentctl.control.error.ErrorCode;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Stdout or stderr, which remembers why writing failed: a PrintWriter keeps it to itself. */
public final class StandardStream extends OutputStream {

    private static final String READER_LEFT = "Broken pipe";

    private final FileOutputStream stream;
    private IOException failure;

    private StandardStream(FileOutputStream stream) {
        this.stream = stream;
    }

    /** Opens one of the process's own streams. */
    public static StandardStream open(FileDescriptor descriptor) {
        return new StandardStream(new FileOutputStream(descriptor));
    }

    /**
     * A buffered writer to the stream.
     *
     * @param encoding the name of a charset, or null for the platform's
     */
    public PrintWriter writer(String encoding) {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(this, charset)));
    }

    /**
     * The code to exit with after everything was written. A reader that left early, such as {@code head}, has what it
     * wanted; anything else that kept the results from being written is a failure.
     */
    public int exitCode(int code, PrintWriter talk) {
        if (failure == null || READER_LEFT.equals(failure.getMessage())) {
            return code;
        }
        talk.println("agentctl: cannot write the results: " + failure.getMessage());
        talk.flush();
        return ErrorCode.FAILED.exitCode();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            stream.write(octets, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
