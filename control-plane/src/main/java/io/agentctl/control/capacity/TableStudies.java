package io.agentctl.control.capacity;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.TablePriceTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what advice and plans for a table rest on. */
final class TableStudies {

    private final Supplier<Target> here;
    private final TableObserver observer;
    private final AccountCapacity account;
    private final UsageReader usage;
    private final Supplier<Journal> journal;
    private final Supplier<TablePriceTable> prices;
    private final Clock clock;

    TableStudies(
            Supplier<Target> here,
            TableObserver observer,
            AccountCapacity account,
            UsageReader usage,
            Supplier<Journal> journal,
            Supplier<TablePriceTable> prices,
            Clock clock) {
        this.here = here;
        this.observer = observer;
        this.account = account;
        this.usage = usage;
        this.journal = journal;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Studies a table.
     *
     * @param since how far to look back for its use
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND, naming the near ones, if there is none
     */
    TableStudy study(TableName name, Duration since) {
        Instant now = clock.instant();
        Supplier<Quotas> quotas = Parallel.begin(account::quotas);
        ObservedTable table = observer.observe(name);
        LookBack back = LookBack.of(since, now);
        return new TableStudy(now, table, back, usage.read(table, back), prices.get(), quotas.get());
    }

    /** When a studied table was switched to on demand in the last 24 hours, oldest first. */
    List<Instant> switches(TableStudy study) {
        return SwitchLedger.switches(journal.get(), here.get(), study.table(), study.at());
    }

    /** What the account may provision for a studied table. */
    AccountRoom room(TableStudy study) {
        return account.room(study.table().name());
    }

    /** The account and region. */
    Target here() {
        return here.get();
    }
}
