package io.agentctl.control.place;

import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.capacity.TablePace;
import io.agentctl.control.ecs.Pace;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.lambda.UpdatePace;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.pricing.AlarmPriceTables;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.pricing.TablePriceTables;
import io.agentctl.control.publishing.Patience;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.SandboxState;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Source;
import io.agentctl.control.settings.Sourced;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command goes and how it behaves there, as the settings and the global options say: what {@link Cloud} makes
 * its parts from.
 *
 * @param context never a control plane
 * @param owner who works there: this process for its user, or a service for a caller
 */
public record Place(Settings settings, Manner manner, Map<String, String> environment, Context context, Owner owner) {

    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

    /** @throws AgentctlException BAD_CONFIGURATION for a control plane */
    public Place {
        if (context instanceof Context.ControlPlane plane) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "this works with AWS itself, and context " + plane.name() + " is a control plane",
                    "Name a context of type aws: --context NAME; agentctl config contexts lists them.");
        }
    }

    /** The place that the settings lead reads to. */
    public static Place of(Settings settings, Manner manner, Map<String, String> environment) {
        return of(settings, manner, environment, LocalProcesses.current());
    }

    /** The same, on behalf of somebody. */
    public static Place of(Settings settings, Manner manner, Map<String, String> environment, Owner owner) {
        return new Place(settings, manner, environment, settings.contextForReading(), owner);
    }

    /** Who changes things, as histories show it. */
    public static String actor() {
        return actor(LocalProcesses.current());
    }

    /** The same of somebody else. */
    static String actor(Owner owner) {
        return owner.user() + "@" + owner.host();
    }

    /** Prices of a region, the project's own where it has some. */
    public static PriceTable prices(Settings settings, String region) {
        PriceTables tables = PriceTables.shipped();
        Optional<Path> own = settings.project().prices().map(Sourced::value);
        return own.map(tables::overriddenBy).orElse(tables).forRegion(region);
    }

    /** CloudWatch's prices of alarms in a region, the project's own where it has some. */
    public static AlarmPriceTable alarmPrices(Settings settings) {
        AlarmPriceTables tables = AlarmPriceTables.shipped();
        Optional<Path> own = settings.project().alarmPrices().map(Sourced::value);
        return own.map(tables::overriddenBy).orElse(tables).forRegion(settings.requiredRegion());
    }

    String region() {
        return settings.requiredRegion();
    }

    /** DynamoDB's prices of the region, the project's own where it has some. */
    TablePriceTable tablePrices() {
        TablePriceTables tables = TablePriceTables.shipped();
        Optional<Path> own = settings.project().tablePrices().map(Sourced::value);
        return own.map(tables::overriddenBy).orElse(tables).forRegion(region());
    }

    /** The sandbox's clock can be moved; what is "now" in its metrics is now for us. */
    Clock clock() {
        Duration offset = context instanceof Context.Sandbox
                ? settings.sandbox().map(SandboxState::clockOffset).orElse(Duration.ZERO)
                : Duration.ZERO;
        return Clock.offset(Clock.systemUTC(), offset);
    }

    /** How AWS is reached there. */
    public AwsSettings awsSettings() {
        boolean sandbox = context instanceof Context.Sandbox;
        if (sandbox && settings.endpoint().isEmpty()) {
            settings.runningSandbox();
        }
        return new AwsSettings(
                settings.profile().map(Sourced::value),
                region(),
                settings.endpoint().map(Sourced::value),
                sandbox ? AwsSettings.Credentials.SANDBOX : AwsSettings.Credentials.CHAIN,
                manner.readOnly(),
                CALL_TIMEOUT,
                AwsSettings.USUAL_ATTEMPTS,
                AwsSettings.Pace.AS_AWS_ALLOWS);
    }

    /** A cluster that only follows from the project's default name is no reason to look for it. */
    Services services() {
        Sourced<String> cluster = settings.project().cluster();
        boolean guessed = cluster.source().kind() == Source.Kind.DEFAULT
                && settings.project().name().source().kind() == Source.Kind.DEFAULT;
        return new Services(
                guessed ? "" : cluster.value(), settings.project().services().value());
    }

    String policyTable() {
        return settings.project().name().value() + "-governance-policies";
    }

    Patience patience() {
        return new Patience(Patience.USUAL.poll(), manner.timeoutOr(Patience.USUAL.most()), Patience.USUAL.settling());
    }

    Pace pace() {
        return new Pace(Pace.USUAL.poll(), manner.timeoutOr(Pace.USUAL.rolloutTimeout()));
    }

    UpdatePace functionPace() {
        return new UpdatePace(UpdatePace.USUAL.poll(), manner.timeoutOr(UpdatePace.USUAL.most()));
    }

    TablePace tablePace() {
        return new TablePace(TablePace.USUAL.poll(), manner.timeoutOr(TablePace.USUAL.most()));
    }
}
