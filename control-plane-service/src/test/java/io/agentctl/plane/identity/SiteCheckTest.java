package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCheckTest {

    private static final String SECRET = "s".repeat(43);

    /** An empty column is a header that is not there. */
    @ParameterizedTest
    @CsvSource({
        "POST, same-origin, https://plane.example.com,      true",
        "POST, same-origin, ,                               true",
        "POST, ,            https://plane.example.com,      true",
        "POST, ,            https://PLANE.example.com,      true",
        "POST, ,            ,                               false",
        "POST, none,        ,                               false",
        "POST, cross-site,  https://plane.example.com,      false",
        "POST, same-site,   https://plane.example.com,      false",
        "POST, same-origin, https://evil.example.com,       false",
        "POST, ,            https://plane.example.com:8443, false",
        "POST, ,            https://plane.example.com.evil, false",
        "POST, ,            https://x@plane.example.com,    false",
        "POST, ,            null,                           false",
        "POST, ,            '%%',                           false",
        "DELETE, cross-site, https://plane.example.com,     false",
        "GET, cross-site,   https://evil.example.com,       true"
    })
    void onlyOwnPagesMayChangeThings(String method, String fetchSite, String origin, boolean allowed) {
        SiteCheck check = new SiteCheck(
                method,
                "plane.example.com",
                Optional.ofNullable(origin),
                Optional.ofNullable(fetchSite),
                Optional.of(Sessions.crossSite(SECRET)));

        if (allowed) {
            assertThatCode(() -> check.require(SECRET)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> check.require(SECRET)).hasMessageContaining("does not come from a page");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "0000000000000000000000000000000000000000000000000000000000000000"})
    void theTextOfAnotherSessionIsNotEnough(String shown) {
        SiteCheck check = new SiteCheck(
                "POST", "plane.example.com", Optional.empty(), Optional.of("same-origin"), Optional.of(shown));

        assertThatThrownBy(() -> check.require(SECRET)).hasMessageContaining("does not come from a page");
    }
}
