package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.plane.identity.StsEndpoints.Partition;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Caller ALICE = new Caller("arn:aws:iam::111122223333:user/alice", Set.of(), Caller.Kind.AWS);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Times times = new Times();
    private final TokenAdministration tokens =
            new TokenAdministration(new FixedTokens(List.of()), new MemoryTokens(), new SecureRandom(), times);
    private final Sessions sessions =
            new Sessions(new MemorySessions(2, times), tokens, HOUR, new SecureRandom(), times);
    private final SessionCookie cookie = new SessionCookie(true);
    private final SignIn signIn = new SignIn(
            new AwsSignIn(
                    new StsEndpoints(Partition.AWS, Optional.empty()),
                    Set.of(),
                    new MemoryNonces(1, times),
                    request -> "arn:aws:iam::111122223333:user/nobody",
                    times),
            tokens,
            sessions,
            cookie);

    @Test
    void itLastsItsTime() {
        String secret = sessions.open(ALICE).secret();

        times.pass(HOUR.minusSeconds(1));
        assertThat(sessions.find(secret).caller()).isEqualTo(ALICE);
        times.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> sessions.find(secret)).hasMessage("the session is over");
    }

    @Test
    void itEndsWhenItIsClosed() {
        String secret = sessions.open(ALICE).secret();

        sessions.close(secret);

        assertThatThrownBy(() -> sessions.find(secret)).hasMessage("the session is over");
    }

    @Test
    void oneThatBeganWithATokenEndsWithIt() {
        TokenAdministration.Made made = tokens.make("ci", Set.of(Role.VIEWER), HOUR, ALICE);
        String secret = sessions.open(tokens.caller(made.token())).secret();
        assertThat(sessions.find(secret).caller().name()).isEqualTo("token:ci");

        tokens.revoke("ci");
        assertThatThrownBy(() -> sessions.find(secret)).hasMessage("the session is over");

        tokens.make("ci", Set.of(Role.ADMIN), HOUR, ALICE);
        assertThatThrownBy(() -> sessions.find(secret)).hasMessage("the session is over");
    }

    @Test
    void itsSecretIsNotShown() {
        Sessions.Opened opened = sessions.open(ALICE);

        assertThat(opened.toString()).doesNotContain(opened.secret(), opened.crossSite());
    }

    @Test
    void memoryIsBounded() {
        sessions.open(ALICE);
        sessions.open(ALICE);
        assertThatThrownBy(() -> sessions.open(ALICE)).hasMessage("too many are signed in");

        times.pass(HOUR);
        assertThatCode(() -> sessions.open(ALICE)).doesNotThrowAnyException();
    }

    @Test
    void aBrowserShowsCookieAndText() {
        Sessions.Opened opened = sessions.open(ALICE);

        assertThat(signIn.caller(posted(opened.secret(), "same-origin", opened.crossSite())))
                .isEqualTo(ALICE);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Sessions.Opened opened = sessions.open(ALICE);

        assertThatThrownBy(() -> signIn.caller(posted(opened.secret(), "cross-site", "")))
                .isInstanceOf(AgentctlException.class)
                .hasMessage("this change does not come from a page of this control plane");
        assertThatThrownBy(() -> signIn.caller(posted(opened.secret(), "same-site", opened.crossSite())))
                .hasMessageContaining("does not come from a page");
        assertThatThrownBy(() -> signIn.caller(posted(opened.secret(), "same-origin", "")))
                .hasMessageContaining("does not come from a page");
    }

    private Proof posted(String secret, String fetchSite, String shown) {
        return new Proof(
                Optional.empty(),
                Optional.of("theme=dark; __Host-agentctl=" + secret),
                new SiteCheck(
                        "POST",
                        "plane.example.com",
                        Optional.of("https://plane.example.com"),
                        Optional.of(fetchSite),
                        Optional.of(shown)));
    }

    @Test
    void aProgramShowsItInAHeader() {
        Sessions.Opened opened = sessions.open(ALICE);

        assertThat(signIn.caller(shown("Session " + opened.secret()))).isEqualTo(ALICE);
        assertThat(signIn.session(shown("Session " + opened.secret()))).contains(opened.secret());
    }

    @Test
    void whatIsNoProofIsNone() {
        assertThatThrownBy(() -> signIn.caller(shown("Basic YTpi"))).hasMessage("nobody is signed in");
        assertThatThrownBy(() -> signIn.caller(shown(""))).hasMessage("nobody is signed in");
        assertThatThrownBy(() -> signIn.caller(shown("Bearer"))).hasMessage("the bearer token is not valid here");
        assertThatThrownBy(() -> signIn.caller(shown("Session x"))).hasMessage("the session is over");
        assertThatThrownBy(() -> signIn.caller(shown("AWS-STS"))).hasMessageContaining("not one that agentctl makes");
        assertThatThrownBy(() -> signIn.caller(new Proof(
                        Optional.empty(), Optional.of("agentctl=x"), shown("").site())))
                .hasMessage("nobody is signed in");
    }

    @Test
    void aHeaderCountsBeforeACookie() {
        Sessions.Opened opened = sessions.open(ALICE);
        Proof cookie = posted(opened.secret(), "same-origin", opened.crossSite());

        assertThatThrownBy(() -> signIn.caller(new Proof(Optional.of("Bearer x"), cookie.cookie(), cookie.site())))
                .hasMessage("the bearer token is not valid here");
    }

    private static Proof shown(String authorization) {
        return new Proof(
                Optional.of(authorization),
                Optional.empty(),
                new SiteCheck("POST", "plane.example.com", Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
