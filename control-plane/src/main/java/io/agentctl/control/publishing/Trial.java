package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A candidate as plans write it: {@code token-cap 3 canary 10% until 1.0% errors or 5.0% more denials in 100}.
 *
 * @param number the version that is tried
 */
record Trial(PolicyId policy, long number, Candidate.Kind kind, int percent, Candidate.Bound bound) {

    private static final Pattern TEXT = Pattern.compile("(" + PolicyId.PATTERN
            + ") (\\d+) (canary|shadow) (\\d+)% until ([\\d.]+)% errors or ([\\d.]+)% more denials in (\\d+)");
    private static final double PERCENT = 100;

    static Trial of(Candidate candidate) {
        return new Trial(
                candidate.policy(),
                candidate.version().number(),
                candidate.kind(),
                candidate.percent(),
                candidate.bound());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws AgentctlException BAD_DOCUMENT if it is something else
     */
    static Trial parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "not a trial of a policy: " + text,
                    "It looks like: token-cap 3 canary 10% until 1% errors or 5% more denials in 100");
        }
        return new Trial(
                new PolicyId(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Candidate.Kind.valueOf(matcher.group(3).toUpperCase(Locale.ROOT)),
                Integer.parseInt(matcher.group(4)),
                new Candidate.Bound(
                        Integer.parseInt(matcher.group(7)),
                        Double.parseDouble(matcher.group(5)) / PERCENT,
                        Double.parseDouble(matcher.group(6)) / PERCENT));
    }

    @Override
    public String toString() {
        return policy + " " + number + " " + kind.name().toLowerCase(Locale.ROOT) + " " + percent + "% until "
                + share(bound.errors()) + "% errors or " + share(bound.denials()) + "% more denials in "
                + bound.requests();
    }

    private static String share(double share) {
        return Double.toString(Math.round(share * PERCENT * 1e6) / 1e6);
    }
}
