package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in the text form that OpenSSL writes. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private Pem() {}

    /**
     * The blocks of one kind.
     *
     * @param label {@code PUBLIC KEY} or {@code PRIVATE KEY}
     * @param source where the text is from, for messages
     * @return at least one
     */
    static List<byte[]> blocks(String label, String source, String text) {
        List<byte[]> blocks = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(label)) {
                blocks.add(decoded(source, matcher.group(2)));
            } else {
                others.add(matcher.group(1));
            }
        }
        if (blocks.isEmpty()) {
            throw bad(
                    source,
                    "holds no PEM block " + label + (others.isEmpty() ? "" : ", but " + String.join(", ", others)),
                    null);
        }
        return blocks;
    }

    private static byte[] decoded(String source, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw bad(source, "is not base64: " + malformed.getMessage(), malformed);
        }
    }

    static PolicyException bad(String source, String how, Throwable cause) {
        return new PolicyException(
                PolicyException.Kind.NOT_TRUSTED,
                source + " " + how,
                "a signing key: openssl genpkey -algorithm ed25519 -out key.pem; its public key: openssl pkey -in"
                        + " key.pem -pubout; of a KMS key: aws kms get-public-key --key-id ID --query PublicKey"
                        + " --output text, as a PUBLIC KEY block",
                cause);
    }
}
