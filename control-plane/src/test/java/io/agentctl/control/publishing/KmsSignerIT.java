package io.agentctl.control.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.testing.MotoServer;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.TrustedKeys;
import io.agentctl.policies.store.VersionRef;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** What a KMS key signs, its public half verifies here. moto stands in for KMS, which the sandbox does not have. */
class KmsSignerIT {

    private static final String DIGEST = "ab".repeat(32);
    private static MotoServer moto;
    private static AwsClients aws;

    @BeforeAll
    static void start() throws Exception {
        moto = MotoServer.start(Map.of());
        aws = new AwsClients(AwsSettings.sandbox(moto.endpoint(), "us-east-1"));
    }

    @AfterAll
    static void stop() {
        if (aws != null) {
            aws.close();
            moto.close();
        }
    }

    private static String key(KeySpec spec, KeyUsageType usage) {
        return aws.kms()
                .createKey(request -> request.keySpec(spec).keyUsage(usage))
                .keyMetadata()
                .arn();
    }

    private static TrustedKeys publicKey(String key) {
        byte[] encoded = aws.kms()
                .getPublicKey(request -> request.keyId(key))
                .publicKey()
                .asByteArray();
        return TrustedKeys.read(
                "kms.pem",
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END PUBLIC KEY-----");
    }

    private static PolicyVersion version(String digest, PolicyVersion.Signature signature) {
        return new PolicyVersion(
                new PolicyId("token-cap"),
                new VersionRef(1, digest),
                "text",
                Optional.of(signature),
                "alice",
                "",
                Instant.EPOCH);
    }

    /** Without RSA: moto salts RSASSA-PSS with as many bytes as fit, KMS with as many as the hash has. */
    @ParameterizedTest
    @ValueSource(strings = {"ECC_NIST_P256", "ECC_NIST_P384"})
    void whatKmsSignsIsVerifiedWithoutIt(String spec) {
        String key = key(KeySpec.fromValue(spec), KeyUsageType.SIGN_VERIFY);

        PolicyVersion.Signature signature = new KmsSigner(aws.kms(), key).sign(DIGEST);

        assertThat(signature.keyId()).isEqualTo(key);
        assertThatCode(() -> publicKey(key).require(version(DIGEST, signature))).doesNotThrowAnyException();
        assertThatThrownBy(() -> publicKey(key).require(version("cd".repeat(32), signature)))
                .hasMessageContaining("no key that is trusted");
    }

    @Test
    void aKeyForEncryptionIsRefused() {
        String key = key(KeySpec.RSA_2048, KeyUsageType.ENCRYPT_DECRYPT);

        assertThatThrownBy(() -> new KmsSigner(aws.kms(), key).sign(DIGEST)).hasMessageContaining("signs no policies");
    }
}
