package io.agentctl.plane.live;

import io.agentctl.control.overview.Range;
import java.time.Duration;
import java.util.List;

/** Somebody who looks at the state of the project. For one thread; to be closed, for it keeps the poller awake. */
public final class LiveListener implements AutoCloseable {

    private final LiveStatus status;
    private final Range range;
    private long seen;

    LiveListener(LiveStatus status, Range range, long seen) {
        this.status = status;
        this.range = range;
        this.seen = seen;
    }

    /**
     * Waits for what was read since the last call.
     *
     * @param most how long; then the list is empty
     */
    public List<LiveEvent> next(Duration most) throws InterruptedException {
        List<LiveEvent> news = status.after(seen, range, most);
        if (!news.isEmpty()) {
            seen = news.getLast().number();
        }
        return news;
    }

    /** Whether there will be nothing more. */
    public boolean over() {
        return status.closed();
    }

    @Override
    public void close() {
        status.leave(range);
    }
}
