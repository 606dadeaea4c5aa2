package io.agentctl.control.performance.scenario;

/**
 * A part of a scenario, where several generators send it together: of the requests of each stage every so-manieth, so
 * that all parts together keep the very schedule of the whole, whatever its shape.
 *
 * @param number from 0, below {@code of}
 * @param of how many parts there are
 */
public record Part(int number, int of) {

    /** All of it. */
    public static final Part WHOLE = new Part(0, 1);

    /** What a part looks like, for messages. */
    public static final String FORM = "a part such as 2/4";

    public Part {
        if (of < 1 || number < 0 || number >= of) {
            throw new IllegalArgumentException("there is no part " + (number + 1) + " of " + of);
        }
    }

    /**
     * Reads {@code 2/4}, the second of four.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Part parse(String text) {
        if (!text.matches("\\d{1,4}/\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is not " + FORM);
        }
        int slash = text.indexOf('/');
        return new Part(Integer.parseInt(text.substring(0, slash)) - 1, Integer.parseInt(text.substring(slash + 1)));
    }

    /** How many of the first so many requests of the whole are of this part. */
    public long count(long whole) {
        return whole == Long.MAX_VALUE ? whole : Math.max(0, Math.ceilDiv(whole - number, (long) of));
    }

    /** The place in the whole of a request of this part. */
    public long index(long own) {
        return own * of + number;
    }

    /** This part's share of callers or connections. */
    public int share(int whole) {
        return whole / of + (number < whole % of ? 1 : 0);
    }

    @Override
    public String toString() {
        return (number + 1) + "/" + of;
    }
}
