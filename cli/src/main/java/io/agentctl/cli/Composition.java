package io.agentctl.cli;

import io.agentctl.cli.config.ConfigUse;
import io.agentctl.cli.config.ContextList;
import io.agentctl.cli.config.SettingsView;
import io.agentctl.cli.config.UserConfigFile;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.runtime.RuntimeOptions.RuntimeEndpoint;
import io.agentctl.cli.sandbox.SandboxProcess;
import io.agentctl.cli.sandbox.SandboxUseCases;
import io.agentctl.cli.serve.RuntimeLauncher;
import io.agentctl.cli.serve.RuntimeProcess;
import io.agentctl.cli.serve.RuntimeState;
import io.agentctl.cli.serve.RuntimeStop;
import io.agentctl.cli.serve.ServeRuntime;
import io.agentctl.cli.settings.Folders;
import io.agentctl.cli.settings.Inputs;
import io.agentctl.cli.settings.Project;
import io.agentctl.cli.settings.SandboxState;
import io.agentctl.cli.settings.Settings;
import io.agentctl.cli.settings.SettingsReader;
import io.agentctl.cli.settings.Sourced;
import io.agentctl.cli.tour.Guide;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.aws.Lazy;
import io.agentctl.control.aws.Rehearsal;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.ListServices;
import io.agentctl.control.ecs.PlanRedeployment;
import io.agentctl.control.ecs.PlanRollback;
import io.agentctl.control.ecs.PlanScaling;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.ecs.WaitForService;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.project.DescribeAccount;
import io.agentctl.control.rightsizing.AdviseOnFile;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.runtime.CheckHealth;
import io.agentctl.control.runtime.Dispatch;
import io.agentctl.control.runtime.RuntimeAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the use cases by hand. Commands are made before the command line is parsed, so each use case here reads the
 * settings, and builds what it needs, only when it is run.
 */
final class Composition {

    private final Surroundings surroundings;
    private final Supplier<Flags> flags;
    private final Rehearsal rehearsal;
    private final Lazy<Cloud> cloud;

    /**
     * Composes nothing yet.
     *
     * @param flags the global options, once they are parsed
     * @param rehearsal of calls of AWS, begun when a command is named that makes some
     */
    Composition(Surroundings surroundings, Supplier<Flags> flags, Rehearsal rehearsal) {
        this.surroundings = surroundings;
        this.flags = flags;
        this.rehearsal = rehearsal;
        this.cloud = new Lazy<>(this::reachCloud);
    }

    /** Says that a command was named that calls AWS, as early as that is known. */
    void expectCalls() {
        rehearsal.begin();
    }

    UseCase<SettingsView.Request, SettingsView> viewSettings() {
        return (request, progress) -> SettingsView.of(settings());
    }

    UseCase<ContextList.Request, ContextList> listContexts() {
        return (request, progress) -> ContextList.of(settings());
    }

    UseCase<ConfigUse.Request, ConfigUse.Result> useContext() {
        return (request, progress) ->
                new UserConfigFile(Inputs.userFile(surroundings.environment())).use(request.name());
    }

    SandboxUseCases sandbox() {
        return new SandboxUseCases(
                new SandboxProcess(surroundings.home(), SandboxState.folder(surroundings.environment())));
    }

    UseCase<DescribeAccount.Request, DescribeAccount.Result> describeAccount() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new DescribeAccount(here::here, here.ecs().gateway(), here.aws()::dynamoDb).run(request, progress);
        };
    }

    UseCase<ListServices.Request, ListServices.Result> listServices() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            EcsWiring ecs = here.ecs();
            return new ListServices(ecs.gateway(), ecs.observer(), here.metrics(), here::prices, here.clock())
                    .run(request, progress);
        };
    }

    UseCase<RightsizeServices.Request, RightsizeServices.Result> rightsizeServices() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            EcsWiring ecs = here.ecs();
            SizeHistory sizes = new SizeHistory(ecs.gateway(), ecs.deployments());
            return new RightsizeServices(
                            here::here,
                            ecs.gateway(),
                            ecs.observer(),
                            here.metrics(),
                            sizes,
                            here::prices,
                            here.clock())
                    .run(request, progress);
        };
    }

    UseCase<AdviseOnFile.Request, AdviseOnFile.Result> adviseOnFile() {
        return (request, progress) -> new AdviseOnFile(this::offlinePrices).run(request, progress);
    }

    UseCase<PlanScaling.Request, Plan> planScaling() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new PlanScaling(here::here, here.ecs().gateway(), here.ecs().observer(), here.clock())
                    .run(request, progress);
        };
    }

    UseCase<PlanRollback.Request, Plan> planRollback() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            EcsWiring ecs = here.ecs();
            return new PlanRollback(here::here, ecs.gateway(), ecs.observer(), ecs.deployments(), here.clock())
                    .run(request, progress);
        };
    }

    UseCase<Services, Plan> planRedeployment() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new PlanRedeployment(
                            here::here, here.ecs().gateway(), here.ecs().observer(), here.clock())
                    .run(request, progress);
        };
    }

    UseCase<Services, WaitForService.Result> waitForService() {
        return (request, progress) -> cloud.get().ecs().waiting().run(request, progress);
    }

    UseCase<ApplyPlan.Request, ApplyPlan.Result> applyPlan() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new ApplyPlan(here::changedHere, here.appliers(), here::runner).run(request, progress);
        };
    }

    /** What is done with policies. */
    PolicyComposition policyUseCases() {
        return new PolicyComposition(cloud);
    }

    /** Where the project keeps its policies. */
    Path policies() {
        return settings().project().policies().value();
    }

    UseCase<Dispatch.Request, Dispatch.Result> dispatch() {
        return (request, progress) -> new Dispatch().run(request, progress);
    }

    UseCase<CheckHealth.Request, CheckHealth.Result> checkHealth() {
        return (request, progress) -> new CheckHealth().run(request, progress);
    }

    UseCase<ServeRuntime.Request, ServeRuntime.Result> serveRuntime() {
        return (request, progress) -> new RuntimeLauncher(
                        runtimeProcess(),
                        () -> settings().project().name().value(),
                        () -> AwsVariables.of(settings()),
                        () -> AwsVariables.known(settings()))
                .run(request, progress);
    }

    UseCase<RuntimeStop.Request, RuntimeStop.Result> stopRuntime() {
        return (request, progress) -> new RuntimeStop.Result(runtimeProcess().stop());
    }

    /** The detached runtime if there is one; its token only ever comes from the environment. */
    RuntimeEndpoint runtimeEndpoint() {
        return new RuntimeEndpoint(
                runtimeProcess().running().map(RuntimeState::url).orElse(RuntimeAddress.DEFAULT_URL),
                Optional.ofNullable(surroundings.environment().get("AGENTCTL_RUNTIME_TOKEN")));
    }

    private RuntimeProcess runtimeProcess() {
        return new RuntimeProcess(
                surroundings.home(), Folders.state(surroundings.environment()).resolve("runtime"));
    }

    UseCase<ListOperations.Request, ListOperations.Result> listOperations() {
        return (request, progress) -> new ListOperations(cloud.get().journal()).run(request, progress);
    }

    UseCase<ShowOperation.Request, OperationDetails> showOperation() {
        return (request, progress) -> cloud.get().showOperation().run(request, progress);
    }

    UseCase<UndoOperation.Request, OperationEnded> undoOperation() {
        return (request, progress) ->
                new UndoOperation(cloud.get().journal(), cloud.get().runner()).run(request, progress);
    }

    UseCase<ResumeOperation.Request, OperationEnded> resumeOperation() {
        return (request, progress) ->
                new ResumeOperation(cloud.get().journal(), cloud.get().runner()).run(request, progress);
    }

    /** The project's budgets for tasks, in percent. */
    Budgets budgets() {
        Project.Budgets budgets = settings().project().budgets();
        return new Budgets(budgets.cpu().value() * 100, budgets.memory().value() * 100);
    }

    Guide guide() {
        return new Guide(surroundings.home().resolve("agentctl"), surroundings.environment());
    }

    Path directory() {
        return surroundings.directory();
    }

    /** Prices without a region to call: advice on a file must work where there is no AWS at all. */
    private PriceTable offlinePrices() {
        Settings settings = settings();
        return Cloud.prices(settings, settings.region().map(Sourced::value).orElse(PriceTables.DEFAULT_REGION));
    }

    private Cloud reachCloud() {
        Settings settings = settings();
        rehearsal.await();
        return new Cloud(settings, flags.get(), surroundings.environment());
    }

    private Settings settings() {
        return SettingsReader.read(
                Inputs.read(flags.get().target(), surroundings.environment(), surroundings.directory()));
    }
}
