package io.agentctl.cli.remote;

import static io.agentctl.cli.remote.Example.changing;
import static io.agentctl.cli.remote.Example.looking;

import java.util.List;
import java.util.Map;

/** Commands that are run both ways, and those that never leave the machine. */
final class Examples {

    private static final String FILES = "works on files of this machine";
    private static final String MACHINE = "starts, stops or asks a program of this machine";
    private static final String RUNTIME = "talks to a runtime by its own address";
    private static final String SETTINGS = "tells or sets the settings of this machine";
    private static final String SESSION = "runs other commands, each of which goes where it goes";

    private static final String TEAM = "is asked of a control plane and of nothing else";

    /** Verbs that use no place, each with the reason. */
    static final Map<String, String> LOCAL = Map.ofEntries(
            Map.entry("ops whoami", TEAM),
            Map.entry("ops approvals list", TEAM),
            Map.entry("ops approvals show", TEAM),
            Map.entry("ops approvals approve", TEAM),
            Map.entry("ops approvals reject", TEAM),
            Map.entry("ops tokens list", TEAM),
            Map.entry("ops tokens create", TEAM),
            Map.entry("ops tokens revoke", TEAM),
            Map.entry("version", SETTINGS),
            Map.entry("completion", FILES),
            Map.entry("console", TEAM),
            Map.entry("__names", "keeps names on this machine; names.list, which it asks, is compared by itself"),
            Map.entry("shell", SESSION),
            Map.entry("tour", SESSION),
            Map.entry("lambda report", FILES),
            Map.entry("windows check", FILES),
            Map.entry("slo init", FILES),
            Map.entry("slo check", FILES),
            Map.entry("slo list", FILES),
            Map.entry("slo backends", FILES),
            Map.entry("perf load", "sends load from this machine, or by tasks of whoever holds the AWS context"),
            Map.entry("perf worker", "is what such a task runs, with the task's own AWS identity"),
            Map.entry("perf check", FILES),
            Map.entry("perf compare", FILES),
            Map.entry("policy init", FILES),
            Map.entry("policy check", FILES),
            Map.entry("policy fmt", FILES),
            Map.entry("policy test", FILES),
            Map.entry("policy eval", FILES),
            Map.entry("policy explain", FILES),
            Map.entry("policy schema", FILES),
            Map.entry("runtime dispatch", RUNTIME),
            Map.entry("runtime health", RUNTIME),
            Map.entry("runtime stop", MACHINE),
            Map.entry("serve runtime", MACHINE),
            Map.entry("serve control-plane", MACHINE),
            Map.entry("sandbox start", MACHINE),
            Map.entry("sandbox status", MACHINE),
            Map.entry("sandbox stop", MACHINE),
            Map.entry("sandbox reset", MACHINE),
            Map.entry("sandbox load", MACHINE),
            Map.entry("sandbox faults", MACHINE),
            Map.entry("sandbox clock", MACHINE),
            Map.entry("sandbox calls", MACHINE),
            Map.entry("config view", SETTINGS),
            Map.entry("config contexts", SETTINGS),
            Map.entry("config permissions", "says what is declared, and asks nobody"),
            Map.entry("config use", SETTINGS));

    private static final String REDEPLOYED = "ecs redeploy api --yes --timeout 1m";
    private static final String SCALED = "ecs scale api --min 3 --max 5 --yes";
    private static final String PUBLISHED = "policy publish FOLDER/cap.yaml --yes";
    private static final String ACTIVATED = "policy activate cap --yes --no-wait";
    private static final String ALARMS =
            "alarms apply --skip-history --page-topic acme-pages --ticket-topic acme-pages --yes";

    private static final String MUTED = "alarms mute api-latency --for 2h --reason release --yes";

    static final List<Example> ALL = List.of(
            looking("status -o json"),
            looking("budget status -o json"),
            looking("dash --once -o json"),
            looking("init --dry-run -o json"),
            looking("ecs services -o json"),
            looking("ecs rightsize --all -o json"),
            looking("ecs rightsize --all --explain"),
            looking("ecs wait api -o json"),
            changing("ecs rightsize api --apply --yes --watch 100ms"),
            changing(SCALED + " -o json"),
            changing("ecs rollback api --yes -o json", REDEPLOYED),
            changing(REDEPLOYED + " -o json"),
            looking("lambda functions -o json"),
            looking("lambda sweep acme-governance --dry-run -o json"),
            changing("lambda sweep acme-governance --memory 256,512 --yes -o json"),
            changing("lambda apply acme-governance --memory 1024 --yes -o json"),
            looking("lambda concurrency show acme-governance -o json"),
            looking("lambda concurrency plan acme-governance:live -o json"),
            changing("lambda concurrency set acme-governance:live 6 --yes -o json"),
            changing("lambda concurrency clear acme-governance:live --yes -o json"),
            looking("lambda cost -o json"),
            looking("cost report -o json"),
            looking("table list -o json"),
            looking("table usage acme-sessions -o json"),
            looking("table capacity acme-sessions -o json"),
            looking("table audit acme-sessions -o json"),
            changing("table switch acme-sessions --to on-demand --apply --yes -o json"),
            changing("table autoscale acme-sessions --target 70% --min 5 --max 200 --yes -o json"),
            looking("windows status -o json"),
            looking("windows preview -o json"),
            changing("windows apply --yes -o json"),
            changing("windows apply --mode native --yes -o json"),
            changing("windows wake quiet --for 2h --reason release --yes -o json"),
            changing("windows sleep api --for 2h --reason quiet --yes -o json"),
            changing("windows cancel quiet --yes -o json", "windows wake quiet --for 2h --reason release --yes"),
            looking("slo status -o json"),
            looking("slo report --since 7d -o json"),
            looking("alarms plan --skip-history --page-topic acme-pages --ticket-topic acme-pages -o json"),
            looking("alarms diff --page-topic acme-pages --ticket-topic acme-pages -o json"),
            looking("alarms backtest --since 1d -o json"),
            changing(ALARMS + " -o json"),
            changing("alarms prune --yes -o json", ALARMS),
            looking("alarms list -o json", ALARMS),
            looking("alarms history -o json", ALARMS),
            changing("alarms mute api-latency --for 2h --reason release --yes -o json", ALARMS),
            changing("alarms unmute api-latency --yes -o json", ALARMS, MUTED),
            changing("alarms test acme-api-latency-burn-1h --yes --timeout 5s -o json", ALARMS),
            looking("dashboard plan -o json"),
            changing("dashboard apply --yes -o json"),
            changing(PUBLISHED + " -o json"),
            changing(ACTIVATED + " -o json", PUBLISHED),
            changing("policy rollback cap --yes -o json", PUBLISHED, ACTIVATED),
            looking("policy list -o json", PUBLISHED),
            looking("policy show cap -o json", PUBLISHED),
            looking("policy history cap -o json", PUBLISHED, ACTIVATED),
            looking("policy status -o json", PUBLISHED, ACTIVATED),
            looking("policy diff FOLDER/cap.yaml -o json", PUBLISHED, ACTIVATED),
            looking("policy replay FOLDER/cap.yaml -o json", PUBLISHED, ACTIVATED),
            looking("runtime instances -o json"),
            looking("ops list -o json", REDEPLOYED),
            looking("ops show LATEST -o json", SCALED),
            changing("ops undo LATEST --yes -o json", SCALED),
            changing("ops resume LATEST --yes -o json", Example.INTERRUPTED),
            looking("perf report FOLDER/result.json --resources -o json"),
            looking("perf regress --metric acme/API/ResponseTime --statistic p95 --since 2d -o json"),
            changing("perf history --keep FOLDER/result.json -o json"),
            looking("perf history -o json", "perf history --keep FOLDER/result.json"),
            changing("apply FOLDER/plan.json --yes -o json", "ecs redeploy api --dry-run -o json > FOLDER/plan.json"),
            looking("ops schedules -o json"),
            looking("ops audit -o json"));

    private Examples() {}
}
