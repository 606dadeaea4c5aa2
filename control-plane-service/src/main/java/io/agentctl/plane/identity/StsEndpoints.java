package io.agentctl.plane.identity;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where presigned requests may be sent. A control plane that sent them wherever they say would believe whoever answers.
 *
 * @param partition of AWS, whose principals are known here
 * @param only the one endpoint that counts instead, for the sandbox
 */
public record StsEndpoints(Partition partition, Optional<URI> only) {

    private static final int HTTPS = 443;

    /** Parts of AWS that know nothing of each other's accounts. */
    public enum Partition {
        /** The usual one. */
        AWS(
                "aws",
                "sts(-fips)?\\.(?!cn-|us-gov-|us-iso)[a-z]{2}(-[a-z]+)+-\\d{1,2}\\.amazonaws\\.com|sts\\.amazonaws\\.com"),
        /** The regions in China. */
        CHINA("aws-cn", "sts\\.cn-[a-z]+-\\d{1,2}\\.amazonaws\\.com\\.cn"),
        /** GovCloud in the United States. */
        US_GOV("aws-us-gov", "sts\\.us-gov-[a-z]+-\\d{1,2}\\.amazonaws\\.com");

        private final String text;
        private final Pattern hosts;

        Partition(String text, String hosts) {
            this.text = text;
            this.hosts = Pattern.compile(hosts);
        }

        /** As it stands in ARNs. */
        public String text() {
            return text;
        }
    }

    /** Whether a request may go there. */
    public boolean accept(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null || !isRoot(url)) {
            return false;
        }
        return only.map(endpoint -> endpoint.getScheme().equals(url.getScheme())
                        && endpoint.getHost().equals(url.getHost())
                        && url.getPort() == endpoint.getPort())
                .orElseGet(() -> "https".equals(url.getScheme())
                        && (url.getPort() < 0 || url.getPort() == HTTPS)
                        && partition.hosts.matcher(url.getHost()).matches());
    }

    private static boolean isRoot(URI url) {
        return url.getRawPath().isEmpty() || url.getRawPath().equals("/");
    }
}
