package io.agentctl.plane.identity;

import java.util.Set;

/**
 * Somebody who has proved who they are.
 *
 * @param name for AWS the ARN of a user, or of a role followed by {@code #} and the session's name; for a token
 *     {@code token:} and its name; for a schedule {@code schedule:} and its name
 * @param roles what the proof itself carries, without limits: a token's own roles. What the configuration adds to a
 *     name is not among them
 * @param kind how it was proved
 */
public record Caller(String name, Set<Role> roles, Kind kind) {

    /** Ways to prove it. */
    public enum Kind {
        /** By a request that AWS says was signed by this principal. */
        AWS,
        /** By a secret that was handed out. */
        TOKEN,
        /** By being written in the configuration: what is done at its times. */
        SCHEDULE,
        /** By calling from this machine, where nobody is asked more. */
        LOCAL
    }

    static final char SESSION = '#';

    /**
     * Roles of IAM Identity Center, whose sessions it names after people. Elsewhere whoever takes on a role names the
     * session as it pleases them.
     */
    private static final String NAMED_AFTER_PEOPLE = ":role/AWSReservedSSO_";

    public Caller {
        roles = Set.copyOf(roles);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a caller has a name");
        }
    }

    /** The name without that of a session: what stays the same from one session of a role to the next. */
    public String subject() {
        int session = name.indexOf(SESSION);
        return session < 0 ? name : name.substring(0, session);
    }

    /**
     * What stays the same while somebody signs in again and again: the role, for names of its sessions prove nothing;
     * of those who came through IAM Identity Center the session too.
     */
    public String person() {
        return subject().contains(NAMED_AFTER_PEOPLE) ? name : subject();
    }

    /** Whether both may be one person. */
    public boolean maybeSamePerson(Caller other) {
        return person().equals(other.person());
    }
}
