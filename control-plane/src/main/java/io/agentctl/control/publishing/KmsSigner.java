package io.agentctl.control.publishing;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.Signer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignResponse;

/**
 * Signs with a KMS key, which never leaves KMS. The 32 bytes of the digest are the message, not its hash, so that
 * whoever verifies needs to know nothing of KMS but the algorithm's name.
 */
public final class KmsSigner implements Signer {

    /** Those that runtimes can verify, the shortest signature first. */
    private static final List<String> ALGORITHMS = List.of(
            "ED25519_SHA_512",
            "ECDSA_SHA_256",
            "ECDSA_SHA_384",
            "ECDSA_SHA_512",
            "RSASSA_PSS_SHA_256",
            "RSASSA_PSS_SHA_384",
            "RSASSA_PSS_SHA_512",
            "RSASSA_PKCS1_V1_5_SHA_256");

    private final KmsClient client;
    private final String key;

    /**
     * Signs with a key.
     *
     * @param key its id, ARN or alias
     */
    public KmsSigner(KmsClient client, String key) {
        this.client = client;
        this.key = key;
    }

    @Override
    public PolicyVersion.Signature sign(String digest) {
        try {
            String algorithm = algorithm(client.getPublicKey(request -> request.keyId(key)));
            SignResponse signed = client.sign(request -> request.keyId(key)
                    .signingAlgorithm(algorithm)
                    .messageType(MessageType.RAW)
                    .message(SdkBytes.fromByteArray(HexFormat.of().parseHex(digest))));
            return new PolicyVersion.Signature(
                    algorithm,
                    signed.keyId(),
                    Base64.getEncoder().encodeToString(signed.signature().asByteArray()));
        } catch (SdkException failure) {
            throw new PolicyException(
                    PolicyException.Kind.UNREACHABLE,
                    "KMS key " + key + " cannot sign: " + failure.getMessage(),
                    "",
                    failure);
        }
    }

    private String algorithm(GetPublicKeyResponse described) {
        List<String> offered = described.signingAlgorithmsAsStrings();
        return ALGORITHMS.stream()
                .filter(offered::contains)
                .filter(ignored -> described.keyUsage() == KeyUsageType.SIGN_VERIFY)
                .findFirst()
                .orElseThrow(() -> new PolicyException(
                        PolicyException.Kind.NOT_TRUSTED,
                        "KMS key " + key + " is for " + described.keyUsageAsString() + " with " + offered
                                + ", and signs no policies",
                        "create one: aws kms create-key --key-usage SIGN_VERIFY --key-spec ECC_NIST_P256",
                        null));
    }
}
