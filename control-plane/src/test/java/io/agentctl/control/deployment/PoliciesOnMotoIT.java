package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.permission.Names;
import io.agentctl.control.permission.PolicyDocument;
import io.agentctl.control.permission.Role;
import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies given to the IAM of moto, which checks their grammar. */
class PoliciesOnMotoIT {

    private static final Names NAMES = new Names(
            "aws",
            "eu-central-1",
            "123456789012",
            "acme",
            "acme",
            List.of("api", "worker"),
            List.of("acme-governance"),
            List.of("acme-sessions"),
            "acme/*",
            "acme-perf");

    private static MotoServer moto;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itTakesThePolicyOfEachRole(Role role) throws IOException, InterruptedException {
        for (PolicyDocument part : role.policy(NAMES).parts()) {
            HttpResponse<String> answer = create(role.title(), part.text());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("policy/" + role.title());
        }
    }

    private static HttpResponse<String> create(String name, String document) throws IOException, InterruptedException {
        String form = "Action=CreatePolicy&Version=2010-05-08&PolicyName=" + name + "&PolicyDocument="
                + URLEncoder.encode(document, StandardCharsets.UTF_8);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(moto.endpoint())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request,"
                                            + " SignedHeaders=host, Signature=0")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
