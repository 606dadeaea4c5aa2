package io.agentctl.plane;

import io.agentctl.control.audit.AuditLog;
import io.agentctl.control.audit.AuditTable;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.team.Partition;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Demands;
import io.agentctl.plane.approval.ApprovalStore;
import io.agentctl.plane.approval.Approvals;
import io.agentctl.plane.approval.MemoryApprovals;
import io.agentctl.plane.approval.TableApprovals;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.audit.LineLog;
import io.agentctl.plane.configuration.IdentitySection;
import io.agentctl.plane.configuration.PlaneConfiguration;
import io.agentctl.plane.configuration.TokenFile;
import io.agentctl.plane.http.Team;
import io.agentctl.plane.identity.AwsSignIn;
import io.agentctl.plane.identity.FixedTokens;
import io.agentctl.plane.identity.MemoryNonces;
import io.agentctl.plane.identity.MemorySessions;
import io.agentctl.plane.identity.MemoryTokens;
import io.agentctl.plane.identity.Nonces;
import io.agentctl.plane.identity.SessionCookie;
import io.agentctl.plane.identity.SessionStore;
import io.agentctl.plane.identity.Sessions;
import io.agentctl.plane.identity.SignIn;
import io.agentctl.plane.identity.SignInCodes;
import io.agentctl.plane.identity.StsEndpoints;
import io.agentctl.plane.identity.TableNonces;
import io.agentctl.plane.identity.TableSessions;
import io.agentctl.plane.identity.TableTokens;
import io.agentctl.plane.identity.TokenAdministration;
import io.agentctl.plane.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Puts together who may do what: shared through the project's table, or in this instance's memory without one. */
final class TeamParts {

    /** Some minutes of sign-ins at the most that STS would answer. */
    private static final int MOST_NONCES = 100_000;

    private static final int MOST_SESSIONS = 10_000;

    /** Codes are kept as sessions are, and apart from them. */
    private static final String CODES = "sign-in-codes";

    private final Cloud own;
    private final Optional<String> table;
    private final Optional<URI> sandbox;
    private final JsonLog log;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @param sandbox where its STS answers, if that is what the control plane works on */
    TeamParts(Cloud own, Optional<String> table, Optional<URI> sandbox, JsonLog log, InstantSource clock) {
        this.own = own;
        this.table = table;
        this.sandbox = sandbox;
        this.log = log;
        this.clock = clock;
    }

    Team team(PlaneConfiguration configuration) {
        IdentitySection identity = configuration.identity();
        TokenAdministration tokens = new TokenAdministration(fixed(identity), changeable(), random, clock);
        Sessions sessions =
                new Sessions(sessionStore(TableSessions.PARTITION), tokens, identity.session(), random, clock);
        SessionCookie cookie = new SessionCookie(encrypted(configuration));
        AwsSignIn aws = new AwsSignIn(
                new StsEndpoints(identity.partition(), identity.sts().or(() -> sandbox)),
                identity.audiences(),
                nonces(),
                clock);
        return new Team(
                new SignIn(aws, tokens, sessions, cookie),
                sessions,
                new SignInCodes(sessionStore(CODES), nonces(), identity.session(), random, clock),
                cookie,
                tokens,
                new AccessRules(configuration.allGrants()),
                new Demands(id -> own.operations().journal().find(id).map(Operation::resource)),
                new Approvals(
                        approvals(),
                        configuration.approvals().rules(),
                        configuration.approvals().expire(),
                        clock),
                new AuditTrail(audit(), new LineLog(log::line), clock));
    }

    /** TLS may end at a proxy; then the name by which callers know this control plane says so. */
    private static boolean encrypted(PlaneConfiguration configuration) {
        return configuration.server().tls().isPresent()
                || configuration.identity().audiences().stream().anyMatch(name -> name.startsWith("https://"));
    }

    private static Tokens fixed(IdentitySection identity) {
        return new FixedTokens(identity.tokens()
                .map(file -> TokenFile.read(file.toString(), text(file)))
                .orElse(List.of()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "the tokens in " + file + " cannot be read: " + unreadable.getMessage(),
                    "identity.tokens in control-plane.yaml names the file.",
                    null,
                    unreadable);
        }
    }

    private Tokens.Changeable changeable() {
        return table.<Tokens.Changeable>map(name -> new TableTokens(partition(name, TableTokens.PARTITION)))
                .orElseGet(MemoryTokens::new);
    }

    private SessionStore sessionStore(String of) {
        return table.<SessionStore>map(name -> new TableSessions(partition(name, of)))
                .orElseGet(() -> new MemorySessions(MOST_SESSIONS, clock));
    }

    private Nonces nonces() {
        return table.<Nonces>map(name -> new TableNonces(partition(name, TableNonces.PARTITION)))
                .orElseGet(() -> new MemoryNonces(MOST_NONCES, clock));
    }

    private ApprovalStore approvals() {
        return table.<ApprovalStore>map(name -> new TableApprovals(partition(name, TableApprovals.PARTITION)))
                .orElseGet(MemoryApprovals::new);
    }

    private AuditLog audit() {
        return table.<AuditLog>map(name -> new AuditTable(own.aws()::dynamoDb, name, random))
                .orElse(entry -> {});
    }

    private Partition partition(String tableName, String name) {
        return new Partition(own.aws()::dynamoDb, tableName, name);
    }
}
