package io.agentctl.control.performance.tasks;

/**
 * What a task tells of itself.
 *
 * @param part its number, from 0
 * @param state how far it is
 * @param detail why it failed, else empty
 * @param code under which it failed, the name of an error code; else empty
 * @param sequence changes with each report
 * @param latency a histogram of what ended since its last report, as results have it; empty for nothing
 * @param failed how many of that count as errors
 * @param chunks in how many pieces its result lies, once it is done
 */
record Report(
        int part, State state, String detail, String code, long sequence, String latency, long failed, int chunks) {

    /** How far a task is. */
    enum State {
        /** It waits to be told when to begin. */
        READY,
        /** It sends. */
        SENDING,
        /** Its result is there. */
        DONE,
        /** It cannot send. */
        FAILED
    }

    static Report ready(int part) {
        return new Report(part, State.READY, "", "", 0, "", 0, 0);
    }

    static Report failed(int part, String code, String detail) {
        return new Report(part, State.FAILED, detail, code, 0, "", 0, 0);
    }

    static Report done(int part, int chunks) {
        return new Report(part, State.DONE, "", "", 0, "", 0, chunks);
    }

    boolean over() {
        return state == State.DONE || state == State.FAILED;
    }
}
