package io.agentctl.control.settings;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** A named place that commands go to. */
public sealed interface Context {

    /** The name of the context that needs no configuration: the sandbox on this machine. */
    String SANDBOX = "sandbox";

    /** Words of names of contexts that are production. */
    Pattern PRODUCTION =
            Pattern.compile("(?:^|[^a-z])(?:prod|prd|production|live)(?:[^a-z]|$)", Pattern.CASE_INSENSITIVE);

    /** The name under which reads use whatever AWS credentials are around, if no context is named at all. */
    String AMBIENT = "aws";

    /**
     * Whether a context's name says that mistakes there are dear: one of its words is {@code prod}, {@code prd},
     * {@code production} or {@code live}, such as in {@code acme-prod}. Screens show it in red.
     */
    static boolean isProduction(String name) {
        return PRODUCTION.matcher(name).find();
    }

    /** What the user calls it. */
    String name();

    /** The kind, as it is written in the user's configuration. */
    String type();

    /** What distinguishes it, for a list. */
    String details();

    /** An AWS account, as the profile's credentials see it. */
    record Aws(String name, Optional<String> profile, Optional<String> region, Optional<String> project)
            implements Context {

        @Override
        public String type() {
            return "aws";
        }

        @Override
        public String details() {
            return "profile " + profile.orElse("(ambient)")
                    + region.map(r -> ", region " + r).orElse("");
        }
    }

    /** The sandbox on this machine; its endpoint is in its state file. */
    record Sandbox(String name) implements Context {

        @Override
        public String type() {
            return "sandbox";
        }

        @Override
        public String details() {
            return "the sandbox on this machine";
        }
    }

    /** A control plane that works on the user's behalf. */
    record ControlPlane(String name, URI url) implements Context {

        @Override
        public String type() {
            return "control-plane";
        }

        @Override
        public String details() {
            return url.toString();
        }
    }
}
