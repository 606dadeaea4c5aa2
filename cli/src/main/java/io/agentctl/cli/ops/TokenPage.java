package io.agentctl.cli.ops;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.control.remote.team.Token;
import io.agentctl.control.remote.team.Tokens;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How tokens look to people. */
final class TokenPage {

    private TokenPage() {}

    static Document list(Tokens found) {
        return Document.ofRows(
                found,
                "tokens",
                page -> page.table(
                        found.tokens(),
                        List.of(
                                Column.text("NAME", Token::name),
                                Column.text("ROLES", TokenPage::roles),
                                Column.text("UNTIL", token -> token.expiresAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()),
                                Column.text(
                                        "MADE BY",
                                        token -> token.createdBy().isEmpty()
                                                ? "(a file of the control plane)"
                                                : token.createdBy()))));
    }

    static String roles(Token token) {
        return token.roles().isEmpty() ? "(as granted)" : String.join(", ", token.roles());
    }
}
