package io.agentctl.sandbox.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as requests name it: by name, by partial or by full ARN, with or without a qualifier.
 *
 * @param name its plain name
 * @param qualifier a version or alias; {@code $LATEST} when the request names none
 */
record FunctionName(String name, String qualifier) {
    static final String LATEST = "$LATEST";

    private static final Pattern FORMS = Pattern.compile("(?:arn:(?:aws[a-zA-Z-]*)?:lambda:[a-z]{2}(?:-[a-z]+)+-\\d:)?"
            + "(?:\\d{12}:)?(?:function:)?([a-zA-Z0-9-_]{1,64})(?::(\\$LATEST|[a-zA-Z0-9-_]+))?");

    static FunctionName parse(String text, String qualifierMember) {
        Matcher matcher = FORMS.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw LambdaErrors.invalid("Invalid function name: " + text);
        }
        Optional<String> inside = Optional.ofNullable(matcher.group(2));
        Optional<String> beside = Optional.ofNullable(qualifierMember);
        if (inside.isPresent() && beside.isPresent() && !inside.equals(beside)) {
            throw LambdaErrors.invalid(
                    "The derived qualifier from the function name does not match the specified" + " qualifier.");
        }
        return new FunctionName(matcher.group(1), beside.or(() -> inside).orElse(LATEST));
    }
}
