package io.agentctl.runtime.http;

import io.agentctl.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call: names by the SHA-256 of their bearer tokens, which are random and long, so that no salt is needed. */
final class Tokens {

    private static final String SCHEME = "bearer ";
    private static final int DIGEST = 32;

    private final Map<String, byte[]> digests;

    private Tokens(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Reads a file of lines {@code name: digest in hex}; empty lines and those that start with {@code #} say nothing.
     *
     * @throws ConfigurationException if a line is something else
     */
    static Tokens parse(String file, String text) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            try {
                byte[] digest =
                        HexFormat.of().parseHex(line.substring(colon + 1).strip());
                if (colon < 1 || digest.length != DIGEST) {
                    throw new IllegalArgumentException();
                }
                digests.put(line.substring(0, colon).strip(), digest);
            } catch (IllegalArgumentException ignored) {
                // The line itself may be a token that somebody forgot to hash.
                throw new ConfigurationException(
                        "%s:%d:1: must be a name, a colon, and a SHA-256 in hex".formatted(file, number));
            }
        }
        return new Tokens(digests);
    }

    /** Whose token an Authorization header bears. All are compared, each in constant time. */
    Optional<String> caller(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] digest = sha256(authorization.substring(SCHEME.length()).strip());
        String caller = null;
        for (Map.Entry<String, byte[]> entry : digests.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue(), digest)) {
                caller = entry.getKey();
            }
        }
        return Optional.ofNullable(caller);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java runtime has SHA-256", every);
        }
    }
}
