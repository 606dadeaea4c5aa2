package io.agentctl.policies.store;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A contender in a process of its own: a round for each line that it reads. Arguments: endpoint, table, name. */
final class ContenderProgram {

    private ContenderProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (DynamoDbClient client = StoreClients.at(URI.create(arguments[0]));
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                PrintStream output =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            Contender contender = new Contender(client, arguments[1], arguments[2]);
            output.println("ready");
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                output.println(contender.play(Integer.parseInt(line)));
            }
        }
    }
}
