package io.agentctl.control.place;

import io.agentctl.control.audit.AuditReader;
import io.agentctl.control.audit.AuditTable;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.Lazy;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.DynamoDbJournal;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.shared.TableHistory;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.settings.Folders;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.windows.state.DynamoDbStates;
import io.agentctl.control.windows.state.FileStates;
import io.agentctl.control.windows.state.ServiceStates;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where operations and the states of services are kept: in the team's table or in files, found out once. */
public final class Stores {

    private final Settings settings;
    private final Map<String, String> environment;
    private final AwsClients aws;
    private final Lazy<Boolean> shared = new Lazy<>(this::isShared);
    private final Lazy<Journal> journal = new Lazy<>(this::openJournal);
    private final Lazy<ServiceStates> states = new Lazy<>(this::openStates);

    Stores(Settings settings, Map<String, String> environment, AwsClients aws) {
        this.settings = settings;
        this.environment = environment;
        this.aws = aws;
    }

    /** The journal that the project is set to, or the table's if there is one. */
    Journal journal() {
        return journal.get();
    }

    /** What is remembered of services that sleep, beside the journal. */
    ServiceStates states() {
        return states.get();
    }

    /** Results of loads that the team shares. */
    public ResultHistory loadHistory() {
        return new TableHistory(aws::dynamoDb, sharedTable());
    }

    /** The team's table, if the journal is in it. */
    public Optional<String> journalTable() {
        return shared.get() ? Optional.of(table()) : Optional.empty();
    }

    /**
     * What control planes wrote into the team's table.
     *
     * @throws AgentctlException NOT_FOUND if there is no such table
     */
    public AuditReader auditLog() {
        if (!shared.get()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no audit log: control planes keep it in table " + table() + ", which is not there or not"
                            + " used by this project",
                    "See docs/control-plane.md.");
        }
        return new AuditTable(aws::dynamoDb, table(), RandomGenerator.getDefault());
    }

    /**
     * What control planes do at their times.
     *
     * @throws AgentctlException NOT_FOUND if there is no such table
     */
    public ScheduleTable schedules() {
        if (!shared.get()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there are no schedules: control planes keep them in table " + table()
                            + ", which is not there or not used by this project",
                    "See docs/control-plane.md.");
        }
        return ScheduleTable.in(aws::dynamoDb, table());
    }

    private boolean isShared() {
        return switch (settings.project().journal().value()) {
            case FILE -> false;
            case DYNAMODB -> true;
            case AUTO -> new JournalTable(aws.dynamoDb(), table()).exists();
        };
    }

    private Journal openJournal() {
        return shared.get()
                ? new DynamoDbJournal(aws.dynamoDb(), table())
                : new FileJournal(Folders.state(environment).resolve("journal"));
    }

    private ServiceStates openStates() {
        return shared.get()
                ? new DynamoDbStates(aws.dynamoDb(), table())
                : new FileStates(Folders.state(environment).resolve("windows"));
    }

    /**
     * The team's table.
     *
     * @throws AgentctlException NOT_FOUND if there is none: what is asked for needs it
     */
    public String sharedTable() {
        if (!new JournalTable(aws.dynamoDb(), table()).exists()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no table " + table() + ", which is the team's",
                    "Tasks of a load meet in it, and a shared history is in it; docs/performance.md says how to create it.");
        }
        return table();
    }

    private String table() {
        return settings.project().name().value() + "-agentctl";
    }
}
