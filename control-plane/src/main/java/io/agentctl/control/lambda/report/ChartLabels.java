package io.agentctl.control.lambda.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for labels beside their points, where they cover neither points nor each other. */
final class ChartLabels {

    /** Of a label, 13 units high, with a wide font such as DejaVu Sans: the mean of capitals and digits. */
    private static final double LETTER = 8.2;

    private static final double LINE = 15;
    private static final double GAP = 5;

    private final Box area;
    private final List<Box> taken = new ArrayList<>();

    ChartLabels(double left, double top, double right, double bottom) {
        this.area = new Box(left, top, right, bottom);
    }

    /** Where a text goes: at its start, middle or end, on its base line. */
    record Place(String anchor, double x, double y) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Box other) {
            return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
        }
    }

    private record Candidate(Place place, Box box) {}

    /** Nothing is to cover a point. */
    void occupy(double x, double y, double radius) {
        taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
    }

    /** A place beside a point, which is taken from then on; none if everything around it is. */
    Optional<Place> place(String text, double x, double y, double radius) {
        Optional<Candidate> free = candidates(text.length() * LETTER, x, y, radius + GAP).stream()
                .filter(candidate -> area.contains(candidate.box()))
                .filter(candidate -> taken.stream().noneMatch(candidate.box()::meets))
                .findFirst();
        free.ifPresent(candidate -> taken.add(candidate.box()));
        return free.map(Candidate::place);
    }

    private static List<Candidate> candidates(double width, double x, double y, double gap) {
        List<Candidate> candidates = new ArrayList<>();
        for (double base : new double[] {y - gap, y + gap + LINE * 0.7}) {
            candidates.add(at("start", x + gap, base, x + gap, x + gap + width));
            candidates.add(at("end", x - gap, base, x - gap - width, x - gap));
        }
        for (double base : new double[] {y - gap - LINE * 0.5, y + gap + LINE}) {
            candidates.add(at("middle", x, base, x - width / 2, x + width / 2));
        }
        for (double base : new double[] {y - gap - LINE * 1.3, y + gap + LINE * 1.9}) {
            candidates.add(at("middle", x, base, x - width / 2, x + width / 2));
        }
        return candidates;
    }

    private static Candidate at(String anchor, double x, double base, double left, double right) {
        return new Candidate(new Place(anchor, x, base), new Box(left, base - LINE * 0.8, right, base + LINE * 0.2));
    }
}
