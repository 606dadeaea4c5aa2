package io.agentctl.control.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends PATCH by the JDK's own client and everything else as usual: {@code HttpURLConnection}, which the usual client
 * stands on, refuses that method. Application Signals is changed by it.
 */
final class PatchingHttpClient implements SdkHttpClient {

    /** Headers that the JDK's client sets itself, the same as they were signed. */
    private static final Set<String> ITS_OWN = headers("Host", "Content-Length", "Connection", "Expect");

    private final SdkHttpClient usual;
    private final Lazy<HttpClient> patching;
    private final Duration read;

    PatchingHttpClient(SdkHttpClient usual, Duration connect, Duration read) {
        this.usual = usual;
        this.read = read;
        this.patching = new Lazy<>(() -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build());
    }

    private static Set<String> headers(String... names) {
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.addAll(Set.of(names));
        return headers;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return request.httpRequest().method() == SdkHttpMethod.PATCH
                ? new Patch(request)
                : usual.prepareRequest(request);
    }

    /** One request, sent once. */
    private final class Patch implements ExecutableHttpRequest {

        private final HttpExecuteRequest request;

        Patch(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                HttpResponse<InputStream> answer = patching.get().send(converted(), BodyHandlers.ofInputStream());
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(answer.statusCode())
                                .headers(answer.headers().map())
                                .build())
                        .responseBody(AbortableInputStream.create(answer.body()))
                        .build();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for an answer", interrupted);
            }
        }

        private HttpRequest converted() throws IOException {
            SdkHttpRequest signed = request.httpRequest();
            HttpRequest.Builder converted = HttpRequest.newBuilder(signed.getUri())
                    .timeout(read)
                    .method(signed.method().name(), body());
            signed.forEachHeader((name, values) -> {
                if (!ITS_OWN.contains(name)) {
                    values.forEach(value -> converted.header(name, value));
                }
            });
            return converted.build();
        }

        private BodyPublisher body() throws IOException {
            if (request.contentStreamProvider().isEmpty()) {
                return BodyPublishers.noBody();
            }
            try (InputStream content = request.contentStreamProvider().get().newStream()) {
                return BodyPublishers.ofByteArray(content.readAllBytes());
            }
        }

        @Override
        public void abort() {
            // The SDK interrupts the thread that waits, which ends the request.
        }
    }

    @Override
    public void close() {
        if (patching.made()) {
            patching.get().close();
        }
    }
}
