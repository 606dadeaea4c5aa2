package io.agentctl.plane.identity;

import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.util.List;
import java.util.Optional;

/** The tokens of a project. Expired ones stay until they are revoked, so that lists show them. */
public final class TableTokens implements Tokens.Changeable {

    /** The partition's name. */
    public static final String PARTITION = "tokens";

    private final Partition partition;

    public TableTokens(Partition partition) {
        this.partition = partition;
    }

    @Override
    public Optional<Token> find(String name) {
        return partition.find(name).map(TableTokens::token);
    }

    @Override
    public List<Token> all() {
        return partition.all().stream().map(TableTokens::token).toList();
    }

    @Override
    public boolean add(Token token) {
        return partition.write(Entry.first(token.name(), JsonRecords.write(token), Optional.empty()));
    }

    @Override
    public boolean remove(String name) {
        return partition.delete(name);
    }

    private static Token token(Entry entry) {
        return JsonRecords.read("the token " + entry.key(), entry.document(), Token.class);
    }
}
