package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final KeyPair PAIR = TestKeys.pair("Ed25519");
    private static final KeyPair OTHER = TestKeys.pair("Ed25519");
    private static final KeyPair RSA = TestKeys.pair("RSA");
    private static final String DIGEST = "ab".repeat(32);

    /** RFC 8032, 7.1, test 1: the secret key, as {@code openssl genpkey} would write it. */
    private static final String OPENSSL_KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    /** RFC 8032, 7.1, test 1: the public key, in an encoding for public keys (RFC 8410). */
    private static final String RFC_PUBLIC =
            "302a300506032b6570032100" + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static PolicyVersion version(String digest, PolicyVersion.Signature signature) {
        return new PolicyVersion(
                new PolicyId("token-cap"),
                new VersionRef(1, digest),
                "text",
                Optional.ofNullable(signature),
                "alice",
                "",
                Instant.EPOCH);
    }

    private static KeyFileSigner signer(KeyPair pair) {
        return KeyFileSigner.read("key.pem", TestKeys.pem("PRIVATE KEY", pair.getPrivate()));
    }

    private static TrustedKeys trusted(KeyPair... pairs) {
        StringBuilder pem = new StringBuilder("# the team's keys\n");
        for (KeyPair pair : pairs) {
            pem.append(TestKeys.pem("PUBLIC KEY", pair.getPublic()));
        }
        return TrustedKeys.read("trusted.pem", pem.toString());
    }

    @Test
    void whatAnyTrustedKeySignedIsAccepted() {
        PolicyVersion signed = version(DIGEST, signer(PAIR).sign(DIGEST));

        assertThatCode(() -> trusted(RSA, OTHER, PAIR).require(signed)).doesNotThrowAnyException();
        assertThatCode(() -> TrustedKeys.NONE.require(version(DIGEST, null))).doesNotThrowAnyException();
        assertThat(trusted(PAIR).fingerprints()).containsExactly(signer(PAIR).fingerprint());
    }

    @Test
    void aKeyFileIsNamedByThePublicKeyThatTheStandardDerives() {
        TrustedKeys keys = TrustedKeys.read(
                "rfc.pem",
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(RFC_PUBLIC))
                        + "\n-----END PUBLIC KEY-----");
        KeyFileSigner signer = KeyFileSigner.read("key.pem", OPENSSL_KEY);

        assertThat(keys.fingerprints()).containsExactly(signer.fingerprint());
        assertThatCode(() -> keys.require(version(DIGEST, signer.sign(DIGEST)))).doesNotThrowAnyException();
    }

    @Test
    void whatAnotherKeySignedIsRefused() {
        PolicyVersion signed = version(DIGEST, signer(OTHER).sign(DIGEST));

        assertThatThrownBy(() -> trusted(PAIR, RSA).require(signed))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("version 1 of policy token-cap is signed by SHA256:")
                .hasMessageContaining("no key that is trusted");
    }

    @Test
    void aSignatureOfOtherContentIsRefused() {
        PolicyVersion.Signature signature = signer(PAIR).sign("cd".repeat(32));

        assertThatThrownBy(() -> trusted(PAIR).require(version(DIGEST, signature)))
                .hasMessageContaining("no key that is trusted");
    }

    @Test
    void whatIsNotSignedOrSignedInAnUnknownWayIsRefused() {
        assertThatThrownBy(() -> trusted(PAIR).require(version(DIGEST, null)))
                .hasMessageContaining("version 1 of policy token-cap is not signed");
        assertThatThrownBy(() ->
                        trusted(PAIR).require(version(DIGEST, new PolicyVersion.Signature("none", "key", "AAAA"))))
                .hasMessageContaining("is signed with none, which is not known here");
        assertThatThrownBy(() -> trusted(PAIR)
                        .require(version(DIGEST, new PolicyVersion.Signature("Ed25519", "key", "not base64!"))))
                .hasMessageContaining("no key that is trusted");
    }

    @Test
    void anRsaSignatureAsKmsMakesItIsAccepted() throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(RSA.getPrivate());
        signer.update(HexFormat.of().parseHex(DIGEST));
        String value = Base64.getEncoder().encodeToString(signer.sign());

        PolicyVersion signed =
                version(DIGEST, new PolicyVersion.Signature("RSASSA_PKCS1_V1_5_SHA_256", "arn:aws:kms:…", value));

        assertThatCode(() -> trusted(RSA).require(signed)).doesNotThrowAnyException();
    }

    @Test
    void filesThatHoldNoKeySaySo() {
        assertThatThrownBy(() -> TrustedKeys.read("trusted.pem", TestKeys.pem("PRIVATE KEY", PAIR.getPrivate())))
                .hasMessage("trusted.pem holds no PEM block PUBLIC KEY, but PRIVATE KEY");
        assertThatThrownBy(() -> KeyFileSigner.read("key.pem", TestKeys.pem("PRIVATE KEY", RSA.getPrivate())))
                .hasMessageContaining("key.pem is not an Ed25519 private key");
        assertThatThrownBy(() -> KeyFileSigner.read("key.pem", "hello")).hasMessageContaining("holds no PEM block");
    }
}
