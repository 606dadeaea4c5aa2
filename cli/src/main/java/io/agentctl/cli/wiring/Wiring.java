package io.agentctl.cli.wiring;

import io.agentctl.cli.option.Flags;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.aws.Lazy;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.permission.Needs;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.place.Place;
import io.agentctl.control.remote.ControlPlane;
import io.agentctl.control.remote.identity.CallerOfPlane;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What each noun's commands make their use cases from. Commands are made before the command line is parsed, so nothing
 * is read or built before a use case is run.
 */
public final class Wiring {

    private final Surroundings surroundings;
    private final Supplier<Flags> flags;
    private final Shared shared;
    private final Lazy<Cloud> cloud;
    private final Lazy<Carriage> carriage;

    /**
     * Wires nothing yet.
     *
     * @param flags the global options, once they are parsed
     * @param shared what all commands of this process share
     */
    public Wiring(Surroundings surroundings, Supplier<Flags> flags, Shared shared) {
        this.surroundings = surroundings;
        this.flags = flags;
        this.shared = shared;
        this.cloud = new Lazy<>(this::reachCloud);
        this.carriage = new Lazy<>(this::carriage);
    }

    /** Says that a command was named that calls AWS, as early as that is known. */
    public void expectCalls() {
        shared.rehearsal().begin();
    }

    /** What commands share. */
    public Shared shared() {
        return shared;
    }

    /** What is outside the program. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** The settings, read anew. */
    public Settings settings() {
        return SettingsReader.read(
                Inputs.read(flags.get().target(), surroundings.environment(), surroundings.directory()));
    }

    /** Where this command was told to go. */
    public TargetFlags target() {
        return flags.get().target();
    }

    /** Where objectives and alarms are read. */
    public MonitoringSource monitoring() {
        return new MonitoringSource(surroundings.directory(), () -> settings().project());
    }

    /** The parts that talk to the place where commands go. */
    public Cloud cloud() {
        return cloud.get();
    }

    /** A use case of the catalogue, made once it is run. */
    public <Q, R> UseCase<Q, R> use(NamedUseCase<Q, R> useCase) {
        return witnessed(useCase, () -> carriage.get().carrying(useCase));
    }

    /** Whether a control plane carries use cases out, so that what they answer travels. */
    public boolean travels() {
        return carriage.get() instanceof Carriage.There;
    }

    /**
     * A use case that is asked again and again: without its control plane it fails soon.
     *
     * @see #use
     */
    public <Q, R> UseCase<Q, R> asking(NamedUseCase<Q, R> useCase) {
        return witnessed(useCase, () -> switch (carriage.get()) {
            case Carriage.Here here -> here.carrying(useCase);
            case Carriage.There there -> there.asking(useCase);
        });
    }

    private <Q, R> UseCase<Q, R> witnessed(NamedUseCase<Q, R> useCase, Supplier<UseCase<Q, R>> made) {
        shared.witness().mayRun(useCase);
        return (request, progress) -> {
            R result = made.get().run(request, progress);
            shared.witness().saw(useCase, request, result);
            return result;
        };
    }

    /** Says that a command is made that calls AWS otherwise than by use cases of the catalogue. */
    public void mayNeed(Needs needs) {
        shared.witness().mayNeed(needs);
    }

    /** The time where commands go. */
    public Clock clock() {
        return carriage.get().clock();
    }

    /**
     * The control plane of the context.
     *
     * @throws AgentctlException BAD_CONFIGURATION if the context is none
     */
    public ControlPlane plane() {
        Settings settings = settings();
        if (settings.contextForReading() instanceof Context.ControlPlane plane) {
            return plane(plane, settings);
        }
        throw new AgentctlException(
                ErrorCode.BAD_CONFIGURATION,
                "context " + settings.contextForReading().name() + " is no control plane",
                "Name one with --context; agentctl config contexts lists them.");
    }

    private ControlPlane plane(Context.ControlPlane plane, Settings settings) {
        return new ControlPlane(
                plane.name(),
                plane.url(),
                CallerOfPlane.of(plane, settings, surroundings.environment()),
                Version.OF_PROGRAM);
    }

    private Carriage carriage() {
        Settings settings = settings();
        return settings.contextForReading() instanceof Context.ControlPlane plane
                ? new Carriage.There(plane(plane, settings), flags.get().manner())
                : new Carriage.Here(cloud);
    }

    /** Carries out a plan of any capability. */
    public UseCase<ApplyPlan.Request, ApplyPlan.Result> applyPlan() {
        return use(OperationUseCases.APPLY);
    }

    private Cloud reachCloud() {
        Settings settings = settings();
        shared.rehearsal().await();
        return new Cloud(
                Place.of(settings, flags.get().manner(), surroundings.environment()), shared.clients(), shared.begun());
    }
}
