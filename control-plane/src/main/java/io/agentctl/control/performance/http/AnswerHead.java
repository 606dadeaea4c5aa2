package io.agentctl.control.performance.http;

import java.util.Locale;

/** Status line and headers of an answer, as far as they decide what follows them. */
final class AnswerHead {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_AT + 3;
    private static final int SWITCHING = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int MOST_DIGITS = 15;

    private int status;
    private boolean keepAlive;
    private boolean chunked;
    private long length;
    private String location = "";

    void clear() {
        status = 0;
        keepAlive = true;
        chunked = false;
        length = -1;
        location = "";
    }

    int status() {
        return status;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    boolean chunked() {
        return chunked;
    }

    /** Of the body; -1 if nothing says it. */
    long length() {
        return length;
    }

    boolean lengthKnown() {
        return chunked || length >= 0;
    }

    String location() {
        return location;
    }

    /** Whether another answer follows (100 Continue, 103 Early Hints). */
    boolean interim() {
        return status < 200;
    }

    /** Whether there is no body whatever the headers say. */
    boolean bodiless() {
        return status == NO_CONTENT || status == NOT_MODIFIED;
    }

    void status(byte[] buffer, int from, int end) throws MalformedAnswerException {
        boolean http = end - from >= STATUS_END
                && buffer[from] == 'H'
                && buffer[from + 1] == 'T'
                && buffer[from + 2] == 'T'
                && buffer[from + 3] == 'P'
                && buffer[from + 4] == '/'
                && buffer[from + 5] == '1'
                && buffer[from + 6] == '.'
                && (buffer[from + 7] == '1' || buffer[from + 7] == '0')
                && buffer[from + 8] == ' '
                && (end - from == STATUS_END || buffer[from + STATUS_END] == ' ');
        int code = http ? number(buffer, from + STATUS_AT, from + STATUS_END) : -1;
        if (code < 100 || code > 599 || code == SWITCHING) {
            throw new MalformedAnswerException("'" + shortened(buffer, from, end) + "' is no status line of HTTP/1.1");
        }
        status = code;
        keepAlive = buffer[from + 7] == '1';
    }

    void header(byte[] buffer, int from, int end) throws MalformedAnswerException {
        int colon = from;
        while (colon < end && buffer[colon] != ':') {
            if (buffer[colon] <= ' ') {
                throw new MalformedAnswerException("'" + shortened(buffer, from, end) + "' is no header");
            }
            colon++;
        }
        if (colon == end || colon == from) {
            throw new MalformedAnswerException("'" + shortened(buffer, from, end) + "' is no header");
        }
        switch (colon - from) {
            case 14 -> {
                if (named(buffer, from, "content-length")) {
                    length(value(buffer, colon, end));
                }
            }
            case 17 -> {
                if (named(buffer, from, "transfer-encoding")) {
                    encoding(value(buffer, colon, end));
                }
            }
            case 10 -> {
                if (named(buffer, from, "connection")) {
                    connection(value(buffer, colon, end));
                }
            }
            case 8 -> {
                if (named(buffer, from, "location") && status / 100 == 3) {
                    location = value(buffer, colon, end);
                }
            }
            default -> {
                // Of no consequence here.
            }
        }
    }

    private void length(String value) throws MalformedAnswerException {
        if (!value.matches("\\d{1," + MOST_DIGITS + "}")) {
            throw new MalformedAnswerException("'" + value + "' is no Content-Length");
        }
        long read = Long.parseLong(value);
        if (chunked || (length >= 0 && length != read)) {
            throw new MalformedAnswerException("the length of the body is given twice");
        }
        length = read;
    }

    private void encoding(String value) throws MalformedAnswerException {
        if (!value.equalsIgnoreCase("chunked") || length >= 0 || chunked) {
            throw new MalformedAnswerException("the body is encoded as '" + value + "'"
                    + (length >= 0 ? ", and has a Content-Length besides" : ""));
        }
        chunked = true;
    }

    private void connection(String value) {
        String options = value.toLowerCase(Locale.ROOT);
        if (options.contains("close")) {
            keepAlive = false;
        } else if (options.contains("keep-alive")) {
            keepAlive = true;
        }
    }

    private static boolean named(byte[] buffer, int from, String name) {
        for (int index = 0; index < name.length(); index++) {
            byte letter = buffer[from + index];
            int lower = letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
            if (lower != name.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private static String value(byte[] buffer, int colon, int end) {
        return AnswerParser.text(buffer, colon + 1, end).strip();
    }

    private static int number(byte[] buffer, int from, int end) {
        int number = 0;
        for (int index = from; index < end; index++) {
            if (buffer[index] < '0' || buffer[index] > '9') {
                return -1;
            }
            number = number * 10 + buffer[index] - '0';
        }
        return number;
    }

    private static String shortened(byte[] buffer, int from, int end) {
        String text = AnswerParser.text(buffer, from, Math.min(end, from + 60));
        return text.replaceAll("[^ -~]", "?");
    }
}
