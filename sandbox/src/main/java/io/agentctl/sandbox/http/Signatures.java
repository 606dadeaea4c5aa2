package io.agentctl.sandbox.http;

import io.agentctl.sandbox.identity.SandboxKeys;
import io.agentctl.sandbox.identity.SignatureV4;
import io.agentctl.sandbox.protocol.WireError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/**
 * What the sandbox makes of signatures. Whoever calls for itself may sign with any keys; a link that was signed by one
 * and is followed by another is checked as AWS does, so that what is built upon such links can be tried.
 */
final class Signatures {
    /** AWS takes no link for longer, whatever it says of itself: STS ignores X-Amz-Expires. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private Signatures() {}

    /** What is wrong with the signature in a link. Dates are compared with the time of this world. */
    static Optional<WireError> fault(Request request, Instant now) {
        Map<String, String> parameters = Parameters.of(request.uri());
        String signature = parameters.getOrDefault("X-Amz-Signature", "");
        if (!SIGNATURE.matcher(signature).matches() || request.accessKey().isEmpty()) {
            return Optional.of(new WireError(
                    "IncompleteSignature", "IncompleteSignature", "The link is not signed.", BAD_REQUEST));
        }
        Optional<Instant> signed = date(parameters.getOrDefault("X-Amz-Date", ""));
        if (signed.isEmpty() || now.isAfter(signed.get().plus(LONGEST))) {
            return Optional.of(mismatch("Signature expired: signed at " + parameters.get("X-Amz-Date") + "."));
        }
        if (signed.get().isAfter(now.plus(LONGEST))) {
            return Optional.of(mismatch("Signature not yet current: signed at " + parameters.get("X-Amz-Date") + "."));
        }
        URI uri = request.uri();
        return SandboxKeys.secret(request.accessKey())
                .filter(secret -> !SignatureV4.of(
                                request.method(), uri.getRawPath(), uri.getRawQuery(), request::header, secret)
                        .equals(signature))
                .map(secret -> mismatch(
                        "The request signature we calculated does not match the signature you" + " provided."));
    }

    /** Lets the one service that asks know who signed. */
    static SdkRequest signed(Request request, SdkRequest decoded) {
        return decoded instanceof GetCallerIdentityRequest identity
                ? SandboxKeys.signedBy(identity, request.accessKey())
                : decoded;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DATE.parse(text, Instant::from));
        } catch (DateTimeParseException ignored) {
            return Optional.empty();
        }
    }

    private static WireError mismatch(String message) {
        return new WireError("SignatureDoesNotMatch", "SignatureDoesNotMatch", message, FORBIDDEN);
    }
}
