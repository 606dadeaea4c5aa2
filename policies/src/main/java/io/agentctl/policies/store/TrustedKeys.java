package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The public keys whose signatures count. Verifying needs neither network nor KMS: the public half of a KMS key is
 * fetched once, with {@code aws kms get-public-key}.
 */
public final class TrustedKeys {

    /** No signature is asked for. */
    public static final TrustedKeys NONE = new TrustedKeys(List.of());

    /** What a signature's algorithm means to the JDK; the KMS names are those of {@code SigningAlgorithmSpec}. */
    private static final Map<String, Scheme> SCHEMES = Map.ofEntries(
            Map.entry(KeyFileSigner.ED25519, new Scheme("EdDSA", "Ed25519", Optional.empty())),
            Map.entry("ED25519_SHA_512", new Scheme("EdDSA", "Ed25519", Optional.empty())),
            Map.entry("ECDSA_SHA_256", new Scheme("EC", "SHA256withECDSA", Optional.empty())),
            Map.entry("ECDSA_SHA_384", new Scheme("EC", "SHA384withECDSA", Optional.empty())),
            Map.entry("ECDSA_SHA_512", new Scheme("EC", "SHA512withECDSA", Optional.empty())),
            Map.entry("RSASSA_PKCS1_V1_5_SHA_256", new Scheme("RSA", "SHA256withRSA", Optional.empty())),
            Map.entry("RSASSA_PSS_SHA_256", new Scheme("RSA", "RSASSA-PSS", Optional.of(pss("SHA-256", 32)))),
            Map.entry("RSASSA_PSS_SHA_384", new Scheme("RSA", "RSASSA-PSS", Optional.of(pss("SHA-384", 48)))),
            Map.entry("RSASSA_PSS_SHA_512", new Scheme("RSA", "RSASSA-PSS", Optional.of(pss("SHA-512", 64)))));

    private final List<PublicKey> keys;

    private TrustedKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** How a signature is checked: with keys of which kind, and by what. */
    private record Scheme(String keyAlgorithm, String algorithm, Optional<PSSParameterSpec> parameters) {}

    /** As KMS signs: the salt is as long as the hash (RFC 8017, 9.1). */
    private static PSSParameterSpec pss(String hash, int salt) {
        return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    /**
     * Reads public keys: PEM, one or several blocks {@code PUBLIC KEY}.
     *
     * @param source the file's name, for messages
     * @throws PolicyException NOT_TRUSTED if there is none, or one is of a kind that signs no policies
     */
    public static TrustedKeys read(String source, String pem) {
        List<PublicKey> keys = new ArrayList<>();
        for (byte[] encoded : Pem.blocks("PUBLIC KEY", source, pem)) {
            keys.add(key(source, encoded));
        }
        return new TrustedKeys(keys);
    }

    private static PublicKey key(String source, byte[] encoded) {
        GeneralSecurityException last = null;
        for (String algorithm : List.of("EdDSA", "EC", "RSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            } catch (GeneralSecurityException other) {
                last = other;
            }
        }
        throw Pem.bad(source, "holds a public key that is neither Ed25519, EC nor RSA", last);
    }

    /** True if signatures are asked for. */
    public boolean required() {
        return !keys.isEmpty();
    }

    /** The keys' fingerprints, to show. */
    public List<String> fingerprints() {
        return keys.stream().map(KeyFingerprint::of).toList();
    }

    /**
     * Refuses a version that no trusted key signed. Does nothing if no key is trusted.
     *
     * @throws PolicyException NOT_TRUSTED, saying what is wrong with its signature
     */
    public void require(PolicyVersion version) {
        if (!required()) {
            return;
        }
        PolicyVersion.Signature signature = version.signature()
                .orElseThrow(() -> refused(version, "is not signed", "publish it again with --sign"));
        Scheme scheme = SCHEMES.get(signature.algorithm());
        if (scheme == null) {
            throw refused(version, "is signed with " + signature.algorithm() + ", which is not known here", "");
        }
        byte[] message = HexFormat.of().parseHex(version.ref().digest());
        boolean valid = keys.stream()
                .filter(key -> key.getAlgorithm().equals(scheme.keyAlgorithm()))
                .anyMatch(key -> verifies(key, scheme, message, signature.value()));
        if (!valid) {
            throw refused(
                    version,
                    "is signed by " + signature.keyId() + ", but that is the signature of no key that is trusted: "
                            + fingerprints().stream().collect(Collectors.joining(", ")),
                    "publish it with a trusted key, or trust that one");
        }
    }

    private static boolean verifies(PublicKey key, Scheme scheme, byte[] message, String signature) {
        try {
            Signature verifier = Signature.getInstance(scheme.algorithm());
            if (scheme.parameters().isPresent()) {
                verifier.setParameter(scheme.parameters().get());
            }
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException ignored) {
            return false;
        }
    }

    private static PolicyException refused(PolicyVersion version, String how, String advice) {
        return new PolicyException(
                PolicyException.Kind.NOT_TRUSTED,
                "version " + version.ref() + " of policy " + version.policy() + " " + how,
                advice,
                null);
    }
}
