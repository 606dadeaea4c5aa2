package io.agentctl.control.slo.document;

import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads pairs of windows: {@code 2% 1h/5m page, 10% 3d/6h ticket}, or {@code none}. */
final class PairsReader {

    static final String EXPECTED = "none, or pairs such as '2% 1h/5m page, 10% 3d/6h ticket': "
            + "a share of the budget, the long and the short window, page or ticket";

    private static final Pattern PAIR =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?% +(\\d+[mhdw])/(\\d+[mhdw]) +(page|ticket)");

    private PairsReader() {}

    /** @throws IllegalArgumentException for anything else */
    static List<BurnRatePair> read(String text) {
        return text.equals("none")
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(String::trim)
                        .map(PairsReader::pair)
                        .toList();
    }

    private static BurnRatePair pair(String text) {
        Matcher matcher = PAIR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        Duration shortWindow = Shorthand.duration(matcher.group(3));
        return new BurnRatePair(
                Numbers.percent(matcher.group(1)),
                Shorthand.duration(matcher.group(2)),
                shortWindow,
                Urgency.valueOf(matcher.group(4).toUpperCase(Locale.ROOT)));
    }
}
