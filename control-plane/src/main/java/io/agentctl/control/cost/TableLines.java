package io.agentctl.control.cost;

import io.agentctl.control.capacity.AdviceTerms;
import io.agentctl.control.capacity.AdviseCapacity;
import io.agentctl.control.capacity.BetterScaling;
import io.agentctl.control.capacity.MeterAdvice;
import io.agentctl.control.capacity.Mode;
import io.agentctl.control.capacity.ModeCost;
import io.agentctl.control.capacity.TableRow;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines of tables; pure. */
final class TableLines {

    private TableLines() {}

    /**
     * A line for each.
     *
     * @param advice on some of them
     */
    static List<CostLine> of(List<TableRow> tables, List<AdviseCapacity.Result> advice) {
        return tables.stream()
                .map(row -> {
                    CostLine line = CostLine.known(CostKind.TABLE, row.table().value(), setting(row), row.monthly());
                    return advice.stream()
                            .filter(one -> one.table().equals(row.table()))
                            .findFirst()
                            .flatMap(one -> pending(row, one))
                            .map(line::with)
                            .orElse(line);
                })
                .toList();
    }

    private static String setting(TableRow row) {
        return row.mode() + row.throughput().map(units -> " " + units).orElse("");
    }

    private static Optional<Recommendation> pending(TableRow row, AdviseCapacity.Result advice) {
        if (advice.worthwhile()) {
            return Optional.of(
                    recommendation(row, advice, "switch to " + advice.advised().orElseThrow(), advice.saving()));
        }
        List<String> settings = new ArrayList<>();
        Money saved = Money.ZERO;
        for (MeterAdvice meter : advice.meters()) {
            if (meter.better().isPresent()) {
                BetterScaling better = meter.better().get();
                settings.add(meter.meter() + " " + better.min() + "-" + better.max() + " at " + better.target() + " %");
                saved = saved.plus(meter.present().monthly().minus(better.monthly()));
            }
        }
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(recommendation(
                        row,
                        advice,
                        settings.size() == 1
                                ? "scale " + settings.getFirst()
                                : "scale " + settings.size() + " of "
                                        + advice.meters().size() + " otherwise",
                        saved));
    }

    private static Recommendation recommendation(TableRow row, AdviseCapacity.Result advice, String what, Money saved) {
        Money present = advice.present().monthly();
        boolean units =
                advice.advised().filter(mode -> mode == Mode.PROVISIONED).isPresent();
        return new Recommendation(
                what,
                Shares.saved(row.monthly(), present, present.minus(saved)),
                units ? Risk.MEDIUM : Risk.LOW,
                advice.measured().toDays() + " d" + throttled(advice.present())
                        + (advice.refusals().isEmpty() ? "" : "; DynamoDB would refuse it now"),
                "agentctl table capacity " + row.table());
    }

    private static String throttled(ModeCost present) {
        return present.throttledShare() > AdviceTerms.USUAL.mostThrottled()
                ? String.format(Locale.ROOT, ", %.1f %% throttled now", present.throttledShare() * 100)
                : "";
    }
}
