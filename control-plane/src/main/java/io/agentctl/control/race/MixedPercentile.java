package io.agentctl.control.race;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * A percentile of a mixture of warm and cold responses: where {@code (1 − s) × share of warm above + s × share of cold
 * above} falls to what may be above. Its variance is that of place and width, and of the common form's own percentile
 * ({@code p(1 − p) / (N × density²)}, the density as a normal one's), each kind weighing as it contributes to what is
 * above.
 */
final class MixedPercentile {

    private static final int HALVINGS = 60;
    private static final double REACH = 30;

    private final LogShape warm;
    private final LogShape cold;
    private final double coldShare;

    /** @param coldShare 0 to 1; of a kind that does not count there need be no values */
    MixedPercentile(Map<LambdaSize, double[]> warm, Map<LambdaSize, double[]> cold, double coldShare) {
        this.warm = LogShape.of(warm);
        this.cold = LogShape.of(cold);
        this.coldShare = coldShare;
    }

    /** The percentile of every size that has values of each kind that counts. */
    Map<LambdaSize, Estimate> estimates(double share) {
        Map<LambdaSize, Estimate> estimates = new LinkedHashMap<>();
        TreeSet<LambdaSize> sizes = new TreeSet<>(warm.places().keySet());
        sizes.addAll(cold.places().keySet());
        for (LambdaSize size : sizes) {
            LogShape.Place warmPlace = warm.places().get(size);
            LogShape.Place coldPlace = cold.places().get(size);
            if ((coldShare == 1 || warmPlace != null) && (coldShare == 0 || coldPlace != null)) {
                estimates.put(size, estimate(warmPlace, coldPlace, share));
            }
        }
        return estimates;
    }

    private Estimate estimate(LogShape.Place warmPlace, LogShape.Place coldPlace, double share) {
        LogShape.Place some = warmPlace == null ? coldPlace : warmPlace;
        double low = some.centre() - REACH;
        double high = some.centre() + REACH;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (warmAbove(warmPlace, middle) + coldAbove(coldPlace, middle) > 1 - share + 1e-12) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double warmPart = coldShare == 1 ? 0 : coldShare == 0 ? 1 : part(warmPlace, coldPlace, low);
        double variance = (warmPart == 0 ? 0 : warmPart * variance(warm, warmPlace, high, share))
                + (warmPart == 1 ? 0 : (1 - warmPart) * variance(cold, coldPlace, high, share));
        int count = (warmPlace == null ? 0 : warmPlace.count()) + (coldPlace == null ? 0 : coldPlace.count());
        return new Estimate(Math.exp(high), variance, some.degrees(), count, true);
    }

    private double part(LogShape.Place warmPlace, LogShape.Place coldPlace, double bound) {
        double warmAbove = warmAbove(warmPlace, bound);
        double coldAbove = coldAbove(coldPlace, bound);
        return warmAbove + coldAbove == 0 ? 0.5 : warmAbove / (warmAbove + coldAbove);
    }

    private double warmAbove(LogShape.Place place, double bound) {
        return coldShare == 1 ? 0 : (1 - coldShare) * warm.above(place, bound);
    }

    private double coldAbove(LogShape.Place place, double bound) {
        return coldShare == 0 ? 0 : coldShare * cold.above(place, bound);
    }

    private static double variance(LogShape shape, LogShape.Place place, double bound, double share) {
        double width = place.width();
        if (width == 0) {
            return 0;
        }
        double standard = (bound - place.centre()) / width;
        double normal = Normal.quantile(share);
        double stretch = Math.max(1, standard / normal);
        double density = Normal.density(normal) / stretch;
        double ofForm = share * (1 - share) / (shape.formCount() * density * density);
        return width * width * (1.0 / place.count() + standard * standard / (2 * place.degrees()) + ofForm);
    }
}
