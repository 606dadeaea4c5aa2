package io.agentctl.runtime.backend;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a back end's requests go to. */
public sealed interface BackendTarget {

    /** Nowhere: the request's context is the answer. */
    record Echo() implements BackendTarget {}

    /** A POST of the request to a URL. */
    record Http(URI url) implements BackendTarget {}

    /**
     * A synchronous invocation.
     *
     * @param function name or ARN
     * @param qualifier alias or version
     */
    record Lambda(String function, Optional<String> qualifier) implements BackendTarget {}

    /**
     * A message in a queue.
     *
     * @param queue name or URL
     */
    record Sqs(String queue) implements BackendTarget {}

    /** Names, and ARNs with or without their qualifier (Lambda API, FunctionName). */
    Pattern FUNCTION = Pattern.compile(
            "(arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:)?([A-Za-z0-9_-]{1,140})(:(\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

    /** Names of queues (SQS API, CreateQueue). */
    Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo");

    /**
     * Reads a target: {@code echo:}, {@code http://host/path} or {@code https://…}, {@code lambda:NAME[:ALIAS]},
     * {@code sqs:NAME-OR-URL}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static BackendTarget parse(String text) {
        int colon = text.indexOf(':');
        String scheme = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (scheme) {
            case "echo" -> echo(text, rest);
            case "http", "https" -> new Http(url(text));
            case "lambda" -> lambda(text, rest);
            case "sqs" -> sqs(text, rest);
            default ->
                throw new IllegalArgumentException(
                        "\"%s\" is no target; there are echo:, http://…, https://…, lambda:NAME[:ALIAS] and sqs:QUEUE"
                                .formatted(text));
        };
    }

    private static BackendTarget echo(String text, String rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("\"%s\": nothing follows echo:".formatted(text));
        }
        return new Echo();
    }

    private static BackendTarget lambda(String text, String rest) {
        var matcher = FUNCTION.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\": after lambda: comes a function's name or ARN, and :ALIAS or :VERSION where it has one"
                            .formatted(text));
        }
        String arn = matcher.group(1) == null ? "" : matcher.group(1);
        return new Lambda(arn + matcher.group(2), Optional.ofNullable(matcher.group(4)));
    }

    private static BackendTarget sqs(String text, String rest) {
        if (rest.startsWith("http://") || rest.startsWith("https://")) {
            return new Sqs(url(rest).toString());
        }
        if (!QUEUE.matcher(rest).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\": after sqs: comes a queue's name (letters, digits, - and _, up to 80) or its URL"
                            .formatted(text));
        }
        return new Sqs(rest);
    }

    private static URI url(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException problem) {
            throw new IllegalArgumentException(
                    "\"%s\" is no URL: %s at character %d".formatted(text, problem.getReason(), problem.getIndex() + 1),
                    problem);
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "\"%s\": a URL needs a host, and takes no user and no fragment".formatted(text));
        }
        return url;
    }
}
