package io.agentctl.plane.identity;

import io.agentctl.plane.identity.Caller.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who AWS says has signed.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param arn of the user, or of the role that was taken on
 * @param session the name of the role's session; empty for users
 */
public record AwsPrincipal(String partition, String arn, String session) {

    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):(iam|sts)::(\\d{12}):([\\w+=,.@/-]{1,700})");
    private static final String ASSUMED = "assumed-role/";

    /**
     * Reads what GetCallerIdentity answers. A role that was taken on is named {@code arn:aws:sts::1:assumed-role/R/S}
     * there, and {@code arn:aws:iam::1:role/R} everywhere else; its path is lost.
     *
     * @throws IllegalArgumentException for what is no principal's ARN
     */
    public static AwsPrincipal of(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the ARN of a principal");
        }
        String name = matcher.group(4);
        if (!matcher.group(2).equals("sts") || !name.startsWith(ASSUMED)) {
            return new AwsPrincipal(matcher.group(1), arn, "");
        }
        String[] parts = name.substring(ASSUMED.length()).split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not the ARN of a role's session");
        }
        return new AwsPrincipal(
                matcher.group(1),
                "arn:" + matcher.group(1) + ":iam::" + matcher.group(3) + ":role/" + parts[0],
                parts[1]);
    }

    /** As a caller, without roles of its own. */
    public Caller caller() {
        return new Caller(session.isEmpty() ? arn : arn + Caller.SESSION + session, Set.of(), Kind.AWS);
    }
}
