package io.agentctl.control.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Reads an answer of GetMetricData as AWS's Query protocol has it, byte by byte: points go to a sink, all else is kept
 * as it is. Such answers have neither comments nor CDATA.
 */
final class PointsScanner {

    private static final int BUFFER = 1 << 16;
    private static final int USUAL_POINTS = 4096;
    private static final String TIMES = "Timestamps";
    private static final String VALUES = "Values";
    private static final String RESULTS = "MetricDataResults";
    private static final String MEMBER = "member";
    private static final byte[] OPEN_MEMBER = MEMBER.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE_MEMBER = ("/" + MEMBER).getBytes(StandardCharsets.US_ASCII);

    private final InputStream whole;
    private final PointSink sink;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int at;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final Deque<String> path = new ArrayDeque<>();
    private final Text tag = new Text();
    private final Text text = new Text();
    private final DayCache day = new DayCache();

    private String id = "";
    private long[] seconds = new long[USUAL_POINTS];
    private double[] values = new double[USUAL_POINTS];
    private int times;
    private int measured;

    PointsScanner(InputStream whole, PointSink sink) {
        this.whole = whole;
        this.sink = sink;
    }

    /** What remains of the answer without its points. */
    byte[] rest() throws IOException {
        for (int next = next(); next >= 0; next = next()) {
            if (next == '<') {
                readTag();
                tag();
            } else {
                rest.write(next);
                text.add(next);
            }
        }
        return rest.toByteArray();
    }

    private void tag() throws IOException {
        rest.write('<');
        rest.write(tag.bytes, 0, tag.size);
        rest.write('>');
        if (tag.startsWith('/')) {
            closed();
        } else if (!tag.startsWith('?') && !tag.endsWith('/')) {
            path.push(tag.name());
            if (path.peek().equals(TIMES) || path.peek().equals(VALUES)) {
                points(path.peek().equals(TIMES));
            }
        }
        text.clear();
    }

    private void closed() throws IOException {
        String name = path.isEmpty() ? "nothing" : path.pop();
        if (name.equals("Id")) {
            id = text.string();
        } else if (name.equals(MEMBER) && RESULTS.equals(path.peek())) {
            if (times != measured) {
                throw new IOException("an answer has " + times + " times and " + measured + " values");
            }
            sink.points(id, seconds, values, times);
            times = 0;
            measured = 0;
        }
    }

    /** Reads up to the end of a list of times or of values; its last tag is kept. */
    private void points(boolean ofTimes) throws IOException {
        while (true) {
            text.clear();
            int next = next();
            while (next != '<') {
                if (next < 0) {
                    throw new IOException("an answer ends within its points");
                }
                text.add(next);
                next = next();
            }
            readTag();
            if (tag.is(CLOSE_MEMBER)) {
                point(ofTimes);
            } else if (!tag.is(OPEN_MEMBER)) {
                tag();
                return;
            }
        }
    }

    private void point(boolean ofTimes) throws IOException {
        try {
            if (ofTimes) {
                seconds = times < seconds.length ? seconds : Arrays.copyOf(seconds, 2 * times);
                seconds[times++] = day.seconds(text);
            } else {
                values = measured < values.length ? values : Arrays.copyOf(values, 2 * measured);
                values[measured++] = Double.parseDouble(text.string());
            }
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new IOException("an answer has " + text.string() + " for a point", wrong);
        }
    }

    private void readTag() throws IOException {
        tag.clear();
        for (int next = next(); next != '>'; next = next()) {
            if (next < 0) {
                throw new IOException("an answer ends within a tag");
            }
            tag.add(next);
        }
    }

    private int next() throws IOException {
        if (at == filled) {
            filled = Math.max(0, whole.read(buffer));
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return Byte.toUnsignedInt(buffer[at++]);
    }

    /** Bytes that are written anew again and again. */
    private static final class Text {

        private byte[] bytes = new byte[64];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int next) {
            bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, 2 * size);
            bytes[size++] = (byte) next;
        }

        boolean startsWith(char letter) {
            return size > 0 && bytes[0] == letter;
        }

        boolean endsWith(char letter) {
            return size > 0 && bytes[size - 1] == letter;
        }

        boolean is(byte[] other) {
            return Arrays.equals(bytes, 0, size, other, 0, other.length);
        }

        /** Of a tag: what stands before its attributes. */
        String name() {
            int end = 0;
            while (end < size && bytes[end] > ' ') {
                end++;
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }

        String string() {
            return new String(bytes, 0, size, StandardCharsets.UTF_8);
        }

        int number(int from, int to) {
            int number = 0;
            for (int index = from; index < to; index++) {
                number = 10 * number + bytes[index] - '0';
            }
            return number;
        }
    }

    /** Times in an answer are mostly of the day of the one before. */
    private static final class DayCache {

        private static final String PATTERN = "0000-00-00T00:00:00Z";

        private int date = -1;
        private long begins;

        long seconds(Text text) {
            if (!usual(text)) {
                return Instant.parse(text.string()).getEpochSecond();
            }
            int day = text.number(0, 4) * 10_000 + text.number(5, 7) * 100 + text.number(8, 10);
            if (day != date) {
                begins = LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toEpochDay() * 86_400;
                date = day;
            }
            return begins + text.number(11, 13) * 3600L + text.number(14, 16) * 60L + text.number(17, 19);
        }

        private static boolean usual(Text text) {
            if (text.size != PATTERN.length()) {
                return false;
            }
            for (int index = 0; index < text.size; index++) {
                char wanted = PATTERN.charAt(index);
                byte found = text.bytes[index];
                if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                    return false;
                }
            }
            return true;
        }
    }
}
