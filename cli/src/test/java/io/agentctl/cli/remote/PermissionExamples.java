package io.agentctl.cli.remote;

import static io.agentctl.cli.remote.Example.changing;
import static io.agentctl.cli.remote.Example.looking;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Commands that make use cases call what the usual examples leave out. */
final class PermissionExamples {

    /** A project that names nothing: services are listed, and where operations are kept is looked for. */
    private static final String PROJECT = """
            project: acme
            loadHistory: table
            """;

    private static final String NIGHTS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            windows:
              - {name: nights, services: [api], days: [mon-fri], from: "22:00", to: "06:00", overnight: true}
            """;

    private static final String ALWAYS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            windows:
              - {name: always, services: [api], days: [mon-sun], from: "00:00", to: "23:59"}
            """;

    static final Map<String, String> FILES = Map.of(
            "agentctl.yaml", PROJECT,
            "windows.yaml", SmallRuntime.FILES.get("windows.yaml"),
            "cap.yaml", SmallRuntime.FILES.get("cap.yaml"),
            "nights.yaml", NIGHTS,
            "quiet.yaml", NIGHTS.replace("[api]", "[quiet]"),
            "always.yaml", ALWAYS,
            "slower.csv", slower());

    private static final String ALARMS = " --skip-history --page-topic acme-pages --ticket-topic acme-pages";
    private static final String NATIVE = "windows apply --mode native --file FOLDER/nights.yaml --yes";

    static final List<Example> ALL = List.of(
            changing("ecs scale api --target-cpu 70 --yes"),
            changing("ecs scale quiet --min 1 --max 4 --target-cpu 60 --yes"),
            changing("lambda apply acme-governance --memory 1024 --alias live --yes"),
            changing("lambda apply acme-governance --memory 1024 --architecture arm64 --yes"),
            looking("lambda cost --cost-explorer"),
            changing(
                    "table switch acme-sessions --to provisioned --target 60% --apply --yes",
                    "table switch acme-sessions --to on-demand --apply --yes"),
            changing(
                    "table switch acme-sessions --to on-demand --apply --yes",
                    "table autoscale acme-sessions --target 70% --min 5 --max 200 --yes"),
            changing(
                    "table switch acme-sessions --to provisioned --fixed --apply --yes",
                    "table autoscale acme-sessions --target 70% --min 5 --max 200 --yes"),
            changing("windows apply --file FOLDER/always.yaml --yes"),
            changing("windows apply --mode native --file FOLDER/quiet.yaml --yes"),
            changing(NATIVE),
            changing(NATIVE + " --remove", NATIVE),
            looking("alarms plan --check-tags" + ALARMS, "alarms apply --yes" + ALARMS),
            looking("alarms backtest --existing --since 1d", "alarms apply --yes" + ALARMS),
            changing("alarms mute acme-high-latency --for 2h --reason release --yes", "alarms apply --yes" + ALARMS),
            changing("alarms apply --yes --file FOLDER/signals.yaml" + ALARMS),
            changing(
                    "alarms apply --yes --file FOLDER/stricter.yaml" + ALARMS,
                    "alarms apply --yes --file FOLDER/signals.yaml" + ALARMS),
            changing(
                    "alarms apply --yes" + ALARMS,
                    "alarms apply --yes" + ALARMS,
                    "alarms mute acme-high-latency --for 1s --reason release --yes"),
            changing("alarms apply --yes" + ALARMS, "alarms apply --yes --file FOLDER/signals.yaml" + ALARMS),
            changing(
                    "policy publish FOLDER/cap.yaml --sign FOLDER/key.pem --yes",
                    "policy publish FOLDER/cap.yaml --yes"),
            looking("perf regress --from-csv FOLDER/slower.csv --causes --service acme/api --notify"
                    + " arn:aws:sns:us-east-1:111122223333:acme-pages"));

    private static final String NO_KMS = "the sandbox has no KMS";
    private static final String BY_HAND = "takes away a target to track that was set by hand under another name";
    private static final String ASKED_BY_THE_PLAN = "a command asks once, here in its plan; a control plane asks anew";

    /** What the sandbox cannot make happen, and why it is declared all the same. */
    static final Map<String, String> BEYOND_THE_SANDBOX = Map.of(
            "alarms.plan changes application-signals:UntagResource on OBJECTIVES",
                    "takes away tags of agentctl's own that another version set",
            "policy.publish changes kms:GetPublicKey on SIGNING_KEYS", NO_KMS,
            "policy.publish changes kms:Sign on SIGNING_KEYS", NO_KMS,
            "policy.publish changes dynamodb:UpdateItem on POLICIES",
                    "adds the signature where somebody else published the same content between plan and publishing",
            "table.plan-autoscale changes application-autoscaling:DeleteScalingPolicy on SCALING_OF_TABLES", BY_HAND,
            "table.plan-switch changes application-autoscaling:DeleteScalingPolicy on SCALING_OF_TABLES", BY_HAND,
            "windows.apply changes dynamodb:DescribeTable on OPERATIONS", ASKED_BY_THE_PLAN,
            "windows.apply-wish changes dynamodb:DescribeTable on OPERATIONS", ASKED_BY_THE_PLAN);

    /** Response times that become worse in the middle. */
    private static String slower() {
        StringBuilder csv = new StringBuilder("time,value\n");
        Instant begin = Instant.parse("2026-11-20T00:00:00Z");
        for (int minute = 0; minute < 400; minute++) {
            csv.append(begin.plusSeconds(60L * minute))
                    .append(',')
                    .append((minute < 200 ? 100 : 180) + minute % 7)
                    .append('\n');
        }
        return csv.toString();
    }

    private PermissionExamples() {}
}
