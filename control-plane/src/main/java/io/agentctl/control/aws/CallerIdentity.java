package io.agentctl.control.aws;

import io.agentctl.control.plan.Target;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sts.StsClient;

/** Asks AWS, once, in whose account calls are made. */
public final class CallerIdentity implements Supplier<Target> {

    private final Lazy<Target> target;

    /**
     * Prepares to ask.
     *
     * @param context the name of the context, for the reader
     * @param region the region that calls go to
     */
    public CallerIdentity(String context, String region, Supplier<StsClient> sts) {
        ApiCalls calls = new ApiCalls(1);
        this.target = new Lazy<>(() -> new Target(
                context,
                calls.call("ask whose credentials these are", () -> sts.get().getCallerIdentity())
                        .account(),
                region));
    }

    @Override
    public Target get() {
        return target.get();
    }
}
