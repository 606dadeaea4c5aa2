package io.agentctl.cli.dash;

import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A runtime at steady load: what is looked at is the same whenever a test runs. */
final class DashWorld {

    /** Lines of a project file: the shipped objectives look back a month, which takes the sandbox its time. */
    static final String SETTINGS = "cluster: acme\nslos: slos.yaml";

    private DashWorld() {}

    /** Puts the project's objective into its folder. */
    static void promise(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("slos.yaml"),
                """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: api-latency}
                spec:
                  service: api
                  indicator:
                    metadata: {name: response-time}
                    spec:
                      thresholdMetric:
                        metricSource:
                          type: CloudWatch
                          spec: {namespace: acme/API, metricName: ResponseTime, statistic: p95}
                  timeWindow:
                    - {duration: 1d, isRolling: true}
                  budgetingMethod: Timeslices
                  objectives:
                    - {op: lt, value: 2000, targetPercent: 99, timeSliceWindow: 5m}
                """);
    }

    static World steady() {
        return World.parse(
                """
                seed: 7
                history: 3h
                clusters:
                  - name: acme
                    services:
                      - {name: api, cpu: 256, memory: 512, tasks: 2,
                         workload: {pattern: {cpu: 307, memory: 400, dailyAmplitude: 0, noise: 0}}}
                      - {name: worker, cpu: 512, memory: 1024, tasks: 1,
                         workload: {pattern: {cpu: 102, memory: 300, dailyAmplitude: 0, noise: 0}}}
                functions:
                  - {name: acme-governance, memory: 512, model: {cpu: 10ms, noise: 0},
                     traffic: {perMinute: 600, dailyAmplitude: 0, noise: 0}}
                tables:
                  - {name: acme-governance-policies, mode: provisioned, read: 40, write: 20,
                     traffic: {reads: 10, writes: 2, dailyAmplitude: 0, noise: 0}}
                metrics:
                  - {namespace: acme/API, name: ResponseTime, unit: Milliseconds, median: 140, p99: 700,
                     traffic: {perMinute: 1200, dailyAmplitude: 0, noise: 0}}
                  - {namespace: acme/API, name: ErrorRate, unit: Percent, share: 0, value: 100,
                     traffic: {perMinute: 1200, dailyAmplitude: 0, noise: 0}}
                """,
                Path.of("."));
    }
}
