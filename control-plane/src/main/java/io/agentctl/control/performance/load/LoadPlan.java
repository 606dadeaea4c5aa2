package io.agentctl.control.performance.load;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.LambdaRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What would be sent: shown before it is.
 *
 * @param scenario its name
 * @param digest of what decides what is sent and when
 * @param method of HTTP
 * @param url where to, the scenario's path included
 * @param stages in order
 * @param requests in all; nothing where that depends on how fast answers come
 * @param length of all, at most
 * @param cap beyond which nothing is sent
 * @param roughCost US dollars, if each request invokes a function as the reference has them
 * @param costBasis what that figure rests on
 * @param sentBy who sends, in words; empty for this machine
 */
public record LoadPlan(
        String scenario,
        String digest,
        String method,
        URI url,
        List<PlannedStage> stages,
        OptionalLong requests,
        Optional<Duration> length,
        long cap,
        Money roughCost,
        String costBasis,
        String sentBy) {

    /** The upper end of what the reference gives for the governance function: 200 ms at 256 MB. */
    private static final int MEMORY_MB = 256;

    private static final double BILLED_MS = 200;
    private static final int CENTS = 2;

    public LoadPlan {
        stages = List.copyOf(stages);
    }

    /** A stage. */
    public record PlannedStage(
            String name,
            String load,
            OptionalLong requests,
            Optional<Duration> duration,
            Duration pause,
            boolean warmUp) {}

    /** What a scenario would send to a target. */
    public static LoadPlan of(Scenario scenario, URI url, long cap, LambdaPriceTable prices) {
        LambdaRate rate = prices.rates().get(Architecture.X86_64);
        long most = scenario.planned().isPresent()
                ? Math.min(cap, scenario.planned().getAsLong())
                : cap;
        BigDecimal cost = BigDecimal.valueOf(most * rate.invocationUsd(MEMORY_MB, BILLED_MS))
                .setScale(CENTS, RoundingMode.UP);
        return new LoadPlan(
                scenario.name(),
                scenario.digest(),
                scenario.request().method(),
                url.resolve(Messages.of(scenario.request(), url).samplePath()),
                scenario.stages().stream().map(LoadPlan::planned).toList(),
                scenario.planned(),
                scenario.length(),
                cap,
                new Money(cost),
                most + " requests, each a Lambda invocation of " + (int) BILLED_MS + " ms at " + MEMORY_MB + " MB ("
                        + prices.pricedRegion() + " list price); models, load balancers and traffic cost extra",
                "");
    }

    /** The same, sent by others. */
    public LoadPlan by(String others) {
        return new LoadPlan(scenario, digest, method, url, stages, requests, length, cap, roughCost, costBasis, others);
    }

    /** Whether all of it fits under the cap. */
    public boolean fits() {
        return requests.isEmpty() || requests.getAsLong() <= cap;
    }

    private static PlannedStage planned(Stage stage) {
        String load =
                stage.load() instanceof Load.Closed closed && closed.ramp().isPositive()
                        ? closed + ", one after another over " + closed.ramp().toSeconds() + " s"
                        : stage.load().toString();
        return new PlannedStage(stage.name(), load, stage.planned(), stage.length(), stage.pause(), stage.warmUp());
    }
}
