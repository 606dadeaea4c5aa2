package io.agentctl.plane.http;

import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Demands;
import io.agentctl.plane.admission.TeamAdmission;
import io.agentctl.plane.approval.Approvals;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.identity.SessionCookie;
import io.agentctl.plane.identity.Sessions;
import io.agentctl.plane.identity.SignIn;
import io.agentctl.plane.identity.SignInCodes;
import io.agentctl.plane.identity.TokenAdministration;

/**
 * What a control plane is made of that a team shares.
 *
 * @param signIn knows callers
 * @param sessions that follow a sign-in
 * @param codes by which a command line signs a browser in
 * @param cookie that browsers show for a session
 * @param tokens that are handed out
 * @param rules who may do what
 * @param demands what use cases demand
 * @param approvals changes that take two
 * @param audit who did what
 */
public record Team(
        SignIn signIn,
        Sessions sessions,
        SignInCodes codes,
        SessionCookie cookie,
        TokenAdministration tokens,
        AccessRules rules,
        Demands demands,
        Approvals approvals,
        AuditTrail audit) {

    /** What lets runs begin. */
    public TeamAdmission admission() {
        return new TeamAdmission(rules, demands, approvals, audit);
    }
}
