package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.MeasureServices;
import io.agentctl.control.rightsizing.MeasuredService;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads services and what they used, a batch at a time, and tells of each as it comes.
 *
 * @param services which; without names all that there are
 * @param news hears of what was read
 */
record Reader(Calls calls, Services services, Budgets budgets, RiskAppetite appetite, Consumer<News> news)
        implements Runnable {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Override
    public void run() {
        try {
            List<String> names = untilItAnswers(
                    () -> calls.names().run(services, ProgressListener.SILENT).names(), this::nothing);
            for (int start = 0; start < names.size(); start += calls.atOnce()) {
                List<String> batch = names.subList(start, Math.min(names.size(), start + calls.atOnce()));
                boolean first = start == 0;
                untilItAnswers(() -> measured(names, batch, first), why -> unmeasured(batch, first, why));
            }
        } catch (AgentctlException failure) {
            nothing(failure.getMessage());
        }
    }

    /** Reads those that are named once more: they were changed. */
    void again() {
        try {
            measured(List.of(), services.names(), false);
        } catch (AgentctlException failure) {
            nothing(failure.getMessage());
        }
    }

    /** A lost network comes back, and somebody signs in again in another window. */
    private <T> T untilItAnswers(Supplier<T> reading, Consumer<String> told) {
        while (true) {
            try {
                return reading.get();
            } catch (AgentctlException failure) {
                if (!passes(failure)) {
                    throw failure;
                }
                told.accept(failure.getMessage() + ". " + failure.advice() + " It is tried again until then.");
                if (!Cancellation.never().sleep(AGAIN)) {
                    throw failure;
                }
            }
        }
    }

    private void nothing(String why) {
        news.accept(new News.Nothing(why));
    }

    private void unmeasured(List<String> batch, boolean first, String why) {
        if (first) {
            nothing(why);
        } else {
            news.accept(new News.Unmeasured(batch, why));
        }
    }

    private boolean measured(List<String> all, List<String> batch, boolean first) {
        try {
            measure(all, batch, first);
            return true;
        } catch (AgentctlException failure) {
            if (first || passes(failure)) {
                throw failure;
            }
            news.accept(new News.Unmeasured(batch, failure.getMessage()));
            return false;
        }
    }

    private void measure(List<String> all, List<String> batch, boolean first) {
        MeasureServices.Result result = calls.measure()
                .run(
                        new MeasureServices.Request(
                                new Services(services.cluster(), batch),
                                LookBack.FORTNIGHT.length(),
                                appetite,
                                budgets),
                        ProgressListener.SILENT);
        if (first) {
            news.accept(new News.Found(result.target(), all));
        }
        for (MeasuredService service : result.services()) {
            Bench bench = new Bench(service, result.prices());
            bench.compute(LookBack.FORTNIGHT.length(), appetite);
            news.accept(new News.Measured(service.name().service(), bench));
        }
    }

    private static boolean passes(AgentctlException failure) {
        return failure.code() == ErrorCode.UNREACHABLE || failure.code() == ErrorCode.NOT_SIGNED_IN;
    }
}
