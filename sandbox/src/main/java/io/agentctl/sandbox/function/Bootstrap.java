package io.agentctl.sandbox.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What Lambda's Java runtime is to a function: the main class of its process. Makes the handler, asks the runtime API
 * for events, and gives answers back. The function's classes see none of the sandbox's.
 */
public final class Bootstrap {
    private static final String METHOD = "handleRequest";
    private static final int ACCEPTED = 202;

    private final String api;
    private final PrintStream log;

    private Bootstrap(String api, PrintStream log) {
        this.api = "http://" + api + "/2018-06-01/runtime/";
        this.log = log;
    }

    /** Runs until the sandbox is gone. */
    public static void main(String[] arguments) throws IOException {
        PrintStream log = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Bootstrap bootstrap = new Bootstrap(System.getenv("AWS_LAMBDA_RUNTIME_API"), log);
        Handler handler;
        try {
            handler = Handler.load(Path.of(arguments[0]), System.getenv("_HANDLER"));
        } catch (InvocationTargetException failed) {
            bootstrap.fail("init/error", failed.getCause());
            return;
        } catch (ReflectiveOperationException | LinkageError | MalformedURLException failed) {
            bootstrap.fail("init/error", failed);
            return;
        }
        try {
            while (true) {
                bootstrap.next(handler);
            }
        } catch (IOException gone) {
            // Nobody is left to answer to, and code may have left threads running.
            Runtime.getRuntime().halt(0);
        }
    }

    /** The handler and its method. */
    private record Handler(Object object, Method method) {
        private static Handler load(Path jar, String name) throws ReflectiveOperationException, MalformedURLException {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = Class.forName(name, true, loader);
            Method method = Arrays.stream(type.getMethods())
                    .filter(Handler::handlesStreams)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(
                            name + " has no method handleRequest(InputStream, OutputStream, Context)"));
            return new Handler(type.getConstructor().newInstance(), method);
        }

        private static boolean handlesStreams(Method method) {
            Class<?>[] types = method.getParameterTypes();
            return method.getName().equals(METHOD)
                    && types.length == 3
                    && types[0] == InputStream.class
                    && types[1] == OutputStream.class
                    && types[2].isInterface();
        }

        private byte[] handle(byte[] event, EventContext context) throws ReflectiveOperationException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            method.invoke(object, new ByteArrayInputStream(event), answer, context.as(method.getParameterTypes()[2]));
            return answer.toByteArray();
        }
    }

    private void next(Handler handler) throws IOException {
        HttpURLConnection connection = open("invocation/next");
        byte[] event;
        try (InputStream in = connection.getInputStream()) {
            event = in.readAllBytes();
        }
        EventContext context = EventContext.of(connection, log);
        String reply = "invocation/" + context.requestId();
        try {
            byte[] answer = handler.handle(event, context);
            end(context);
            post(reply + "/response", answer);
        } catch (InvocationTargetException failed) {
            failed.getCause().printStackTrace(log);
            end(context);
            fail(reply + "/error", failed.getCause());
        } catch (ReflectiveOperationException failed) {
            end(context);
            fail(reply + "/error", failed);
        }
    }

    /** Before the answer, so that what was written is there when the answer is. */
    private void end(EventContext context) {
        log.println(ProcessLog.END + context.requestId());
    }

    private void fail(String path, Throwable failure) throws IOException {
        post(
                path,
                ("{\"errorType\":" + quoted(failure.getClass().getName()) + ",\"errorMessage\":"
                                + quoted(String.valueOf(failure.getMessage())) + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON string: the process has no library but the function's own, which is not for this. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\' || character < ' ') {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(api + path).toURL().openConnection();
    }

    private void post(String path, byte[] body) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        if (connection.getResponseCode() != ACCEPTED) {
            throw new IOException("the runtime API answered " + connection.getResponseCode());
        }
    }
}
