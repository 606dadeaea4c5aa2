package io.agentctl.plane.identity;

import io.agentctl.control.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that nobody guesses, and what is kept in their place. */
final class Secret {

    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits, as 43 characters of base64url. */
    static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * SHA-256 as 64 hex digits. A slow hash protects passwords, which can be guessed; of 256 random bits nobody tries
     * them all.
     */
    static String hash(String secret) {
        return Sha256.hex(secret);
    }

    /** Compares in a time that does not tell where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
