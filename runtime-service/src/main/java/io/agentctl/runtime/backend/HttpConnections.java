package io.agentctl.runtime.backend;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.ManagedConnPool;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to all HTTP back ends, and the client that uses them: no retries, redirects, cookies or
 * decompression.
 */
final class HttpConnections implements AutoCloseable {

    /**
     * A connection that lay idle for longer is looked at before it is used, which takes a millisecond: busy connections
     * do not pay it, and those that the target has closed meanwhile are not used.
     */
    private static final TimeValue LOOK_AFTER = TimeValue.ofMilliseconds(100);

    /** Left alone, the library would gather a head for as long as it comes, until memory ends. */
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(100)
            .build();

    private static final TimeValue EVICT_EVERY = TimeValue.ofSeconds(5);

    private final CloseableHttpClient client;
    private final Manager manager;
    private final IdleConnectionEvictor evictor;

    private HttpConnections(CloseableHttpClient client, Manager manager, IdleConnectionEvictor evictor) {
        this.client = client;
        this.manager = manager;
        this.evictor = evictor;
    }

    static HttpConnections open(PoolSettings settings) {
        Registry<TlsSocketStrategy> tls = RegistryBuilder.<TlsSocketStrategy>create()
                .register("https", DefaultClientTlsStrategy.createDefault())
                .build();
        Manager manager =
                new Manager(new DefaultHttpClientConnectionOperator(null, null, tls), new LimitedPool(settings));
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setValidateAfterInactivity(LOOK_AFTER)
                .build());
        TimeValue idleFor = TimeValue.of(settings.idleFor());
        CloseableHttpClient client = HttpClientBuilder.create()
                .setConnectionManager(manager)
                .setKeepAliveStrategy((response, context) -> keepAlive(response, context, idleFor))
                .setUserAgent("agentctl-runtime")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        IdleConnectionEvictor evictor = new IdleConnectionEvictor(manager, EVICT_EVERY, idleFor);
        evictor.start();
        return new HttpConnections(client, manager, evictor);
    }

    private static TimeValue keepAlive(HttpResponse response, HttpContext context, TimeValue longest) {
        TimeValue offered = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
        return TimeValue.isPositive(offered) && offered.compareTo(longest) < 0 ? offered : longest;
    }

    CloseableHttpClient client() {
        return client;
    }

    PoolStats statistics() {
        return manager.getTotalStats();
    }

    @Override
    public void close() {
        evictor.shutdown();
        client.close(CloseMode.IMMEDIATE);
    }

    /** The library's manager takes another pool in a constructor that only subclasses can call. */
    private static final class Manager extends PoolingHttpClientConnectionManager {
        private Manager(
                HttpClientConnectionOperator operator, ManagedConnPool<HttpRoute, ManagedHttpClientConnection> pool) {
            super(
                    operator,
                    pool,
                    ManagedHttpClientConnectionFactory.builder()
                            .http1Config(HEADS)
                            .build());
        }
    }
}
