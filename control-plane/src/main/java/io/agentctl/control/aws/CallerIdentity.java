package io.agentctl.control.aws;

import io.agentctl.control.plan.Target;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Asks AWS, once, in whose account calls are made. */
public final class CallerIdentity implements Supplier<Target> {

    /** Whoever only wants to know whether AWS is there does not wait as long as others. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private final String context;
    private final String region;
    private final Supplier<StsClient> impatient;
    private final ApiCalls calls = new ApiCalls(1);
    private final Lazy<Target> target;

    /**
     * Prepares to ask.
     *
     * @param context the name of the context, for the reader
     * @param region the region that calls go to
     * @param impatient tries hardly again, for {@link #askedAgain}
     */
    public CallerIdentity(String context, String region, Supplier<StsClient> sts, Supplier<StsClient> impatient) {
        this.context = context;
        this.region = region;
        this.impatient = impatient;
        this.target = new Lazy<>(() -> ask(sts, asked -> {}));
    }

    /**
     * Asks anew, which tells whether AWS still answers these credentials; within four seconds.
     *
     * @throws io.agentctl.control.error.AgentctlException UNREACHABLE or NOT_SIGNED_IN if it does not
     */
    public Target askedAgain() {
        return ask(impatient, asked -> asked.overrideConfiguration(once -> once.apiCallTimeout(SOON)));
    }

    private Target ask(Supplier<StsClient> sts, Consumer<GetCallerIdentityRequest.Builder> how) {
        return new Target(
                context,
                calls.call("ask whose credentials these are", () -> sts.get().getCallerIdentity(how))
                        .account(),
                region);
    }

    @Override
    public Target get() {
        return target.get();
    }
}
