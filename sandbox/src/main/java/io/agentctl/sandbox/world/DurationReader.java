package io.agentctl.sandbox.world;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as documents spell them: {@code 14d}, {@code 1h30m}, {@code 8s}, {@code 500ms}, {@code 0s}. */
public final class DurationReader extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    private static final Pattern WHOLE =
            Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m(?!s))?(?:(\\d{1,7})s)?(?:(\\d{1,9})ms)?");

    /** A reader for a document mapper. */
    public DurationReader() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return parse(parser.getText());
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(parser.getText(), Duration.class, e.getMessage());
        }
    }

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Duration parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("a duration is written like 14d, 1h30m, 8s or 500ms, not " + text);
        }
        return Duration.ofDays(part(matcher, 1))
                .plusHours(part(matcher, 2))
                .plusMinutes(part(matcher, 3))
                .plusSeconds(part(matcher, 4))
                .plusMillis(part(matcher, 5));
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
