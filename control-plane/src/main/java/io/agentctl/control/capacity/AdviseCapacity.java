package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.TableClass;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what each mode would have cost a table over its past use, which it should have, and whether it can have it. */
public final class AdviseCapacity implements UseCase<AdviseCapacity.Request, AdviseCapacity.Result> {

    /**
     * What to advise on.
     *
     * @param table which table
     * @param since how far to look back
     * @param terms on what terms
     */
    public record Request(TableName table, Duration since, AdviceTerms terms) {}

    /**
     * What was found.
     *
     * @param table which table
     * @param mode how it is paid for now
     * @param measured how long its use was measured
     * @param period how finely
     * @param meters what each way to provide for each meter would have cost
     * @param present what the table costs as it is
     * @param onDemand what it would on demand
     * @param provisioned what it would provisioned, each meter at its cheapest; empty if that cannot be had
     * @param advised the mode it should have; empty if nothing can be advised
     * @param worthwhile true if it should be switched
     * @param saving what that would save in a month
     * @param reason why
     * @param switchesLeft how often it can be switched to on demand in this rolling day
     * @param refusals why DynamoDB would refuse the switch that is advised
     * @param prices one line: which price table
     * @param notes what a reader should know of how it was computed
     */
    public record Result(
            TableName table,
            Mode mode,
            Duration measured,
            Duration period,
            List<MeterAdvice> meters,
            ModeCost present,
            ModeCost onDemand,
            Optional<ModeCost> provisioned,
            Optional<Mode> advised,
            boolean worthwhile,
            Money saving,
            String reason,
            int switchesLeft,
            List<Refusal> refusals,
            String prices,
            List<String> notes) {
        public Result {
            meters = List.copyOf(meters);
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }
    }

    private final TableStudies studies;

    AdviseCapacity(TableStudies studies) {
        this.studies = studies;
    }

    /**
     * Advises.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no such table
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        TableStudy study = studies.study(request.table(), request.since());
        ObservedTable table = study.table();
        TableAdvice advice =
                new TableAdviser(study.rate(), study.quotas(), request.terms()).advise(table, study.demands());
        List<Instant> switches = studies.switches(study);
        ModeCost wanted = advice.advised()
                .map(mode -> mode == Mode.ON_DEMAND
                        ? advice.onDemand()
                        : advice.provisioned().orElse(advice.present()))
                .orElse(advice.present());
        return new Result(
                table.name(),
                table.mode(),
                study.used().measured(),
                study.back().period(),
                advice.meters(),
                advice.present(),
                advice.onDemand(),
                advice.provisioned(),
                advice.advised(),
                advice.worthwhile(),
                advice.worthwhile() ? advice.present().monthly().minus(wanted.monthly()) : Money.ZERO,
                advice.reason(),
                Math.max(0, Refusals.SWITCHES_A_DAY - switches.size()),
                refusals(table, advice, switches),
                study.prices().description(),
                notes(study));
    }

    private static List<Refusal> refusals(ObservedTable table, TableAdvice advice, List<Instant> switches) {
        boolean toOnDemand = advice.worthwhile()
                && advice.advised().filter(mode -> mode == Mode.ON_DEMAND).isPresent();
        return toOnDemand ? Refusals.ofSwitchToOnDemand(table, switches) : Refusals.ofState(table);
    }

    private static List<String> notes(TableStudy study) {
        List<String> notes = new ArrayList<>();
        ObservedTable table = study.table();
        LookBack back = study.back();
        if (table.tableClass() != TableClass.STANDARD) {
            notes.add("it is of class " + table.tableClass() + ", and priced so");
        }
        if (back.period().compareTo(LookBack.MINUTE) > 0) {
            notes.add("CloudWatch keeps minutes for 15 days only: peaks within "
                    + back.period().toMinutes()
                    + " minutes are not seen, and throttling is underestimated; use --since 15d for minutes");
        }
        notes.add("a burst of seconds is taken for spread over its minute, and hot keys are not seen; a request that"
                + " was throttled counts as one unit");
        table.parts().stream()
                .filter(part -> part.warm() != null && part.index().isEmpty())
                .findFirst()
                .ifPresent(part -> notes.add("warm throughput " + part.warm() + " stays in either mode"));
        return notes;
    }
}
