package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.plane.console.ConsoleFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's files, and what pages of others try. */
class ConsoleHttpIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final Pattern ASSET = Pattern.compile("/assets/[a-z]+-[A-Za-z0-9]{8}\\.(js|css|svg)");

    @TempDir
    private static Path folder;

    private static TeamBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new TeamBench(folder, "");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(bench.url() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Sent as it is: clients tidy paths. */
    private static String raw(String path) throws IOException {
        URI url = URI.create(bench.url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            byte[] answer = new byte[LONGEST_ANSWER];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        }
    }

    private static void requireConsole() {
        assumeThat(ConsoleFiles.load().page())
                .as("this needs a console in this build")
                .isPresent();
    }

    @Test
    void thePageAndItsFilesAreForAnybodyAndNothingElseIsLoaded() throws Exception {
        requireConsole();
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("x-frame-options", List.of("DENY"));
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick");

        Matcher assets = ASSET.matcher(page.body());
        int count = 0;
        while (assets.find()) {
            HttpResponse<String> asset = get(assets.group());
            assertThat(asset.statusCode()).as(assets.group()).isEqualTo(200);
            assertThat(asset.headers().firstValue("cache-control").orElseThrow())
                    .contains("immutable");
            count++;
        }
        assertThat(count).isEqualTo(4);
    }

    @Test
    void whatABrowserHasAlreadyIsNotSentAgainAndTheRestIsCompressed() throws Exception {
        requireConsole();
        HttpResponse<String> page = get("/");
        String tag = page.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = get("/", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        Matcher asset = ASSET.matcher(page.body());
        assertThat(asset.find()).isTrue();
        HttpResponse<String> compressed = get(asset.group(), "Accept-Encoding", "br, gzip");
        assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
    }

    @Test
    void noNameLeadsOutOfTheFiles() throws IOException {
        for (String path : List.of(
                "/assets/../agentctl.yaml",
                "/assets/..%2f..%2fagentctl.yaml",
                "/assets/%2e%2e/files.json",
                "/assets/%2e%2e%2ffiles.json",
                "/assets/..\\..\\agentctl.yaml",
                "/assets/..%5c..%5cagentctl.yaml",
                "/assets//etc/passwd",
                "/assets/%2fetc%2fpasswd",
                "/assets/file:%2f%2f%2fetc%2fpasswd",
                "/assets/C:%5cwindows%5cwin.ini",
                "/assets/index.html%00.js",
                "/assets/files.json",
                "/assets/",
                "/../../etc/passwd",
                "/assets/%c0%ae%c0%ae/x")) {
            assertThat(raw(path))
                    .as(path)
                    .matches("(?s)HTTP/1\\.1 (400|404|401) .*")
                    .doesNotContain("root:", "project:");
        }
    }

    @Test
    void formsOfOtherSitesAreRefusedWithACookieToo() throws Exception {
        HttpResponse<String> session = bench.post("/v1/session", TeamBench.as("admin"), "{\"cookie\": true}");
        String cookie = session.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        String csrf = TeamBench.json(session).get("csrf").textValue();
        String asking = TeamBench.asking("place.here", "{}");

        for (Map<String, String> from : List.of(
                Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", bench.url(), "Sec-Fetch-Site", "same-origin"))) {
            assertThat(send(from, "Cookie", cookie, "text/plain", asking)).isEqualTo(403);
            assertThat(send(from, "Cookie", cookie, "application/x-www-form-urlencoded", "a=b"))
                    .isEqualTo(403);
            assertThat(send(from, "Cookie", cookie, "application/json", asking)).isEqualTo(403);
        }
        Map<String, String> own =
                Map.of("Origin", bench.url(), "Sec-Fetch-Site", "same-origin", "x-agentctl-csrf", csrf);
        assertThat(send(own, "Cookie", cookie, "application/json", asking)).isEqualTo(202);
    }

    private static int send(Map<String, String> from, String name, String value, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(bench.url() + "/v1/operations"))
                .header(name, value)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        from.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aLinkSignsInOnceAndNoFormOfAnotherSiteDoes() throws Exception {
        String code = TeamBench.json(bench.post("/v1/session/code", TeamBench.as("viewer"), ""))
                .get("code")
                .textValue();
        String shown = "{\"code\": \"" + code + "\"}";
        HttpRequest form = HttpRequest.newBuilder(URI.create(bench.url() + "/v1/session/redeem"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(shown))
                .build();
        assertThat(HTTP.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(400);

        HttpResponse<String> first = bench.post("/v1/session/redeem", Map.of(), shown);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("token:viewer").doesNotContain(code);
        assertThat(first.headers().firstValue("set-cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
        assertThat(bench.post("/v1/session/redeem", Map.of(), shown).statusCode())
                .isEqualTo(401);
        assertThat(bench.log()).doesNotContain(code);
    }

    @Test
    void whatWaitsIsShownWithoutSecrets() throws Exception {
        String id = TeamBench.json(bench.post(
                        "/v1/operations",
                        TeamBench.as("viewer"),
                        TeamBench.asking("policy.list", "\"AKIAIOSFODNN7EXAMPLE\"")))
                .get("id")
                .textValue();

        assertThat(bench.get("/v1/operations/" + id + "/request", TeamBench.as("viewer"))
                        .body())
                .contains("\"useCase\":\"policy.list\"")
                .doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }
}
