package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.identity.StsEndpoints.Partition;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests that the client signs, judged by the sandbox's STS. */
class AwsSignInIT {

    private static final Sandbox SANDBOX = Sandbox.start(World.defaultWorld(1));

    private final AwsSignIn signIn = signIn(InstantSource.system());

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static AwsSignIn signIn(InstantSource clock) {
        return new AwsSignIn(
                new StsEndpoints(Partition.AWS, Optional.of(SANDBOX.endpoint())),
                Set.of(Proofs.AUDIENCE),
                new MemoryNonces(100, clock),
                clock);
    }

    private static String proof(String key) {
        return Proofs.signed(SANDBOX.endpoint(), key, Proofs.AUDIENCE, Instant.now());
    }

    @Test
    void whoSignedIsKnownByRoleAndSession() {
        assertThat(signIn.caller(proof("sandbox")))
                .isEqualTo(new Caller(
                        "arn:aws:iam::111122223333:role/sandbox-operator#sandbox", Set.of(), Caller.Kind.AWS));
        assertThat(signIn.caller(proof("sandbox-viewer")).subject()).isEqualTo("arn:aws:iam::111122223333:role/viewer");
    }

    @Test
    void aForgedOneIsRefused() {
        String proof = proof("sandbox");
        String otherNonce = Proofs.changed(proof, document -> document.withObject("/headers")
                .put(PresignedCheck.NONCE, "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        String otherKey = Proofs.changedUrl(proof, "Credential=sandbox%2F", "Credential=sandbox-admin%2F");
        String longer = Proofs.changedUrl(proof, "Expires=60", "Expires=900");

        assertThat(Stream.of(otherNonce, otherKey, longer, signatureChanged(proof)))
                .allSatisfy(forged -> assertThatThrownBy(() -> signIn.caller(forged))
                        .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                                .isEqualTo(ErrorCode.NOT_SIGNED_IN))
                        .hasMessage("AWS does not take the signature: SignatureDoesNotMatch"));
        assertThat(signIn.caller(proof)).isNotNull();
    }

    private static String signatureChanged(String proof) {
        return Proofs.changed(proof, document -> {
            String url = document.get("url").textValue();
            int first = url.indexOf("Signature=") + "Signature=".length();
            char other = url.charAt(first) == 'a' ? 'b' : 'a';
            document.put("url", url.substring(0, first) + other + url.substring(first + 1));
        });
    }

    @Test
    void aReplayedOneIsRefused() {
        String proof = proof("sandbox");
        signIn.caller(proof);

        assertThatThrownBy(() -> signIn.caller(proof)).hasMessage("the presigned request was used before");
    }

    @Test
    void ofManyUsesAtOnceOneIsTaken() throws InterruptedException {
        String proof = proof("sandbox");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Caller> use = () -> signIn.caller(proof);

            assertThat(threads.invokeAll(Collections.nCopies(8, use)).stream()
                            .filter(done -> done.state() == Future.State.SUCCESS))
                    .hasSize(1);
        }
    }

    @Test
    void anExpiredOneIsRefusedBeforeAwsIsAsked() {
        String proof = Proofs.signed(
                SANDBOX.endpoint(), "sandbox", Proofs.AUDIENCE, Instant.now().minus(Duration.ofSeconds(61)));
        int before = SANDBOX.calls().all().size();

        assertThatThrownBy(() -> signIn.caller(proof)).hasMessage("the presigned request has expired");
        assertThat(SANDBOX.calls().all()).hasSize(before);
    }

    @Test
    void oneForAnotherControlPlaneIsRefused() {
        String proof = Proofs.signed(SANDBOX.endpoint(), "sandbox", "https://evil.example.com", Instant.now());

        assertThatThrownBy(() -> signIn.caller(proof))
                .hasMessage("the presigned request was signed for another control plane");
    }

    @Test
    void theAudienceCannotBeChangedAfterwards() {
        String foreign = Proofs.signed(SANDBOX.endpoint(), "sandbox", "https://evil.example.com", Instant.now());
        String dressed = Proofs.changed(
                foreign, document -> document.withObject("/headers").put(PresignedCheck.AUDIENCE, Proofs.AUDIENCE));

        assertThatThrownBy(() -> signIn.caller(dressed)).hasMessageContaining("SignatureDoesNotMatch");
    }

    @Test
    void whereNobodyAnswersNobodySignsIn() {
        URI nobody = URI.create("http://127.0.0.1:1");
        AwsSignIn lonely = new AwsSignIn(
                new StsEndpoints(Partition.AWS, Optional.of(nobody)),
                Set.of(Proofs.AUDIENCE),
                new MemoryNonces(100, InstantSource.system()),
                InstantSource.system());

        assertThatThrownBy(() -> lonely.caller(Proofs.signed(nobody, "sandbox", Proofs.AUDIENCE, Instant.now())))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.UNREACHABLE))
                .hasMessageNotContaining("Signature");
    }
}
