package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.MeasureServices;
import io.agentctl.control.rightsizing.MeasuredService;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads services and what they used, a batch at a time, and tells of each as it comes.
 *
 * @param services which; without names all that there are
 * @param news hears of what was read
 */
record Reader(Calls calls, Services services, Budgets budgets, RiskAppetite appetite, Consumer<News> news)
        implements Runnable {

    @Override
    public void run() {
        try {
            List<String> names = calls.names().run(services, ProgressListener.SILENT).names();
            for (int start = 0; start < names.size(); start += calls.atOnce()) {
                read(names, names.subList(start, Math.min(names.size(), start + calls.atOnce())), start == 0);
            }
        } catch (AgentctlException failure) {
            news.accept(new News.Nothing(failure.getMessage()));
        }
    }

    /** Reads those that are named once more: they were changed. */
    void again() {
        try {
            read(List.of(), services.names(), false);
        } catch (AgentctlException failure) {
            news.accept(new News.Nothing(failure.getMessage()));
        }
    }

    private void read(List<String> all, List<String> batch, boolean first) {
        try {
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
        } catch (AgentctlException failure) {
            if (first) {
                throw failure;
            }
            news.accept(new News.Unmeasured(batch, failure.getMessage()));
        }
    }
}
