package io.agentctl.control.performance.http;

/** Sends requests and hears of their ends. One thread alone uses one. */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request, on a connection that is free or on a new one. A failure to do so is an ending like any other.
     */
    void send(Shot shot);

    /**
     * Waits, and handles what arrives meanwhile.
     *
     * @param until when to come back, as {@link System#nanoTime} counts; earlier if something ended
     */
    void await(long until);

    /** How many requests were sent and have not ended. */
    int underWay();

    /** Ends what is under way without a word. */
    @Override
    void close();

    /** Hears what became of requests. */
    interface Listener {

        /** A request ended. */
        void ended(Ending ending);

        /**
         * A connection was opened.
         *
         * @param connect nanoseconds until TCP had one
         * @param tls nanoseconds from there until TLS was agreed on; -1 without TLS
         */
        void opened(long connect, long tls);
    }
}
