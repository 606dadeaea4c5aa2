package io.agentctl.plane.configuration;

import io.agentctl.control.remote.identity.AwsProof;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.identity.StsEndpoints.Partition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How callers prove who they are.
 *
 * @param audiences the URLs or names that callers sign their proof for; proofs for another are refused. None: nobody
 *     can sign in by AWS identity
 * @param partition the part of AWS whose principals are known
 * @param sts an endpoint to be asked instead of AWS's own, for the sandbox
 * @param tokens a file of bearer tokens, beside those in the table
 * @param session how long a console stays signed in
 */
public record IdentitySection(
        Set<String> audiences, Partition partition, Optional<URI> sts, Optional<Path> tokens, Duration session) {

    static final List<String> KEYS = List.of("audience", "partition", "sts", "tokens", "session");

    private static final Duration USUAL_SESSION = Duration.ofHours(8);
    private static final int LONGEST_AUDIENCE = 200;

    public IdentitySection {
        audiences = Set.copyOf(audiences);
    }

    /** Whether there is any way to prove it. */
    boolean asksWho() {
        return !audiences.isEmpty() || tokens.isPresent();
    }

    static IdentitySection read(Form form) {
        return new IdentitySection(
                audiences(form),
                form.word("partition", partitions()).orElse(Partition.AWS),
                form.value("sts", IdentitySection::endpoint, "an http or https URL"),
                form.value("tokens", Path::of, "a path"),
                Values.duration(form, "session", USUAL_SESSION, Duration.ofMinutes(1), Duration.ofDays(7)));
    }

    private static Set<String> audiences(Form form) {
        Set<String> audiences = new TreeSet<>();
        form.texts("audience").forEach(text -> {
            try {
                audiences.add(audience(text));
            } catch (IllegalArgumentException ignored) {
                form.findings()
                        .error(
                                form.valuePosition("audience"),
                                "'audience' must be URLs or names of this control plane, up to " + LONGEST_AUDIENCE
                                        + " visible characters of ASCII, not '" + text + "'");
            }
        });
        return audiences;
    }

    private static Map<String, Partition> partitions() {
        return Stream.of(Partition.values()).collect(Collectors.toMap(Partition::text, Function.identity()));
    }

    /** It travels in a header. */
    private static String audience(String text) {
        if (text.length() > LONGEST_AUDIENCE || !text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
            throw new IllegalArgumentException(text);
        }
        return AwsProof.audience(URI.create(text));
    }

    private static URI endpoint(String text) {
        URI endpoint = URI.create(text);
        if (endpoint.getHost() == null || !List.of("http", "https").contains(endpoint.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return endpoint;
    }
}
