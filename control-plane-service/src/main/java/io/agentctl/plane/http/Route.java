package io.agentctl.plane.http;

import io.agentctl.plane.identity.Role;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.Optional;

/**
 * One thing that is answered: the table of routes, the OpenAPI document and the tests of who may do what are all made
 * from these.
 *
 * @param method GET or POST
 * @param path with {@code {id}} for what varies
 * @param access who is let in
 * @param summary one line for the OpenAPI document
 * @param shape what goes in and comes out
 * @param handler answers
 */
record Route(Method method, String path, Admittance access, String summary, Shape shape, Handler handler) {

    static Route get(String path, Admittance access, String summary, Shape shape, Handler handler) {
        return new Route(Method.GET, path, access, summary, shape, handler);
    }

    static Route post(String path, Admittance access, String summary, Shape shape, Handler handler) {
        return new Route(Method.POST, path, access, summary, shape, handler);
    }

    /** The same route, that nobody gets through who has not the role which it takes. */
    Route behind(Gate gate) {
        return new Route(method, path, access, summary, shape, (request, response) -> {
            if (access != Admittance.ANYBODY) {
                gate.caller(request);
            }
            if (access.least().isPresent()) {
                gate.requireRole(request, access.least().get(), method.text() + " " + path);
            }
            handler.handle(request, response);
        });
    }

    /** Who is let in. What exactly somebody may who is, is decided by the request. */
    enum Admittance {
        /** Anybody: what load balancers and programs ask before they know who they are. */
        ANYBODY,
        /** Whoever has shown who they are, without any role too. */
        KNOWN,
        VIEWER(Role.VIEWER),
        OPERATOR(Role.OPERATOR),
        APPROVER(Role.APPROVER),
        ADMIN(Role.ADMIN),
        /** An operator, or whoever asked for what this is about. */
        OPERATOR_OR_ASKER(Role.OPERATOR),
        /** An approver, or whoever asked for what this is about. */
        APPROVER_OR_ASKER(Role.APPROVER);

        private final Optional<Role> role;

        Admittance() {
            this.role = Optional.empty();
        }

        Admittance(Role role) {
            this.role = Optional.of(role);
        }

        /** The role that it takes. */
        Optional<Role> role() {
            return role;
        }

        /** Whether who asked needs no more than to have been let ask. */
        boolean orAsker() {
            return this == OPERATOR_OR_ASKER || this == APPROVER_OR_ASKER;
        }

        /** The role without which nobody gets through, before it is known what the request is about. */
        private Optional<Role> least() {
            return orAsker() ? Optional.of(Role.VIEWER) : role;
        }
    }

    /**
     * What goes in and comes out.
     *
     * @param request the record in the body; {@link Void} for none
     * @param response the record that is answered; {@link Void} for what is no record
     * @param status of success
     * @param type the media type of the answer
     */
    record Shape(Class<?> request, Class<?> response, int status, String type) {

        static Shape answering(Class<?> response) {
            return new Shape(Void.class, response, 200, "application/json");
        }

        static Shape text(String type) {
            return new Shape(Void.class, Void.class, 200, type);
        }

        Shape taking(Class<?> body) {
            return new Shape(body, response, status, type);
        }

        Shape accepted() {
            return new Shape(request, response, 202, type);
        }
    }
}
