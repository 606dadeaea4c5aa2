package io.agentctl.control.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes points out of answers of GetMetricData before the SDK reads them. It makes a tree of the whole answer, a
 * kilobyte for each of up to 100,800 points in a call: what it leaves to collect stops a screen that is being typed at.
 * What remains of the answer, the SDK reads as ever.
 */
public final class PointsApart implements SdkHttpClient {

    private static final ScopedValue<PointSink> SINK = ScopedValue.newInstance();

    private final SdkHttpClient usual;

    PointsApart(SdkHttpClient usual) {
        this.usual = usual;
    }

    /**
     * Makes calls whose points go to a sink. Where they do not come by HTTP, or packed, they are in the response.
     *
     * @param call on this thread
     */
    public static <T> T taking(PointSink sink, Supplier<T> call) {
        return ScopedValue.where(SINK, sink).call(call::get);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = usual.prepareRequest(request);
        return SINK.isBound() ? new Apart(prepared, SINK.get()) : prepared;
    }

    @Override
    public void close() {
        usual.close();
    }

    private record Apart(ExecutableHttpRequest request, PointSink sink) implements ExecutableHttpRequest {

        @Override
        public HttpExecuteResponse call() throws IOException {
            HttpExecuteResponse response = request.call();
            Optional<AbortableInputStream> body = response.responseBody();
            if (body.isEmpty() || !plain(response.httpResponse())) {
                return response;
            }
            try (InputStream whole = body.get()) {
                byte[] rest = new PointsScanner(whole, sink).rest();
                return HttpExecuteResponse.builder()
                        .response(response.httpResponse().toBuilder()
                                .removeHeader("Content-Length")
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(rest)))
                        .build();
            }
        }

        private static boolean plain(SdkHttpResponse response) {
            return response.isSuccessful()
                    && response.firstMatchingHeader("Content-Encoding").isEmpty()
                    && response.firstMatchingHeader("x-amz-crc32").isEmpty();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }
}
