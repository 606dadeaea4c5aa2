package io.agentctl.control.performance.http;

/** The line before a chunk: its size in hexadecimal, and extensions that nobody uses. */
final class ChunkSize {

    private static final int MOST_DIGITS = 12;
    private static final int HEX = 16;

    long read(byte[] buffer, int from, int end) throws MalformedAnswerException {
        long size = 0;
        int at = from;
        while (at < end && Character.digit(buffer[at], HEX) >= 0) {
            size = size * HEX + Character.digit(buffer[at], HEX);
            at++;
        }
        boolean closed = at == end || buffer[at] == ';' || buffer[at] == ' ';
        if (at == from || at - from > MOST_DIGITS || !closed) {
            throw new MalformedAnswerException("'" + AnswerParser.text(buffer, from, end) + "' is no size of a chunk");
        }
        return size;
    }
}
