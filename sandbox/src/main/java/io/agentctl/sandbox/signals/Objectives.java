package io.agentctl.sandbox.signals;

import io.agentctl.sandbox.ecs.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.applicationsignals.model.BurnRateConfiguration;
import software.amazon.awssdk.services.applicationsignals.model.CreateServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.DurationUnit;
import software.amazon.awssdk.services.applicationsignals.model.EvaluationType;
import software.amazon.awssdk.services.applicationsignals.model.Goal;
import software.amazon.awssdk.services.applicationsignals.model.Interval;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesRequest;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesResponse;
import software.amazon.awssdk.services.applicationsignals.model.MetricSourceType;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjectiveSummary;
import software.amazon.awssdk.services.applicationsignals.model.UpdateServiceLevelObjectiveRequest;

/** The operations on objectives. Bounds and defaults are those of the service model. */
final class Objectives {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][-._0-9A-Za-z ]{0,126}[0-9A-Za-z]");
    private static final int MOST_BURN_RATES = 10;
    private static final int LONGEST_LOOK_BACK = 10_080;
    private static final int PAGE = 50;
    private static final double USUAL_GOAL = 99;
    private static final double USUAL_WARNING = 50;
    private static final double WHOLE = 100;
    private static final int USUAL_DAYS = 7;

    private final SignalsState state;

    Objectives(SignalsState state) {
        this.state = state;
    }

    ServiceLevelObjective create(CreateServiceLevelObjectiveRequest request) {
        String name = request.name() == null ? "" : request.name();
        if (!NAME.matcher(name).matches()) {
            throw SignalsErrors.invalid("Name '" + name + "' must satisfy " + NAME.pattern());
        }
        if (state.has(name)) {
            throw SignalsErrors.exists(name);
        }
        if ((request.sliConfig() == null) == (request.requestBasedSliConfig() == null)) {
            throw SignalsErrors.invalid("Either SliConfig or RequestBasedSliConfig is needed, and not both.");
        }
        Instant now = state.simulation().instant();
        ServiceLevelObjective.Builder objective = ServiceLevelObjective.builder()
                .arn(state.arn(name))
                .name(name)
                .description(request.description())
                .createdTime(now)
                .lastUpdatedTime(now)
                .goal(goal(request.goal()))
                .metricSourceType(MetricSourceType.CLOUD_WATCH_METRIC);
        if (request.hasBurnRateConfigurations()) {
            objective.burnRateConfigurations(burnRates(request.burnRateConfigurations()));
        }
        if (request.sliConfig() == null) {
            objective
                    .requestBasedSli(Indicators.ofRequests(request.requestBasedSliConfig()))
                    .evaluationType(EvaluationType.REQUEST_BASED);
        } else {
            objective.sli(Indicators.ofPeriods(request.sliConfig())).evaluationType(EvaluationType.PERIOD_BASED);
        }
        Map<String, String> tags = new TreeMap<>();
        request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        state.put(objective.build(), tags);
        return state.require(name).objective();
    }

    /** What is left out stays; what an objective counts in cannot be changed. */
    ServiceLevelObjective update(UpdateServiceLevelObjectiveRequest request) {
        SignalsState.Kept kept = state.require(request.id());
        ServiceLevelObjective present = kept.objective();
        boolean periods = present.evaluationType() == EvaluationType.PERIOD_BASED;
        if (periods ? request.requestBasedSliConfig() != null : request.sliConfig() != null) {
            throw SignalsErrors.invalid("A period-based SLO cannot become request-based, nor the other way.");
        }
        ServiceLevelObjective.Builder changed =
                present.toBuilder().lastUpdatedTime(state.simulation().instant());
        Optional.ofNullable(request.description()).ifPresent(changed::description);
        Optional.ofNullable(request.goal()).map(Objectives::goal).ifPresent(changed::goal);
        Optional.ofNullable(request.sliConfig()).map(Indicators::ofPeriods).ifPresent(changed::sli);
        Optional.ofNullable(request.requestBasedSliConfig())
                .map(Indicators::ofRequests)
                .ifPresent(changed::requestBasedSli);
        if (request.hasBurnRateConfigurations()) {
            changed.burnRateConfigurations(burnRates(request.burnRateConfigurations()));
        }
        state.put(changed.build(), kept.tags());
        return state.require(present.name()).objective();
    }

    void delete(String id) {
        state.remove(state.require(id).objective().name());
    }

    ListServiceLevelObjectivesResponse list(ListServiceLevelObjectivesRequest request) {
        int size = Optional.ofNullable(request.maxResults()).orElse(PAGE);
        Page<ServiceLevelObjective> page;
        try {
            page = Page.of(state.all(), request.nextToken(), Math.clamp(size, 1, PAGE));
        } catch (IllegalArgumentException e) {
            throw SignalsErrors.invalid("NextToken: " + e.getMessage());
        }
        return ListServiceLevelObjectivesResponse.builder()
                .sloSummaries(page.items().stream().map(Objectives::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static ServiceLevelObjectiveSummary summary(ServiceLevelObjective objective) {
        return ServiceLevelObjectiveSummary.builder()
                .arn(objective.arn())
                .name(objective.name())
                .createdTime(objective.createdTime())
                .evaluationType(objective.evaluationType())
                .metricSourceType(objective.metricSourceType())
                .build();
    }

    private static Goal goal(Goal wanted) {
        Goal given = wanted == null ? Goal.builder().build() : wanted;
        double attainment = Optional.ofNullable(given.attainmentGoal()).orElse(USUAL_GOAL);
        if (!(attainment > 0 && attainment < WHOLE)) {
            throw SignalsErrors.invalid("AttainmentGoal must be over 0 and under 100.");
        }
        return Goal.builder()
                .attainmentGoal(attainment)
                .warningThreshold(Optional.ofNullable(given.warningThreshold()).orElse(USUAL_WARNING))
                .interval(Optional.ofNullable(given.interval()).orElseGet(Objectives::week))
                .build();
    }

    private static Interval week() {
        return Interval.builder()
                .rollingInterval(
                        interval -> interval.durationUnit(DurationUnit.DAY).duration(USUAL_DAYS))
                .build();
    }

    private static List<BurnRateConfiguration> burnRates(List<BurnRateConfiguration> rates) {
        boolean fit = rates.stream()
                .mapToInt(BurnRateConfiguration::lookBackWindowMinutes)
                .allMatch(minutes -> minutes >= 1 && minutes <= LONGEST_LOOK_BACK);
        if (rates.size() > MOST_BURN_RATES || !fit) {
            throw SignalsErrors.invalid("BurnRateConfigurations: at most " + MOST_BURN_RATES + ", of 1 to "
                    + LONGEST_LOOK_BACK + " minutes.");
        }
        return rates;
    }
}
