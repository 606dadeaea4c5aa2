package io.agentctl.control.cost;

import io.agentctl.control.capacity.AdviceTerms;
import io.agentctl.control.capacity.AdviseCapacity;
import io.agentctl.control.capacity.ListTables;
import io.agentctl.control.capacity.TableRow;
import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What tables cost, and would in another mode or scaled otherwise. */
final class TableCosts {

    private final ListTables list;
    private final AdviseCapacity advise;

    TableCosts(ListTables list, AdviseCapacity advise) {
        this.list = list;
        this.advise = advise;
    }

    Found read(ReportCosts.Request request, ProgressListener progress) {
        ListTables.Result found = list.over(request.since());
        List<String> notes = new ArrayList<>();
        List<AdviseCapacity.Result> advice =
                request.depth() == Depth.ADVICE ? advice(found.tables(), progress, notes) : List.of();
        return new Found(TableLines.of(found.tables(), advice), found.prices(), notes);
    }

    private List<AdviseCapacity.Result> advice(List<TableRow> tables, ProgressListener progress, List<String> notes) {
        List<TableRow> worth = tables.stream()
                .filter(row -> row.monthly().compareTo(Advice.LEAST) >= 0)
                .sorted(Comparator.comparing(TableRow::monthly).reversed())
                .limit(Advice.MOST)
                .toList();
        long cheap = tables.stream()
                .filter(row -> row.monthly().compareTo(Advice.LEAST) < 0)
                .count();
        if (cheap > 0) {
            notes.add("tables: no advice on " + cheap + " of " + tables.size() + ", each of which costs less than "
                    + Advice.LEAST + " a month");
        }
        if (tables.size() > cheap + worth.size()) {
            notes.add("tables: advice on the dearest " + worth.size() + " alone; ask table capacity about others");
        }
        List<AdviseCapacity.Result> advice = new ArrayList<>();
        for (TableRow row : worth) {
            Part<AdviseCapacity.Result> one = Part.of(() ->
                    advise.run(new AdviseCapacity.Request(row.table(), Advice.BACK, AdviceTerms.USUAL), progress));
            one.found().ifPresent(advice::add);
            if (one.found().isEmpty()) {
                notes.add("tables: no advice on " + row.table() + ": " + one.unknown());
            }
        }
        return advice;
    }
}
