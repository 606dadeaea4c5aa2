package io.agentctl.runtime.backend;

import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.util.TimeValue;

/**
 * A pool that bounds idle connections, where the library's own bounds those that are open: a burst may open as many as
 * the bulkheads allow, and what it leaves behind is closed down to the limits.
 */
final class LimitedPool extends StrictConnPool<HttpRoute, ManagedHttpClientConnection> {

    private final PoolSettings settings;
    /** Between looking at how many are idle and adding one, nobody else may add one. */
    private final ReentrantLock releasing = new ReentrantLock();

    LimitedPool(PoolSettings settings) {
        super(Integer.MAX_VALUE, Integer.MAX_VALUE, TimeValue.NEG_ONE_MILLISECOND, PoolReusePolicy.LIFO, null);
        this.settings = settings;
    }

    @Override
    public void release(PoolEntry<HttpRoute, ManagedHttpClientConnection> entry, boolean reusable) {
        releasing.lock();
        try {
            super.release(entry, reusable && hasRoom(entry.getRoute()));
        } finally {
            releasing.unlock();
        }
    }

    private boolean hasRoom(HttpRoute route) {
        return getTotalStats().getAvailable() < settings.idle()
                && getStats(route).getAvailable() < settings.idlePerHost();
    }
}
