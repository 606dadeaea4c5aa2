package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.rightsizing.MeasuredService;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.rightsizing.SizeTrial;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One service as it was measured, and what each look-back and appetite lead to as far as that is computed: it takes
 * longer than a key may, and is done on other threads.
 */
final class Bench {

    private final MeasuredService service;
    private final PriceTable prices;
    private final Map<Terms, SizeTrial> trials = new ConcurrentHashMap<>();

    /** What advice is for. */
    private record Terms(Duration lookBack, RiskAppetite appetite) {}

    Bench(MeasuredService service, PriceTable prices) {
        this.service = service;
        this.prices = prices;
    }

    /** False where the tasks have no size that Fargate has. */
    boolean hasSize() {
        return service.constraints().isPresent();
    }

    /** What sizes are tried on, if it is computed. */
    Optional<SizeTrial> trial(Duration lookBack, RiskAppetite appetite) {
        return Optional.ofNullable(trials.get(new Terms(lookBack, appetite)));
    }

    /** Computes it, unless it is. */
    void compute(Duration lookBack, RiskAppetite appetite) {
        Terms terms = new Terms(lookBack, appetite);
        if (!trials.containsKey(terms)) {
            SizeTrial.of(service, prices, lookBack, appetite).ifPresent(trial -> trials.put(terms, trial));
        }
    }

    /** Computes all that keys may ask for. */
    void computeAll() {
        for (LookBack lookBack : LookBack.values()) {
            for (RiskAppetite appetite : RiskAppetite.values()) {
                compute(lookBack.length(), appetite);
            }
        }
    }
}
