package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private final SessionCookie encrypted = new SessionCookie(true);

    @Test
    void noScriptAndNoOtherSiteGetsIt() {
        assertThat(encrypted.set("abc", Duration.ofHours(8)))
                .isEqualTo("__Host-agentctl=abc; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure");
        assertThat(encrypted.clear())
                .isEqualTo("__Host-agentctl=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void onLoopbackItGoesWithoutEncryption() {
        assertThat(new SessionCookie(false).set("abc", Duration.ofHours(8)))
                .isEqualTo("agentctl=abc; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict");
    }

    @Test
    void itIsFoundAmongOthers() {
        assertThat(encrypted.secret("a=b; __Host-agentctl=abc;c=d")).contains("abc");
        assertThat(encrypted.secret("agentctl=abc")).isEmpty();
        assertThat(encrypted.secret("__Host-agentctl=")).isEmpty();
        assertThat(encrypted.secret("__Host-agentctl=abc; __Host-agentctl=def")).isEmpty();
    }
}
