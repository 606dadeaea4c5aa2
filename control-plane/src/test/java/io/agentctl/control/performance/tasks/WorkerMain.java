package io.agentctl.control.performance.tasks;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.progress.ProgressListener;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a task runs in tests: the use case alone, without a command line. */
final class WorkerMain {

    private WorkerMain() {}

    /** As {@code perf worker RUN --part I/N --table TABLE --region REGION}. */
    public static void main(String[] arguments) {
        URI endpoint = URI.create(System.getenv("AWS_ENDPOINT_URL"));
        new TasksWiring(new AwsClients(settings(endpoint)))
                .sendPart()
                .run(
                        new SendPart.Request(arguments[6], arguments[2], Part.parse(arguments[4])),
                        ProgressListener.SILENT);
        System.exit(0);
    }

    static AwsSettings settings(URI endpoint) {
        return new AwsSettings(
                Optional.empty(),
                "us-east-1",
                Optional.of(endpoint),
                AwsSettings.Credentials.SANDBOX,
                false,
                Duration.ofSeconds(30),
                AwsSettings.USUAL_ATTEMPTS,
                AwsSettings.Pace.AS_AWS_ALLOWS);
    }
}
