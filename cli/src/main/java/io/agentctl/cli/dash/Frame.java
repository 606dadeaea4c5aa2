package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.WrappedText;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.overview.Reading.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is around what a pane shows: its name, how old its data is, and why it could not be read. */
final class Frame {

    /** Data is stale when it should have been read again more often than this. */
    private static final int MISSED_READS = 3;

    /** In so few lines a list has its summary beside its name, unless there is room for nothing else. */
    private static final int LOW = 6;

    private static final int LOWEST = 2;

    /** Of the lines of a pane that has something to show, so many take one to say why it is old. */
    private static final int SHARE_OF_TROUBLE = 3;

    private Frame() {}

    /** A pane in at most so many lines. */
    static List<StyledLine> of(Pane pane, Scene scene, int columns, int rows) {
        if (rows < 1) {
            return List.of();
        }
        List<StyledLine> lines = new ArrayList<>();
        Optional<Failure> failure = failure(pane, scene);
        Theme theme = scene.look().theme();
        Reading<?> first = scene.snapshot().reading(pane.parts().getFirst());
        int most = first.value().isPresent() ? Math.max(1, rows / SHARE_OF_TROUBLE) : rows;
        failure.ifPresent(why -> WrappedText.lines(theme.cross() + " " + text(why), columns).stream()
                .limit(most)
                .forEach(line -> lines.add(StyledLine.of(Tone.BAD, line))));
        boolean low = pane.kind() == Pane.Kind.LIST && rows > LOWEST && rows <= LOW;
        StyledLine summary = StyledLine.EMPTY;
        if (first.value().isPresent()) {
            List<StyledLine> painted = pane.painter().paint(scene, columns, rows - 1 - lines.size() + (low ? 1 : 0));
            summary = low ? painted.getFirst() : summary;
            lines.addAll(low ? painted.subList(1, painted.size()) : painted);
        } else if (failure.isEmpty()) {
            lines.add(StyledLine.of(Tone.FAINT, "reading " + theme.ellipsis()));
        }
        lines.addFirst(title(pane, summary, scene, columns));
        return lines.subList(0, Math.min(rows, lines.size()));
    }

    private static String text(Failure failure) {
        return failure.code() == ErrorCode.NOT_SIGNED_IN
                ? failure.message() + ". " + failure.advice()
                : failure.message();
    }

    private static StyledLine title(Pane pane, StyledLine summary, Scene scene, int columns) {
        StyledLine title = StyledLine.of(Tone.STRONG, pane.title());
        title = summary.width() > 0 ? title.plus("  ").plus(summary) : title;
        Optional<Duration> age = age(pane, scene);
        if (age.isEmpty()) {
            return title;
        }
        Optional<Range> other = otherRange(pane, scene);
        boolean stale = other.isPresent()
                || failure(pane, scene).isPresent()
                || age.get().compareTo(stale(pane, scene)) > 0;
        String old = Numbers.age(age.get()) + other.map(range -> " of " + range).orElse(" old");
        return title.exactly(
                        Math.max(0, columns - old.length() - 1), scene.look().theme())
                .plus(" ")
                .plus(stale ? Tone.WARNING : Tone.FAINT, old);
    }

    /** The range of curves that are shown until those of the range that is wanted have come. */
    private static Optional<Range> otherRange(Pane pane, Scene scene) {
        return pane.parts().contains(Part.CURVES)
                ? scene.snapshot()
                        .curves()
                        .get(Curves::range)
                        .filter(range -> !range.equals(scene.snapshot().range()))
                : Optional.empty();
    }

    private static Duration stale(Pane pane, Scene scene) {
        return pane.parts().getFirst().pace(scene.snapshot().range()).multipliedBy(MISSED_READS);
    }

    private static Optional<Failure> failure(Pane pane, Scene scene) {
        return pane.parts().stream()
                .map(scene.snapshot()::reading)
                .flatMap(reading -> reading.failure().stream())
                .findFirst();
    }

    /** Of charts, since when the latest figure is; of lists, since the part that was read the longest ago was read. */
    private static Optional<Duration> age(Pane pane, Scene scene) {
        Optional<Instant> newest =
                switch (pane.kind()) {
                    case CHART -> scene.snapshot().curves().value().flatMap(Curves::newest);
                    case LIST ->
                        pane.parts().stream()
                                .map(scene.snapshot()::reading)
                                .flatMap(reading -> reading.readAt().stream())
                                .min(Comparator.naturalOrder());
                };
        return newest.map(at -> Duration.between(at, scene.now()));
    }
}
