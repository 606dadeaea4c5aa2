package io.agentctl.cli.remote;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.util.Map;

/** A project that has something of everything, small enough to be begun anew for each command. */
final class SmallRuntime {

    static final World WORLD = World.parse(
            """
            seed: 7
            history: 14d
            rollout: {accepted: 20ms, provisioning: 30ms, pending: 30ms, health: 30ms, draining: 20ms, retry: 50ms}
            lambda: {updating: 4ms, timeScale: 0}
            dynamodb: {updating: 50ms}
            tables:
              - name: acme-sessions
                key: session
                mode: provisioned
                read: 100
                write: 100
                insights: true
                traffic: {reads: 10, writes: 5, dailyAmplitude: 0.5}
              - acme-governance-policies
            queues:
              - {name: acme-pages}
            topics:
              - {name: acme-pages, queues: [acme-pages]}
              - {name: acme-tickets, queues: [acme-pages]}
            metrics:
              - namespace: acme/API
                name: ResponseTime
                unit: Milliseconds
                traffic: {perMinute: 600}
                median: 140
                p99: 800
                incidents: [{ago: 3d8h, lasts: 25m, factor: 3}]
              - {namespace: acme/API, name: ErrorRate, unit: Percent, traffic: {perMinute: 600}, share: 0.0004, value: 100}
              - {namespace: acme/API, name: Requests, unit: Count, traffic: {perMinute: 600}, value: 1}
              - {namespace: acme/Governance, name: DecisionTime, unit: Milliseconds, traffic: {perMinute: 600}, median: 3, p99: 14}
            functions:
              - name: acme-governance
                memory: 512
                model: {cpu: 12ms, latency: 9ms, noise: 0, init: 420ms, memoryUsed: 118}
                answer: {fixed: {status: 200}}
                versions: 3
                aliases: {live: 3}
                provisioned: {live: 4}
                traffic: {perMinute: 60, qualifier: live}
            clusters:
              - name: acme
                services:
                  - name: api
                    cpu: 2048
                    memory: 4096
                    tasks: 2
                    earlier: [{until: 9d, cpu: 4096, memory: 8192}]
                    scaling: {min: 2, max: 10, targetCpu: 60}
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 300, memory: 400}}
                  - name: quiet
                    cpu: 1024
                    memory: 2048
                    tasks: 1
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 100, memory: 400}}
            """,
            Path.of("."));

    private static final String PROJECT =
            """
            project: acme
            journal: dynamodb
            services: [api, quiet]
            loadHistory: table
            """;

    private static final String WINDOWS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            windows:
              - {name: always, services: [quiet], days: [mon-sun], from: "00:00", to: "23:59"}
            """;

    private static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: cap
              owner: agents
            spec:
              match:
                intents: [call_reasoning]
              rules:
                - id: anybody
                  when: "true"
                  effect: allow
            """;

    /** The project's files, by their names. */
    static final Map<String, String> FILES =
            Map.of("agentctl.yaml", PROJECT, "windows.yaml", WINDOWS, "cap.yaml", POLICY);

    private SmallRuntime() {}
}
