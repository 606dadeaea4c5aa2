package io.agentctl.control.performance.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads answers of HTTP/1.1 (RFC 9112) from whatever pieces they arrive in, strictly: what could be read in two ways is
 * refused, since then the figures would be of something else.
 */
final class AnswerParser {

    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_KEPT = 1 << 20;
    private static final byte[] NOTHING = new byte[0];

    private final boolean keepBody;
    private final AnswerHead head = new AnswerHead();
    private final ChunkSize chunk = new ChunkSize();
    private byte[] line = new byte[256];
    private int lineLength;
    private byte[] kept = NOTHING;
    private int keptLength;
    private State state = State.DONE;
    private boolean toHead;
    private int headers;
    private long left;
    private long bytes;

    /** @param keepBody whether the body is looked at afterwards; its first MiB */
    AnswerParser(boolean keepBody) {
        this.keepBody = keepBody;
    }

    private enum State {
        STATUS,
        HEADER,
        LENGTH,
        UNTIL_CLOSE,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    /**
     * Begins the next answer.
     *
     * @param answersHead whether it answers HEAD, and so has no body
     */
    void begin(boolean answersHead) {
        state = State.STATUS;
        toHead = answersHead;
        headers = 0;
        lineLength = 0;
        bytes = 0;
        kept = NOTHING;
        keptLength = 0;
        head.clear();
    }

    /**
     * Takes bytes.
     *
     * @return how many of them belong to this answer; fewer than there were only if it is done
     */
    int take(byte[] buffer, int from, int to) throws MalformedAnswerException {
        int at = from;
        while (at < to && state != State.DONE) {
            at = switch (state) {
                case STATUS, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> takeLine(buffer, at, to);
                case LENGTH, CHUNK, UNTIL_CLOSE -> takeBody(buffer, at, to);
                case DONE -> at;
            };
        }
        bytes += at - from;
        return at - from;
    }

    /** Says that nothing more will come. */
    void end() throws MalformedAnswerException {
        if (state == State.UNTIL_CLOSE) {
            state = State.DONE;
        } else if (state != State.DONE && bytes > 0) {
            throw new MalformedAnswerException("the connection was closed in the middle of an answer");
        }
    }

    boolean done() {
        return state == State.DONE;
    }

    /** Whether any of it has come. */
    boolean begun() {
        return bytes > 0;
    }

    /** Whether the connection may carry another request. */
    boolean keepsConnection() {
        return head.keepAlive() && (head.lengthKnown() || toHead || head.bodiless());
    }

    Ending.Answer answer(long firstByte) {
        return new Ending.Answer(head.status(), firstByte, bytes, head.location(), Arrays.copyOf(kept, keptLength));
    }

    private int takeLine(byte[] buffer, int from, int to) throws MalformedAnswerException {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        if (end == to || lineLength > 0) {
            store(buffer, from, end);
        }
        if (end == to) {
            return to;
        }
        if (lineLength > 0) {
            int length = lineLength;
            lineLength = 0;
            endOfLine(line, 0, length);
        } else {
            endOfLine(buffer, from, end);
        }
        return end + 1;
    }

    private void store(byte[] buffer, int from, int end) throws MalformedAnswerException {
        int length = lineLength + end - from;
        if (length > LONGEST_LINE) {
            throw new MalformedAnswerException("a line is over " + LONGEST_LINE + " bytes");
        }
        if (length > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST_LINE, Math.max(length, 2 * line.length)));
        }
        System.arraycopy(buffer, from, line, lineLength, end - from);
        lineLength = length;
    }

    private void endOfLine(byte[] buffer, int from, int lineFeed) throws MalformedAnswerException {
        int end = lineFeed - 1;
        if (end < from || buffer[end] != '\r') {
            throw new MalformedAnswerException("a line does not end with CR LF");
        }
        switch (state) {
            case STATUS -> {
                head.status(buffer, from, end);
                state = State.HEADER;
            }
            case HEADER -> header(buffer, from, end);
            case CHUNK_SIZE -> {
                left = chunk.read(buffer, from, end);
                state = left == 0 ? State.TRAILER : State.CHUNK;
            }
            case CHUNK_END -> {
                if (end != from) {
                    throw new MalformedAnswerException("a chunk is longer than it says");
                }
                state = State.CHUNK_SIZE;
            }
            case TRAILER -> state = end == from ? State.DONE : State.TRAILER;
            case LENGTH, UNTIL_CLOSE, CHUNK, DONE -> throw new IllegalStateException("no line in " + state);
        }
    }

    private void header(byte[] buffer, int from, int end) throws MalformedAnswerException {
        if (end > from) {
            if (++headers > MOST_HEADERS) {
                throw new MalformedAnswerException("there are over " + MOST_HEADERS + " headers");
            }
            head.header(buffer, from, end);
            return;
        }
        if (head.interim()) {
            head.clear();
            state = State.STATUS;
        } else if (toHead || head.bodiless()) {
            state = State.DONE;
        } else if (head.chunked()) {
            state = State.CHUNK_SIZE;
        } else if (head.length() >= 0) {
            left = head.length();
            state = left == 0 ? State.DONE : State.LENGTH;
        } else {
            left = Long.MAX_VALUE;
            state = State.UNTIL_CLOSE;
        }
    }

    private int takeBody(byte[] buffer, int from, int to) {
        int length = (int) Math.min(left, to - from);
        keep(buffer, from, length);
        left -= length;
        if (left == 0) {
            state = state == State.CHUNK ? State.CHUNK_END : State.DONE;
        }
        return from + length;
    }

    private void keep(byte[] buffer, int from, int length) {
        int more = keepBody ? Math.min(length, LONGEST_KEPT - keptLength) : 0;
        if (more > 0) {
            kept = Arrays.copyOf(kept, keptLength + more);
            System.arraycopy(buffer, from, kept, keptLength, more);
            keptLength += more;
        }
    }

    static String text(byte[] buffer, int from, int end) {
        return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
