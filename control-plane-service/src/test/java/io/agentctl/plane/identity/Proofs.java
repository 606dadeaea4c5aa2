package io.agentctl.plane.identity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.remote.identity.AwsProof;
import io.agentctl.control.remote.identity.StsEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Proofs as the client makes them, and changed ones. */
final class Proofs {

    static final String AUDIENCE = "https://plane.example.com";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();

    private Proofs() {}

    static String signed(URI sts, String key, String audience, Instant at) {
        return new AwsProof(
                        () -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "sandbox")),
                        StsEndpoint.at(sts, Optional.of("eu-central-1")),
                        audience,
                        new SecureRandom(),
                        Clock.fixed(at, ZoneOffset.UTC))
                .headers()
                .get("Authorization")
                .substring("AWS-STS ".length());
    }

    /** One for AWS itself, that no AWS would take. */
    static String usual() {
        return signed(URI.create("https://sts.eu-central-1.amazonaws.com"), "sandbox", AUDIENCE, NOW);
    }

    static String changed(String proof, Consumer<ObjectNode> change) {
        try {
            ObjectNode document =
                    (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(proof));
            change.accept(document);
            return encoded(document.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String changedUrl(String proof, String from, String to) {
        return changed(proof, document -> {
            String url = document.get("url").textValue();
            if (!url.contains(from)) {
                throw new AssertionError(url);
            }
            document.put("url", url.replace(from, to));
        });
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
