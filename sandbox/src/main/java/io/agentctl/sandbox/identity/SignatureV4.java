package io.agentctl.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 4 in the query of a link, as AWS documents it, written here once more so that the SDK's own does
 * not judge itself.
 */
public final class SignatureV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNATURE = "X-Amz-Signature";

    private SignatureV4() {}

    /**
     * The signature that a link should carry.
     *
     * @param method of the request, which has no body
     * @param path as it was sent
     * @param rawQuery as it was sent
     * @param headers a header's value by its name in lower case
     * @param secret the secret access key
     */
    public static String of(String method, String path, String rawQuery, UnaryOperator<String> headers, String secret) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        String signed = parameters.getOrDefault("X-Amz-SignedHeaders", "").replace("%3B", ";");
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(SIGNATURE))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        String lines = List.of(signed.split(";")).stream()
                .map(name -> name + ":" + headers.apply(name).trim().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", method, path.isEmpty() ? "/" : path, query, lines, signed, hex(sha256("")));
        String scope = parameters.getOrDefault("X-Amz-Credential", "").replace("%2F", "/");
        String[] parts = scope.split("/");
        if (parts.length != 5) {
            return "";
        }
        String toSign = String.join(
                "\n",
                ALGORITHM,
                parameters.getOrDefault("X-Amz-Date", ""),
                scope.substring(scope.indexOf('/') + 1),
                hex(sha256(request)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(parts).subList(1, parts.length)) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
