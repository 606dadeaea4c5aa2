package io.agentctl.control.audit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts that will be kept. It knows how the secrets that pass through here look; it is a second
 * line, behind code that does not put them into messages at all.
 */
public final class Secrets {

    private record Mask(Pattern pattern, String instead) {}

    private static final List<Mask> MASKS = List.of(
            new Mask(Pattern.compile("\\b(agentctl\\.[a-z0-9-]{1,64}\\.)[\\w-]{20,}"), "$1***"),
            new Mask(
                    Pattern.compile("(?i)(x-amz-(?:signature|security-token|credential)(?:=|%3D))[^&\\s\"']+"),
                    "$1***"),
            new Mask(
                    Pattern.compile("(?i)\\b((?:authorization|cookie|set-cookie)\"?\\s*[:=]\\s*\"?)[^\\r\\n\"]+"),
                    "$1***"),
            new Mask(Pattern.compile("(?i)\\b(bearer|aws-sts|session) [\\w+/=.~-]{16,}"), "$1 ***"),
            new Mask(Pattern.compile("\\b((?:AKIA|ASIA)[A-Z0-9]{4})[A-Z0-9]{8,}"), "$1***"),
            new Mask(
                    Pattern.compile(
                            "(?i)((?:secret|password|passwd|api[_-]?key|access[_-]?key)[\\w-]{0,20}\"?\\s*[:=]\\s*\"?)"
                                    + "[^\\s\"'&,;]+"),
                    "$1***"),
            // A token's name, token:ci, is no secret.
            new Mask(Pattern.compile("(?i)(token\"?\\s*=\\s*\"?|token\"\\s*:\\s*\"?)[^\\s\"'&,;]+"), "$1***"));

    /** What could end a line, or speak to a terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private Secrets() {}

    /** The same text without what looks like a secret, on one line. */
    public static String masked(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.instead());
        }
        return CONTROL.matcher(masked).replaceAll(" ");
    }
}
