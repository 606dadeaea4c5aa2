package io.agentctl.cli.remote;

import io.agentctl.cli.Commands;
import io.agentctl.cli.remote.Answer.Carried;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.remote.ControlPlane;
import io.agentctl.control.remote.Credentials;
import io.agentctl.plane.ControlPlaneService;
import io.agentctl.plane.configuration.ConfigurationReader;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One sandbox with a project's folder, and a control plane that works on both. */
final class TwoWays implements AutoCloseable {

    private final OneWay here;
    private final ControlPlaneService service;

    TwoWays(Path folder, World world, Map<String, String> files) throws IOException {
        this(folder, world, files, "");
    }

    /** @param configuration what control-plane.yaml has beside the server */
    TwoWays(Path folder, World world, Map<String, String> files, String configuration) throws IOException {
        this.here = new OneWay(folder, world, files);
        this.service = ControlPlaneService.start(
                ConfigurationReader.read("control-plane.yaml", "server: {port: 0}\n" + configuration),
                here.settings(),
                here.environment(),
                "test",
                new PrintWriter(new StringWriter()));
        Files.createDirectories(folder.resolve(".config/agentctl"));
        Files.writeString(
                folder.resolve(".config/agentctl/config.yaml"),
                "contexts: {team: {type: control-plane, url: 'http://127.0.0.1:" + service.port() + "'}}");
    }

    /** Where the project is. */
    Path folder() {
        return here.folder();
    }

    /** Begins the world anew. */
    void anew() {
        here.anew();
    }

    /** Keeps the result of a load, of which figures can be read again and again; how well it went is nothing to us. */
    void measureALoad() {
        here.measureALoad();
    }

    /** The parts of the place, in this process. */
    Cloud cloud() {
        return here.cloud();
    }

    /** The control plane, as its callers reach it. */
    ControlPlane plane() {
        return new ControlPlane("team", URI.create("http://127.0.0.1:" + service.port()), Credentials.NONE, "test");
    }

    /** Runs a command in this process, or {@link Example#INTERRUPTED}. */
    Answer here(String line) {
        Heard heard = new Heard();
        return Answer.of(here.run(line, heard), heard.carried);
    }

    /** Has the control plane run it. */
    Answer there(String line) {
        Heard heard = new Heard();
        return Answer.of(here.run(Commands.in(folder()).with("AGENTCTL_CONTEXT", "team"), line, heard), heard.carried);
    }

    /** The use cases that a command ran. */
    private static final class Heard implements Witness {

        private final List<Carried> carried = new ArrayList<>();

        @Override
        public <Q, R> void saw(NamedUseCase<Q, R> useCase, Q request, R result) {
            carried.add(Carried.of(useCase, request, result));
        }
    }

    @Override
    public void close() {
        service.close();
        here.close();
    }
}
