package io.agentctl.control.remote.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsProofTest {

    private static final AwsCredentials ALICE = AwsSessionCredentials.create("ASIAALICE", "very-secret", "to+ken/=");

    private static AwsProof proof(AwsCredentialsProvider credentials) {
        return new AwsProof(
                () -> credentials,
                StsEndpoint.of(Optional.of("eu-central-1")),
                AwsProof.audience(URI.create("https://plane.example.com/")),
                new SecureRandom(),
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    private static JsonNode document(AwsProof proof) throws IOException {
        String header = proof.headers().get("Authorization");
        assertThat(header).startsWith("AWS-STS ");
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(header.substring("AWS-STS ".length())));
    }

    @Test
    void signsForOneControlPlaneAndAMinute() throws IOException {
        JsonNode document = document(proof(StaticCredentialsProvider.create(ALICE)));

        assertThat(document.get("method").textValue()).isEqualTo("GET");
        assertThat(document.get("url").textValue())
                .startsWith("https://sts.eu-central-1.amazonaws.com/?")
                .contains(
                        "Action=GetCallerIdentity",
                        "Version=2011-06-15",
                        "X-Amz-Date=20260301T120000Z",
                        "X-Amz-Expires=60",
                        "X-Amz-SignedHeaders=host%3Bx-agentctl-audience%3Bx-agentctl-nonce",
                        "X-Amz-Credential=ASIAALICE%2F20260301%2Feu-central-1%2Fsts%2Faws4_request",
                        "X-Amz-Security-Token=to%2Bken%2F%3D",
                        "X-Amz-Signature=");
        assertThat(document.get("headers").get(AwsProof.AUDIENCE).textValue()).isEqualTo("https://plane.example.com");
        assertThat(document.get("headers").get(AwsProof.NONCE).textValue()).hasSize(32);
    }

    @Test
    void eachIsAnother() {
        AwsProof proof = proof(StaticCredentialsProvider.create(ALICE));

        assertThat(proof.headers()).isNotEqualTo(proof.headers());
    }

    @Test
    void theSecretIsNowhere() throws IOException {
        AwsProof proof = proof(StaticCredentialsProvider.create(ALICE));

        assertThat(document(proof).toString()).doesNotContain("very-secret");
        assertThat(proof).hasToString("an AWS identity, proved to https://plane.example.com");
    }

    @Test
    void withoutCredentialsItSaysWhatToDo() {
        AwsProof proof = proof(() -> {
            throw SdkClientException.create("no credentials in the chain");
        });

        assertThatThrownBy(proof::headers)
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.NOT_SIGNED_IN))
                .hasMessageContaining("no credentials in the chain");
    }

    @Test
    void regionsHaveTheirEndpoints() {
        assertThat(StsEndpoint.of(Optional.empty()))
                .isEqualTo(new StsEndpoint(URI.create("https://sts.amazonaws.com/"), "us-east-1"));
        assertThat(StsEndpoint.of(Optional.of("cn-north-1")).url())
                .isEqualTo(URI.create("https://sts.cn-north-1.amazonaws.com.cn/"));
        assertThat(StsEndpoint.at(URI.create("http://127.0.0.1:4566"), Optional.empty())
                        .url())
                .isEqualTo(URI.create("http://127.0.0.1:4566/"));
    }

    @Test
    void aTokenIsShownAndNotTold() {
        BearerToken token = new BearerToken("agentctl.ci." + "x".repeat(43));

        assertThat(token.headers()).containsEntry("Authorization", "Bearer agentctl.ci." + "x".repeat(43));
        assertThat(token).hasToString("BearerToken[***]");
        assertThatThrownBy(() -> new BearerToken("hunter2\n"))
                .hasMessageContaining("no token of a control plane")
                .hasMessageNotContaining("hunter2");
    }
}
