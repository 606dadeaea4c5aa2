package io.agentctl.cli.dash;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;

/** A runtime at steady load: what is looked at is the same whenever a test runs. */
final class DashWorld {

    private DashWorld() {}

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
                  - {namespace: acme/API, name: ResponseTime, unit: Milliseconds, median: 140, p99: 800,
                     traffic: {perMinute: 1200, dailyAmplitude: 0, noise: 0}}
                  - {namespace: acme/API, name: ErrorRate, unit: Percent, share: 0, value: 100,
                     traffic: {perMinute: 1200, dailyAmplitude: 0, noise: 0}}
                """,
                Path.of("."));
    }
}
