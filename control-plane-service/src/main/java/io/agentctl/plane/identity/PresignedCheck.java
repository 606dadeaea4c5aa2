package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that can be told of a presigned request without asking AWS: that it asks for nothing but the identity of whoever
 * signed it, at STS, now, and for this control plane. Everything that is not known to be needed is refused. STS itself
 * would take a request for 15 minutes whatever its X-Amz-Expires says, so that is held here.
 *
 * @param endpoints where requests may go
 * @param audiences what this control plane is called by those who sign for it
 */
record PresignedCheck(StsEndpoints endpoints, Set<String> audiences) {

    static final String AUDIENCE = "x-agentctl-audience";
    static final String NONCE = "x-agentctl-nonce";

    private static final String SIGNED_HEADERS = "host;" + AUDIENCE + ";" + NONCE;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** How far the caller's clock may be ahead; AWS allows as much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Every parameter that may be there, and what it may be. */
    private static final Map<String, Pattern> PARAMETERS = Map.of(
            "Action", Pattern.compile("GetCallerIdentity"),
            "Version", Pattern.compile("2011-06-15"),
            "X-Amz-Algorithm", Pattern.compile("AWS4-HMAC-SHA256"),
            "X-Amz-Credential", Pattern.compile("[\\w-]{4,128}/\\d{8}/[a-z0-9-]{4,30}/sts/aws4_request"),
            "X-Amz-Date", Pattern.compile("\\d{8}T\\d{6}Z"),
            "X-Amz-Expires", Pattern.compile("[1-9]\\d{0,2}"),
            "X-Amz-SignedHeaders", Pattern.compile(Pattern.quote(SIGNED_HEADERS)),
            "X-Amz-Signature", Pattern.compile("[0-9a-f]{64}"),
            "X-Amz-Security-Token", Pattern.compile("[\\w+/=.-]{1,8000}"));

    private static final Set<String> OPTIONAL = Set.of("X-Amz-Security-Token");

    /** At least 128 bits. */
    private static final Pattern NONCE_FORM = Pattern.compile("[\\w-]{22,64}");

    PresignedCheck {
        audiences = Set.copyOf(audiences);
    }

    /**
     * What is left to be asked of AWS.
     *
     * @param url to be asked for with GET
     * @param headers to be sent along, exactly as they were signed
     * @param nonce good for one use
     * @param until when the request expires
     */
    record Checked(URI url, Map<String, String> headers, String nonce, Instant until) {

        Checked {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Checked[***, until=" + until + "]";
        }
    }

    /** @throws AgentctlException NOT_SIGNED_IN, saying what is wrong */
    Checked check(PresignedRequest request, Instant now) {
        if (!request.method().equals("GET")) {
            throw Refusals.malformed("its method must be GET");
        }
        URI url = url(request.url());
        if (!endpoints.accept(url)) {
            throw Refusals.malformed("it does not go to an STS endpoint that is trusted here");
        }
        Map<String, String> parameters = parameters(url);
        if (!request.headers().keySet().equals(Set.of(AUDIENCE, NONCE))) {
            throw Refusals.malformed("its headers must be " + AUDIENCE + " and " + NONCE);
        }
        if (!audiences.contains(request.headers().get(AUDIENCE))) {
            throw Refusals.foreign();
        }
        String nonce = request.headers().get(NONCE);
        if (!NONCE_FORM.matcher(nonce).matches()) {
            throw Refusals.malformed(NONCE + " must be 22 to 64 letters and digits");
        }
        return new Checked(url, request.headers(), nonce, until(parameters, now));
    }

    private static Instant until(Map<String, String> parameters, Instant now) {
        Instant signed = date(parameters.get("X-Amz-Date"));
        Duration valid = Duration.ofSeconds(Long.parseLong(parameters.get("X-Amz-Expires")));
        if (valid.compareTo(LONGEST) > 0) {
            throw Refusals.malformed("X-Amz-Expires is at most " + LONGEST.toSeconds());
        }
        if (!now.isBefore(signed.plus(valid)) || signed.isAfter(now.plus(AHEAD))) {
            throw Refusals.expired();
        }
        return signed.plus(valid);
    }

    private static Instant date(String text) {
        try {
            return DATE.parse(text, Instant::from);
        } catch (DateTimeParseException ignored) {
            throw Refusals.malformed("X-Amz-Date is no date");
        }
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException ignored) {
            throw Refusals.malformed("its URL is none");
        }
    }

    private static Map<String, String> parameters(URI url) {
        String query = url.getRawQuery();
        Map<String, String> found = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            Pattern form = PARAMETERS.get(name);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (form == null || !form.matcher(value).matches() || found.put(name, value) != null) {
                throw Refusals.malformed("its query has something that is not needed, or twice, or wrong");
            }
        }
        if (!PARAMETERS.keySet().stream()
                .filter(name -> !OPTIONAL.contains(name))
                .allMatch(found::containsKey)) {
            throw Refusals.malformed("its query lacks something");
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ignored) {
            throw Refusals.malformed("its query is not encoded as it should be");
        }
    }
}
