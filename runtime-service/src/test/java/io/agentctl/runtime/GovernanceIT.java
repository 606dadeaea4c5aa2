package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that change while the runtime runs, and who may call. */
class GovernanceIT {

    private static final String REQUEST = "{\"intent\":\"anything\",\"context\":{\"max_tokens\":5000}}";

    @TempDir
    Path folder;

    @Test
    void aChangedPolicyIsEnforcedAndABadOneIsNot() throws IOException, InterruptedException {
        Path policy = folder.resolve("policies/token-cap.yaml");
        try (TestRuntime runtime = TestRuntime.start(folder, "")) {
            assertThat(runtime.dispatch(REQUEST).statusCode()).isEqualTo(200);
            Files.writeString(policy, TestRuntime.POLICY.replace("8000", "4000"));
            await(() -> runtime.dispatch(REQUEST).statusCode() == 403);
            Files.writeString(policy, TestRuntime.POLICY.replace("max_tokens", "max_tokns"));
            await(() -> runtime.get("/health").body().contains("\"problem\":"));
            assertThat(runtime.dispatch(REQUEST).statusCode()).isEqualTo(403);
            assertThat(runtime.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(runtime.logWith("policies.kept")).contains("max_tokns");
        }
    }

    @Test
    void withoutPoliciesThatCanBeEnforcedItIsNotReadyAndDenies() {
        try (TestRuntime runtime = TestRuntime.startWith(folder, "not: a policy", "")) {
            assertThat(runtime.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(runtime.get("/health/started").statusCode()).isEqualTo(503);
            HttpResponse<String> ready = runtime.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("cannot be enforced");
            HttpResponse<String> denied = runtime.dispatch(REQUEST);
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).contains("\"reason\":\"no_policy\"");
        }
    }

    @Test
    void onlyKnownTokensMayCall() {
        // SHA-256 of the text secret-1.
        String tokens = "# who may call\nplanner: %s\n".formatted(sha256("secret-1"));
        try (TestRuntime runtime = TestRuntime.start(folder, "telemetry: {accessLog: all}", Optional.of(tokens))) {
            assertThat(runtime.dispatch(REQUEST).statusCode()).isEqualTo(401);
            HttpResponse<String> wrong = runtime.send(runtime.post(REQUEST).header("Authorization", "Bearer secret-2"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            HttpResponse<String> known = runtime.send(runtime.post(REQUEST).header("Authorization", "bearer secret-1"));
            assertThat(known.statusCode()).isEqualTo(200);
            assertThat(runtime.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
