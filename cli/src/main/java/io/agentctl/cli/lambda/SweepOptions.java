package io.agentctl.cli.lambda;

import io.agentctl.cli.option.ShareConverter;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.SweepRequest;
import io.agentctl.control.lambda.SweepSizes;
import io.agentctl.control.plan.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What a sweep is to find out, and how far it may go. */
public final class SweepOptions {

    @Option(
            names = "--memory",
            paramLabel = "SIZES",
            defaultValue = "auto",
            description = "Sizes in MB: 128,256,512 or 128..3008:64; default: auto, a few, and more where it pays.")
    private String memory;

    @Option(
            names = "--architectures",
            paramLabel = "NAME",
            split = ",",
            description = "x86_64, arm64 or both; default: the one that the function has.")
    private List<String> architectures;

    @Option(
            names = "--strategy",
            paramLabel = "WHAT",
            defaultValue = "cost",
            description = "What is best: cost, speed, balanced[:WEIGHT OF COST] or slo; default: cost.")
    private String strategy;

    @Option(
            names = "--p95",
            paramLabel = "DURATION",
            description = "With --strategy slo: the cheapest size whose 95th percentile keeps to it.")
    private Duration p95;

    @Option(
            names = "--max-invocations",
            paramLabel = "N",
            description = "Invoke no more often than this; default: 12 times the number of sizes.")
    private Integer maxInvocations;

    @Option(names = "--max-spend", paramLabel = "USD", description = "Spend no more on invocations, such as 0.05USD.")
    private Money maxSpend;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "5",
            description = "Invocations in flight at most, 1 to 100; default: 5.")
    private int concurrency;

    @Option(
            names = "--cold",
            paramLabel = "PERCENT",
            arity = "0..1",
            fallbackValue = "100%",
            converter = ShareConverter.class,
            description = "How many invocations start cold where it matters; --cold alone: all. Default: none.")
    private Double cold;

    @Option(
            names = "--zone",
            paramLabel = "PERCENT",
            defaultValue = "2%",
            converter = ShareConverter.class,
            description = "A difference that does not matter; default: 2%%.")
    private double zone;

    @Option(
            names = "--confidence",
            paramLabel = "PERCENT",
            defaultValue = "95%",
            converter = ShareConverter.class,
            description = "How sure to be before it ends by itself, from 50%%; default: 95%%.")
    private double confidence;

    /**
     * The request.
     *
     * @throws AgentctlException USAGE if one of the options makes no sense
     */
    SweepRequest request(FunctionName function) {
        try {
            return new SweepRequest(
                    function,
                    SweepSizes.parse(memory),
                    named(),
                    Strategies.parse(strategy, Optional.ofNullable(p95)),
                    inside(zone, 0, 1, "--zone is above 0% and below 100%"),
                    inside(confidence, Math.nextDown(0.5), 1, "--confidence is from 50% to below 100%"),
                    maxInvocations == null ? OptionalInt.empty() : OptionalInt.of(positive(maxInvocations)),
                    maxSpend == null ? OptionalDouble.empty() : OptionalDouble.of(spend()),
                    cold == null ? 0 : cold,
                    concurrency);
        } catch (IllegalArgumentException wrong) {
            throw new AgentctlException(
                    ErrorCode.USAGE, wrong.getMessage(), "See: agentctl lambda sweep --help", null, wrong);
        }
    }

    private List<Architecture> named() {
        return architectures == null
                ? List.of()
                : architectures.stream().map(Architectures::named).toList();
    }

    private double spend() {
        double usd = maxSpend.usd().doubleValue();
        if (usd <= 0) {
            throw new IllegalArgumentException("--max-spend is above 0, and a hundredth of a cent at least");
        }
        return usd;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("--max-invocations is at least 1");
        }
        return count;
    }

    private static double inside(double value, double above, double below, String message) {
        if (!(value > above && value < below)) {
            throw new IllegalArgumentException(message);
        }
        return value;
    }
}
