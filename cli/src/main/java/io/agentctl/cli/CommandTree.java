package io.agentctl.cli;

import io.agentctl.cli.alarms.AlarmsCommands;
import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.CompletionCommands;
import io.agentctl.cli.config.ConfigCommands;
import io.agentctl.cli.console.ConsoleLink;
import io.agentctl.cli.console.Links;
import io.agentctl.cli.cost.CostCommands;
import io.agentctl.cli.dash.DashCommands;
import io.agentctl.cli.dashboard.DashboardCommands;
import io.agentctl.cli.ecs.EcsCommands;
import io.agentctl.cli.init.Init;
import io.agentctl.cli.lambda.LambdaCommands;
import io.agentctl.cli.ops.OpsCommands;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.perf.PerfCommands;
import io.agentctl.cli.permissions.PermissionCommands;
import io.agentctl.cli.plan.Apply;
import io.agentctl.cli.policy.PolicyCommands;
import io.agentctl.cli.process.Installation;
import io.agentctl.cli.runtime.RuntimeCommands;
import io.agentctl.cli.sandbox.SandboxCommands;
import io.agentctl.cli.serve.ServeCommands;
import io.agentctl.cli.shell.Shell;
import io.agentctl.cli.slo.SloCommands;
import io.agentctl.cli.status.StatusCommands;
import io.agentctl.cli.table.TableCommands;
import io.agentctl.cli.tour.Guide;
import io.agentctl.cli.tour.Tour;
import io.agentctl.cli.version.Releases;
import io.agentctl.cli.version.ShowVersion;
import io.agentctl.cli.windows.WindowsCommands;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Version;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.catalogue.PlaceUseCases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every noun, and the verbs that stand on their own. To add a verb: write its class, and a line in the {@code Commands}
 * of its noun. Nothing in this table is made until the command is named on the command line.
 */
final class CommandTree {

    private final Wiring wiring;

    CommandTree(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The program itself, with the nouns in the order in which help lists them. */
    Noun root() {
        return new Noun(
                "agentctl",
                "Operates an agent runtime on AWS: looks, plans, applies, verifies, undoes.",
                this::entries);
    }

    private List<Entry> entries() {
        return Stream.of(views(), capabilities(), tools()).flatMap(List::stream).toList();
    }

    /** To look at everything, or from where everything is done. */
    private List<Entry> views() {
        return List.of(
                new Leaf(
                        "status",
                        "See the runtime on one page: what it does, what is promised, what is wrong.",
                        () -> new StatusCommands(wiring).status()),
                new Leaf("dash", "Watch the runtime on a live dashboard.", () -> new DashCommands(wiring).dash()),
                new Leaf(
                        "console",
                        "Get a link into a control plane's console, for a browser.",
                        () -> new ConsoleLink(() -> new Links(wiring.plane()))),
                new Leaf(
                        "shell",
                        "A session: commands with completion of what is there, history, undo, notes.",
                        () -> new Shell(new SessionProgram(
                                wiring.surroundings(),
                                wiring.shared().rehearsal(),
                                wiring.shared().terminals()))),
                new Leaf(
                        "tour",
                        "See the product at work, in two minutes and without an account.",
                        () -> new Tour(guide())));
    }

    private List<Entry> capabilities() {
        return List.of(
                new Noun("ecs", "ECS services: what runs, its right size, and changes to it.", () -> new EcsCommands(
                                wiring)
                        .entries()),
                new Noun(
                        "lambda",
                        "Lambda functions: the memory that they should have, and changes to it.",
                        () -> new LambdaCommands(wiring).entries()),
                new Noun("table", "DynamoDB tables: use, cost, mode, scaling.", () -> new TableCommands(wiring)
                        .entries()),
                new Noun(
                        "windows",
                        "Scale-to-zero windows: when services sleep, and that they come back.",
                        () -> new WindowsCommands(wiring).entries()),
                new Noun("cost", "Costs: everything in one table, and what would save.", () -> new CostCommands(wiring)
                        .entries()),
                new Noun("slo", "Objectives: what is promised, and how well it is kept.", () -> new SloCommands(wiring)
                        .entries()),
                new Noun("budget", "How full services and tables may run, and do.", () -> new StatusCommands(wiring)
                        .budget()),
                new Noun("alarms", "CloudWatch alarms: tried on history before they are set.", () -> new AlarmsCommands(
                                wiring)
                        .entries()),
                new Noun("perf", "Load tests: sent, judged, reported.", () -> new PerfCommands(wiring).entries()),
                new Noun(
                        "dashboard",
                        "The project's CloudWatch dashboard: what it runs and promises.",
                        () -> new DashboardCommands(wiring).entries()),
                new Noun(
                        "policy",
                        "Governance policies: written, tested, published, enforced.",
                        () -> new PolicyCommands(wiring).entries()),
                new Noun("runtime", "Runtimes: dispatch to one, see how it is.", () -> new RuntimeCommands(wiring)
                        .entries()));
    }

    /** What all capabilities share, and the program's own. */
    private List<Entry> tools() {
        return List.of(
                new Noun("serve", "Run the product's services.", () -> new ServeCommands(wiring).entries()),
                new Noun("ops", "Operations: what was changed, by whom; undo and resume.", () -> new OpsCommands(wiring)
                        .entries()),
                new Leaf("apply", "Apply a plan that was saved with -o json.", () -> new Apply(wiring.applyPlan())),
                new Leaf(
                        "init",
                        "Write a first agentctl.yaml from what the account has.",
                        () -> new Init(
                                wiring.use(PlaceUseCases.DESCRIBE),
                                wiring.surroundings().directory())),
                new Noun(
                        "sandbox",
                        "An AWS endpoint on this machine, to try, rehearse and test.",
                        () -> new SandboxCommands(wiring).entries()),
                new Noun(
                        "config",
                        "Where commands go and why, and what they must be allowed.",
                        () -> new ConfigCommands(wiring, new PermissionCommands(wiring, this::before)).entries()),
                new Leaf(
                        "version",
                        "Print the version and what it runs on; --check asks which one is newest.",
                        () -> new ShowVersion(Version.OF_PROGRAM, this::releases)),
                new Leaf(
                        "completion",
                        "Print what makes a shell complete commands and names.",
                        () -> new CompletionCommands(wiring).script(this::everything)),
                new Leaf(
                        "__names", "Print the names of what there is, for shells.", () -> new CompletionCommands(wiring)
                                .names()));
    }

    /** The same commands made before somebody who hears what they may do; none of them will be run. */
    private Noun before(Witness witness) {
        Shared usual = Shared.ofOneCommand();
        usual.rehearsal().forgo();
        Shared heard = new Shared(usual.rehearsal(), usual.clients(), usual.terminals(), usual.begun(), witness);
        return new CommandTree(new Wiring(wiring.surroundings(), () -> Flags.NONE, heard)).root();
    }

    /** The variable comes first, as everywhere. */
    private Optional<Releases> releases() {
        return Optional.ofNullable(wiring.surroundings().environment().get(Releases.VARIABLE))
                .filter(named -> !named.isBlank())
                .map(Releases::parse)
                .or(() -> wiring.settings().user().releases().map(Releases::new));
    }

    private CommandSpec everything() {
        return CommandModel.whole(new GlobalOptions(Flags.NONE), root()).getCommandSpec();
    }

    private Guide guide() {
        Surroundings surroundings = wiring.surroundings();
        return new Guide(new Installation(surroundings.home()).launcher(), surroundings.environment());
    }
}
