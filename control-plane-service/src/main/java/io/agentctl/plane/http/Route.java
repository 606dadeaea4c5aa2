package io.agentctl.plane.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

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

    /** Who is let in. */
    enum Admittance {
        /** Anybody: what load balancers and programs ask before they know who they are. */
        ANYBODY,
        /** Whoever has shown who they are; what they may is decided by the request. */
        KNOWN
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
