package io.agentctl.control.performance.watch;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.performance.regression.SeriesVerdict;
import io.agentctl.control.progress.ProgressListener;
import java.util.function.Supplier;

/** Tells a topic of a regression that stands. Apart from finding one, for who may look may not send messages. */
public final class TellRegression implements UseCase<TellRegression.Request, RegressionReport> {

    private final Supplier<TopicGateway> topics;

    /** @param topics publishes */
    public TellRegression(Supplier<TopicGateway> topics) {
        this.topics = topics;
    }

    /**
     * What is asked.
     *
     * @param topic ARN of the topic that is told
     * @param report what was found
     */
    public record Request(String topic, RegressionReport report) {}

    /** The same report, with a remark on whether it was told. A message that cannot be sent changes no verdict. */
    @Override
    public RegressionReport run(Request request, ProgressListener progress) {
        RegressionReport report = request.report();
        if (report.word() != SeriesVerdict.Word.REGRESSION) {
            return report;
        }
        try {
            topics.get().publish(request.topic(), RegressionMessage.subject(report), RegressionMessage.text(report));
            return report.remarking("Told " + request.topic() + ".");
        } catch (AgentctlException refused) {
            return report.remarking("Could not tell " + request.topic() + ": " + refused.getMessage());
        }
    }
}
