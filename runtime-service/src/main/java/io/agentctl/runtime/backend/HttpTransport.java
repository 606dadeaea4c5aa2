package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendException.Repeat;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** POSTs the request as JSON to a URL. The client is shared with other back ends and closed by its owner. */
final class HttpTransport implements Transport {

    /** Bytes. */
    private static final int SHORT = 16 * 1024;

    private static final ContentType JSON = ContentType.create("application/json");

    private final String backend;
    private final URI url;
    private final int answerLimit;
    private final CloseableHttpClient client;

    HttpTransport(String backend, URI url, int answerLimit, CloseableHttpClient client) {
        this.backend = backend;
        this.url = url;
        this.answerLimit = answerLimit;
        this.client = client;
    }

    @Override
    public byte[] send(BackendCall call, Duration timeout) throws BackendException {
        HttpPost request = request(call, timeout);
        try (ClassicHttpResponse response = client.executeOpen(null, request, HttpClientContext.create())) {
            return read(request, response);
        } catch (ConnectTimeoutException late) {
            throw BackendException.late(
                    "The back end %s let nobody connect in time".formatted(backend), Repeat.SAFE, late);
        } catch (SocketTimeoutException late) {
            throw BackendException.late(
                    "The back end %s did not answer in time".formatted(backend), Repeat.IF_IDEMPOTENT, late);
        } catch (UnknownHostException | ConnectException | NoRouteToHostException unreachable) {
            throw BackendException.failed(
                    "The back end %s cannot be reached at %s".formatted(backend, url.getAuthority()),
                    Repeat.SAFE,
                    unreachable);
        } catch (SSLException untrusted) {
            throw BackendException.failed(
                    "There is no secure connection to the back end %s".formatted(backend), Repeat.NEVER, untrusted);
        } catch (IOException broken) {
            throw BackendException.failed(
                    "The connection to the back end %s broke".formatted(backend), Repeat.IF_IDEMPOTENT, broken);
        }
    }

    private byte[] read(HttpPost request, ClassicHttpResponse response) throws IOException, BackendException {
        boolean whole = false;
        try {
            if (HttpStatusRule.isSuccess(response.getCode())) {
                byte[] answer = answer(response.getEntity());
                whole = true;
                return answer;
            }
            BackendException problem = HttpStatusRule.problem(backend, response);
            whole = drain(response.getEntity());
            throw problem;
        } finally {
            if (!whole) {
                // Closing an answer reads the rest of it, however long that takes; cancelling closes the connection
                // first.
                request.cancel();
            }
        }
    }

    private HttpPost request(BackendCall call, Duration timeout) {
        HttpPost request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(call.body(), JSON));
        request.setHeader("Accept", JSON.getMimeType());
        call.headers().forEach(request::setHeader);
        // Left alone, the library asks plain HTTP servers to change to TLS.
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setProtocolUpgradeEnabled(false)
                .build());
        return request;
    }

    private byte[] answer(HttpEntity entity) throws IOException, BackendException {
        if (entity == null) {
            return JsonAnswer.of(new byte[0], backend);
        }
        long length = entity.getContentLength();
        if (length > answerLimit) {
            throw tooLong();
        }
        InputStream content = entity.getContent();
        if (length < 0) {
            byte[] body = content.readNBytes(answerLimit + 1);
            if (body.length > answerLimit) {
                throw tooLong();
            }
            return JsonAnswer.of(body, backend);
        }
        // Read to its end, the connection would go back to the pool at once; after an answer that is cut off at a wrong
        // length it must not, or the rest would be taken for the answer to somebody else.
        byte[] answer = JsonAnswer.of(content.readNBytes((int) length), backend);
        EntityUtils.consume(entity);
        return answer;
    }

    private BackendException tooLong() {
        return BackendException.failed(
                "The back end %s answered more than %d bytes".formatted(backend, answerLimit), Repeat.NEVER, null);
    }

    /** Reads an answer that nobody wants if it is short, which is cheaper than another connection. */
    private static boolean drain(HttpEntity entity) throws IOException {
        if (entity == null) {
            return true;
        }
        boolean isShort = entity.getContentLength() >= 0 && entity.getContentLength() <= SHORT;
        if (isShort) {
            EntityUtils.consume(entity);
        }
        return isShort;
    }

    @Override
    public void close() {
        // Holds nothing of its own.
    }
}
