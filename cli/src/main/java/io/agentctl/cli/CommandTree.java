package io.agentctl.cli;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.config.ConfigContexts;
import io.agentctl.cli.config.ConfigUse;
import io.agentctl.cli.config.ConfigView;
import io.agentctl.cli.ecs.EcsRedeploy;
import io.agentctl.cli.ecs.EcsRightsize;
import io.agentctl.cli.ecs.EcsRollback;
import io.agentctl.cli.ecs.EcsScale;
import io.agentctl.cli.ecs.EcsServices;
import io.agentctl.cli.ecs.EcsWait;
import io.agentctl.cli.init.Init;
import io.agentctl.cli.ops.OpsList;
import io.agentctl.cli.ops.OpsResume;
import io.agentctl.cli.ops.OpsShow;
import io.agentctl.cli.ops.OpsUndo;
import io.agentctl.cli.plan.Apply;
import io.agentctl.cli.policy.PolicyActivate;
import io.agentctl.cli.policy.PolicyCheck;
import io.agentctl.cli.policy.PolicyDiff;
import io.agentctl.cli.policy.PolicyEval;
import io.agentctl.cli.policy.PolicyExplain;
import io.agentctl.cli.policy.PolicyFmt;
import io.agentctl.cli.policy.PolicyHistoryList;
import io.agentctl.cli.policy.PolicyInit;
import io.agentctl.cli.policy.PolicyList;
import io.agentctl.cli.policy.PolicyPublish;
import io.agentctl.cli.policy.PolicyReplay;
import io.agentctl.cli.policy.PolicyRollback;
import io.agentctl.cli.policy.PolicySchemaShow;
import io.agentctl.cli.policy.PolicyShow;
import io.agentctl.cli.policy.PolicyStatusShow;
import io.agentctl.cli.policy.PolicyTest;
import io.agentctl.cli.runtime.RuntimeDispatch;
import io.agentctl.cli.runtime.RuntimeHealth;
import io.agentctl.cli.runtime.RuntimeInstanceList;
import io.agentctl.cli.sandbox.SandboxCalls;
import io.agentctl.cli.sandbox.SandboxClock;
import io.agentctl.cli.sandbox.SandboxFaults;
import io.agentctl.cli.sandbox.SandboxLoad;
import io.agentctl.cli.sandbox.SandboxReset;
import io.agentctl.cli.sandbox.SandboxShow;
import io.agentctl.cli.sandbox.SandboxStart;
import io.agentctl.cli.sandbox.SandboxStop;
import io.agentctl.cli.sandbox.SandboxUseCases;
import io.agentctl.cli.serve.RuntimeStop;
import io.agentctl.cli.serve.ServeRuntime;
import io.agentctl.cli.tour.Tour;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every command, with the use case that it runs. To add a verb: write its class, and a line here. Nothing in this table
 * is made until the command is named on the command line.
 */
final class CommandTree {

    private final Composition make;

    CommandTree(Composition make) {
        this.make = make;
    }

    /** The program itself, with the nouns in the order in which help lists them. */
    Noun root() {
        return noun(
                "agentctl", "Operates an agent runtime on AWS: looks, plans, applies, verifies, undoes.", this::nouns);
    }

    private List<Entry> nouns() {
        return List.of(
                verb(
                        "tour",
                        "See the product at work, in two minutes and without an account.",
                        () -> new Tour(make.guide())),
                noun("ecs", "ECS services: what runs, its right size, and changes to it.", this::ecs),
                noun("policy", "Governance policies: written, tested, published, enforced.", this::policy),
                noun("runtime", "Runtimes: dispatch to one, see how it is.", this::runtime),
                noun("serve", "Run the product's services.", this::serve),
                noun("ops", "Operations: what was changed, by whom; undo and resume.", this::ops),
                verb("apply", "Apply a plan that was saved with -o json.", () -> new Apply(make.applyPlan())),
                verb(
                        "init",
                        "Write a first agentctl.yaml from what the account has.",
                        () -> new Init(make.describeAccount(), make.directory())),
                noun("sandbox", "An AWS endpoint on this machine, to try, rehearse and test.", this::sandbox),
                noun("config", "Where commands go, and why.", this::config));
    }

    private List<Entry> ecs() {
        make.expectCalls();
        return List.of(
                verb("services", "List services: size, use and cost.", () -> new EcsServices(make.listServices())),
                verb(
                        "rightsize",
                        "Advise the cheapest size that fits what services use, and change to it.",
                        () -> new EcsRightsize(
                                make.rightsizeServices(), make.adviseOnFile(), make::budgets, make.applyPlan())),
                verb(
                        "scale",
                        "Set the bounds and the CPU target that a service scales by.",
                        () -> new EcsScale(make.planScaling(), make.applyPlan())),
                verb(
                        "rollback",
                        "Go back to a revision that ran well.",
                        () -> new EcsRollback(make.planRollback(), make.applyPlan())),
                verb(
                        "redeploy",
                        "Replace every task by a new one of the same revision.",
                        () -> new EcsRedeploy(make.planRedeployment(), make.applyPlan())),
                verb(
                        "wait",
                        "Wait until a deployment is over, and tell whether it took.",
                        () -> new EcsWait(make.waitForService())));
    }

    private List<Entry> policy() {
        PolicyComposition policies = make.policyUseCases();
        return Stream.concat(policyFiles(policies).stream(), policyStore(policies).stream())
                .toList();
    }

    private List<Entry> policyFiles(PolicyComposition policies) {
        return List.of(
                verb(
                        "init",
                        "Write a first policy with tests, or one of the library.",
                        () -> new PolicyInit(policies.writePolicy(), make::policies)),
                verb(
                        "check",
                        "Find everything that is wrong with policies.",
                        () -> new PolicyCheck(policies.checkPolicies(), make::policies)),
                verb(
                        "fmt",
                        "Lay policies out in the one way; comments stay.",
                        () -> new PolicyFmt(policies.formatPolicies(), make::policies)),
                verb(
                        "test",
                        "Run the tests of policies, and tell what they cover.",
                        () -> new PolicyTest(policies.testPolicies(), make::policies)),
                verb(
                        "diff",
                        "Tell what a policy means differently from another.",
                        () -> new PolicyDiff(policies.comparePolicies())),
                verb(
                        "eval",
                        "Put a request to policies, and print the decision.",
                        () -> new PolicyEval(policies.tryPolicies(), make::policies)),
                verb(
                        "explain",
                        "The same, with each rule's value and what would have passed.",
                        () -> new PolicyExplain(policies.tryPolicies(), make::policies)),
                verb(
                        "schema",
                        "Print the JSON Schema of policies, for editors.",
                        () -> new PolicySchemaShow(policies.showPolicySchema())));
    }

    private List<Entry> policyStore(PolicyComposition policies) {
        return List.of(
                verb(
                        "publish",
                        "Make versions of policies, which never change.",
                        () -> new PolicyPublish(
                                policies.policyDocuments(),
                                policies.planPublishing(),
                                policies.publishPolicies(),
                                make::policies)),
                verb(
                        "activate",
                        "Put a version in force, or try it on live requests.",
                        () -> new PolicyActivate(
                                policies.planActivation(), policies.replayVersion(), make.applyPlan())),
                verb(
                        "rollback",
                        "End a trial, or go back to what was in force before.",
                        () -> new PolicyRollback(policies.planPolicyRollback(), make.applyPlan())),
                verb("list", "List policies and what is in force.", () -> new PolicyList(policies.listPolicies())),
                verb("show", "Print a version as it was published.", () -> new PolicyShow(policies.showPolicy())),
                verb(
                        "history",
                        "List a policy's versions, and when each was in force.",
                        () -> new PolicyHistoryList(policies.policyHistory())),
                verb(
                        "status",
                        "Print what an environment enforces, and which runtimes do.",
                        () -> new PolicyStatusShow(policies.policyStatus())),
                verb(
                        "replay",
                        "Re-run recorded decisions with another version.",
                        () -> new PolicyReplay(policies.replayDecisions())));
    }

    private List<Entry> runtime() {
        return List.of(
                verb(
                        "dispatch",
                        "Send one request to a runtime.",
                        () -> new RuntimeDispatch(make.dispatch(), make::runtimeEndpoint)),
                verb(
                        "health",
                        "Print how a runtime is.",
                        () -> new RuntimeHealth(make.checkHealth(), make::runtimeEndpoint)),
                verb(
                        "instances",
                        "List the runtimes that have reported, and what they enforce.",
                        () -> new RuntimeInstanceList(make.policyUseCases().runtimeInstances())),
                verb(
                        "stop",
                        "Stop the runtime that was started with --detach.",
                        () -> new RuntimeStop(make.stopRuntime())));
    }

    private List<Entry> serve() {
        return List.of(verb(
                "runtime",
                "Run the runtime: health, and dispatch under governance.",
                () -> new ServeRuntime(make.serveRuntime())));
    }

    private List<Entry> ops() {
        return List.of(
                verb("list", "List operations, the newest first.", () -> new OpsList(make.listOperations())),
                verb(
                        "show",
                        "Show an operation's steps, and what undoing it would do.",
                        () -> new OpsShow(make.showOperation())),
                verb(
                        "undo",
                        "Put back what an operation changed.",
                        () -> new OpsUndo(make.showOperation(), make.undoOperation())),
                verb(
                        "resume",
                        "Finish an operation that stopped half-way.",
                        () -> new OpsResume(make.showOperation(), make.resumeOperation())));
    }

    private List<Entry> sandbox() {
        SandboxUseCases sandbox = make.sandbox();
        return List.of(
                verb("start", "Start it and leave it running.", () -> new SandboxStart(sandbox.start())),
                verb(
                        "status",
                        "Print where it answers and what its clock says.",
                        () -> new SandboxShow(sandbox.show())),
                verb("stop", "Stop it.", () -> new SandboxStop(sandbox.stop())),
                verb("reset", "Begin its world anew.", () -> new SandboxReset(sandbox.reset())),
                verb("load", "Begin another world.", () -> new SandboxLoad(sandbox.load())),
                verb("faults", "List what is made to go wrong, or make it.", () -> new SandboxFaults(sandbox.faults())),
                verb("clock", "Print what its clock says, or move it ahead.", () -> new SandboxClock(sandbox.clock())),
                verb("calls", "List the AWS calls that it has answered.", () -> new SandboxCalls(sandbox.calls())));
    }

    private List<Entry> config() {
        return List.of(
                verb("view", "Print every setting and where it comes from.", () -> new ConfigView(make.viewSettings())),
                verb(
                        "contexts",
                        "List the places that commands can go to.",
                        () -> new ConfigContexts(make.listContexts())),
                verb("use", "Choose where commands go from now on.", () -> new ConfigUse(make.useContext())));
    }

    private static Noun noun(String name, String description, Supplier<List<Entry>> entries) {
        return new Noun(name, description, entries);
    }

    private static Leaf verb(String name, String description, Supplier<Verb> verb) {
        return new Leaf(name, description, verb);
    }
}
