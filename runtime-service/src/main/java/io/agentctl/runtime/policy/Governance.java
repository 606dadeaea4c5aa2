package io.agentctl.runtime.policy;

import io.agentctl.policies.serving.PolicyLoader;
import io.agentctl.policies.serving.PolicyTexts;
import io.agentctl.policies.serving.StoreLoader;
import io.agentctl.policies.serving.StoreTrialEnd;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.TrustedKeys;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.agentctl.runtime.policy.InstanceReporter.Identity;
import io.agentctl.runtime.telemetry.EventLog;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything about the policies of this instance, put together. */
public final class Governance implements AutoCloseable {

    private final Supplier<PolicyState> state;
    private final Optional<PolicyWatcher> watcher;
    private final Optional<InstanceReporter> reporter;

    private Governance(
            Supplier<PolicyState> state, Optional<PolicyWatcher> watcher, Optional<InstanceReporter> reporter) {
        this.state = state;
        this.watcher = watcher;
        this.reporter = reporter;
    }

    /** Policies of a function, which looks after them itself. */
    public static Governance ofFunction(FunctionDecider function) {
        return new Governance(function::state, Optional.empty(), Optional.empty());
    }

    /**
     * Policies of a store, watched and reported.
     *
     * @param instance unique while this process runs
     * @param address where this instance is reached
     */
    public static Governance ofStore(
            RuntimeConfiguration configuration,
            PolicyStore store,
            TrustedKeys trusted,
            ActivePolicies active,
            String instance,
            String address,
            EventLog events,
            InstantSource clock) {
        String environment = configuration.environment();
        PolicyLoader loader =
                new StoreLoader(store, trusted, configuration.policies().table(), environment, new PolicyTexts());
        Reports reports = new Reports();
        PolicyWatcher watcher = new PolicyWatcher(
                loader,
                active,
                reports,
                new StoreTrialEnd(store, environment, "runtime " + instance),
                events,
                clock,
                configuration.policies().watch());
        Identity identity = new Identity(instance, environment, address, version());
        InstanceReporter reporter = new InstanceReporter(store, identity, watcher::state, events, clock);
        reports.to = reporter::changed;
        return new Governance(watcher::state, Optional.of(watcher), Optional.of(reporter));
    }

    /** Policies of files, watched. */
    public static Governance ofFiles(
            RuntimeConfiguration configuration, ActivePolicies active, EventLog events, InstantSource clock) {
        PolicyLoader loader =
                new FilesLoader(configuration.policies().files(), configuration.environment(), new PolicyTexts());
        PolicyWatcher watcher = new PolicyWatcher(
                loader,
                active,
                () -> {},
                (candidate, reason) -> {},
                events,
                clock,
                configuration.policies().watch());
        return new Governance(watcher::state, Optional.of(watcher), Optional.empty());
    }

    /** What reports are made to is made after the watcher, whose state it reports. */
    private static final class Reports implements Runnable {
        private volatile Runnable to = () -> {};

        @Override
        public void run() {
            to.run();
        }
    }

    private static String version() {
        return Optional.ofNullable(Governance.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Loads policies, and watches them from then on. */
    public void start() {
        watcher.ifPresent(PolicyWatcher::start);
        reporter.ifPresent(InstanceReporter::start);
    }

    /** How it stands. */
    public PolicyState state() {
        return state.get();
    }

    @Override
    public void close() {
        watcher.ifPresent(PolicyWatcher::close);
        reporter.ifPresent(InstanceReporter::close);
    }
}
