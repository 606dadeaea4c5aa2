package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.plane.identity.StsEndpoints.Partition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresignedCheckTest {

    private static final StsEndpoints AWS = new StsEndpoints(Partition.AWS, Optional.empty());

    private static PresignedCheck.Checked check(String proof, Instant now) {
        return new PresignedCheck(AWS, Set.of(Proofs.AUDIENCE)).check(PresignedRequest.parse(proof), now);
    }

    private static void refused(String proof) {
        assertThatThrownBy(() -> check(proof, Proofs.NOW))
                .isInstanceOf(AgentctlException.class)
                .hasMessageStartingWith("the presigned request is not one that agentctl makes");
    }

    @Test
    void whatTheClientSignsIsTaken() {
        PresignedCheck.Checked checked = check(Proofs.usual(), Proofs.NOW);

        assertThat(checked.url().getHost()).isEqualTo("sts.eu-central-1.amazonaws.com");
        assertThat(checked.until()).isEqualTo(Proofs.NOW.plusSeconds(60));
        assertThat(checked.headers()).containsOnlyKeys(PresignedCheck.AUDIENCE, PresignedCheck.NONCE);
    }

    @Test
    void nothingOfItGetsIntoALog() {
        assertThat(PresignedRequest.parse(Proofs.usual())).hasToString("PresignedRequest[***]");
        assertThat(check(Proofs.usual(), Proofs.NOW).toString()).doesNotContain("Signature", "http");
    }

    @ParameterizedTest
    @CsvSource({"59, true", "60, false", "-300, true", "-301, false"})
    void itIsGoodForItsTime(int seconds, boolean good) {
        Instant now = Proofs.NOW.plusSeconds(seconds);

        if (good) {
            assertThat(check(Proofs.usual(), now)).isNotNull();
        } else {
            assertThatThrownBy(() -> check(Proofs.usual(), now)).hasMessage("the presigned request has expired");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"901", "999", "0", "-5", "60000", "1e2", ""})
    void itCannotBeGoodForLong(String expires) {
        refused(Proofs.changedUrl(Proofs.usual(), "X-Amz-Expires=60", "X-Amz-Expires=" + expires));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sts.eu-central-1.amazonaws.com.evil.com/",
                "https://evil.com/?x=sts.eu-central-1.amazonaws.com/",
                "https://sts.eu-central-1.amazonaws.com@evil.com/",
                "https://user@sts.eu-central-1.amazonaws.com/",
                "https://sts.eu-central-1.amazonaws.com:8443/",
                "https://sts.eu-central-1.amazonaws.com/x",
                "https://sts.eu-central-1.amazonaws.com/..",
                "http://sts.eu-central-1.amazonaws.com/",
                "https://s3.eu-central-1.amazonaws.com/",
                "https://sts.eu_central_1.amazonaws.com/",
                "https://sts.cn-north-1.amazonaws.com.cn/",
                "https://sts.us-gov-west-1.amazonaws.com/",
                "https://sts.a.b.amazonaws.com/",
                "https://127.0.0.1/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "file:///",
                "//sts.eu-central-1.amazonaws.com/",
                "ftp://sts.eu-central-1.amazonaws.com/"
            })
    void itGoesNowhereButToSts(String elsewhere) {
        refused(Proofs.changedUrl(Proofs.usual(), "https://sts.eu-central-1.amazonaws.com/", elsewhere));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sts.amazonaws.com",
                "sts.us-east-1.amazonaws.com",
                "sts.ap-southeast-2.amazonaws.com",
                "sts-fips.us-west-2.amazonaws.com"
            })
    void allEndpointsOfThePartitionAreKnown(String host) {
        assertThat(AWS.accept(URI.create("https://" + host + "/"))).isTrue();
        assertThat(AWS.accept(URI.create("https://" + host + ":443"))).isTrue();
        assertThat(new StsEndpoints(Partition.CHINA, Optional.empty()).accept(URI.create("https://" + host)))
                .isFalse();
    }

    @Test
    void whereOneEndpointIsNamedNoOtherCounts() {
        StsEndpoints sandbox = new StsEndpoints(Partition.AWS, Optional.of(URI.create("http://127.0.0.1:4566")));

        assertThat(sandbox.accept(URI.create("http://127.0.0.1:4566/"))).isTrue();
        assertThat(sandbox.accept(URI.create("http://127.0.0.1:4567/"))).isFalse();
        assertThat(sandbox.accept(URI.create("https://127.0.0.1:4566/"))).isFalse();
        assertThat(sandbox.accept(URI.create("https://sts.amazonaws.com/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=AssumeRole",
                "Action=GetCallerIdentity&Action=AssumeRole",
                "action=AssumeRole&Action=GetCallerIdentity",
                "Action=GetCallerIdentity&RoleArn=x",
                "Action=GetCallerIdentity&X-Amz-Expires=60",
                "Action=getcalleridentity",
                "Action=GetCallerIdentity&",
                "Action=GetCallerIdentity%00",
                "Action=GetCallerIdentity%",
                "Action"
            })
    void itAsksForNothingElse(String action) {
        refused(Proofs.changedUrl(Proofs.usual(), "Action=GetCallerIdentity", action));
    }

    @Test
    void everyPartOfTheQueryIsNeeded() {
        refused(Proofs.changed(
                Proofs.usual(),
                document -> document.put("url", document.get("url").textValue().replaceAll("&?X-Amz-Expires=60", ""))));
        refused(Proofs.changed(
                Proofs.usual(),
                document -> document.put("url", document.get("url").textValue().replaceAll("\\?.*", ""))));
        refused(Proofs.changedUrl(Proofs.usual(), "%2Fsts%2Faws4_request", "%2Fs3%2Faws4_request"));
        refused(Proofs.changedUrl(Proofs.usual(), "X-Amz-SignedHeaders=host%3B", "X-Amz-SignedHeaders="));
        refused(Proofs.changedUrl(Proofs.usual(), "%3Bx-agentctl-nonce&", "&"));
    }

    @Test
    void itsHeadersAreTheTwoThatAreSigned() {
        refused(Proofs.changed(
                Proofs.usual(), document -> document.withObject("/headers").put("x-more", "1")));
        refused(Proofs.changed(
                Proofs.usual(), document -> document.withObject("/headers").remove(PresignedCheck.NONCE)));
        refused(Proofs.changed(
                Proofs.usual(), document -> document.withObject("/headers").put(PresignedCheck.NONCE, "short")));
        refused(Proofs.changed(
                Proofs.usual(), document -> document.withObject("/headers").put(PresignedCheck.NONCE, "a\r\nb: c")));
    }

    @Test
    void whatIsNotItsDocumentIsRefused() {
        refused("");
        refused("!!!");
        refused(Proofs.encoded("[]"));
        refused(Proofs.encoded("{\"method\":\"GET\"}"));
        refused(Proofs.encoded("{\"method\":\"GET\",\"method\":\"GET\",\"url\":\"\",\"headers\":{}}"));
        refused(Proofs.encoded("{\"method\":\"GET\",\"url\":1,\"headers\":{}}"));
        refused(Proofs.encoded("{\"method\":\"GET\",\"url\":\"\",\"headers\":[]} x"));
        refused("A".repeat(PresignedRequest.MOST_CHARACTERS + 1));
        refused(Proofs.changed(Proofs.usual(), document -> document.put("method", "POST")));
        refused(Proofs.changed(Proofs.usual(), document -> document.put("body", "Action=AssumeRole")));
    }

    @Test
    void oneForAnotherIsForeign() {
        String foreign = Proofs.signed(
                URI.create("https://sts.amazonaws.com"), "sandbox", "https://plane.example.com.evil.com", Proofs.NOW);

        assertThatThrownBy(() -> check(foreign, Proofs.NOW))
                .hasMessage("the presigned request was signed for another control plane");
        assertThatThrownBy(() -> new PresignedCheck(AWS, Set.of())
                        .check(PresignedRequest.parse(Proofs.usual()), Proofs.NOW.plus(Duration.ofSeconds(1))))
                .hasMessage("the presigned request was signed for another control plane");
    }
}
