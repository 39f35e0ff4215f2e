package io.watertight.app.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A headless browser that opens one page. All its traffic goes to a proxy of ours that answers nothing and remembers it. */
final class Chromium {

    /**
     * What happened.
     *
     * @param dom the document after its scripts ran
     * @param console what the page wrote to the console, errors and refusals included
     * @param requests first lines of everything that was asked of the network, but for the browser's own errands
     */
    record Visit(String dom, List<String> console, List<String> requests) {}

    /** Where the browser itself asks for the time and for updates, whatever page is open. */
    private static final Pattern ERRANDS = Pattern.compile("\\b(google|googleapis|gvt1|gstatic)\\.com\\b");

    private final String program;

    private Chromium(String program) {
        this.program = program;
    }

    /** The first of the usual names in PATH. */
    static Optional<Chromium> installed() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
        for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
            for (String folder : folders) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return Optional.of(new Chromium(Path.of(folder, name).toString()));
                }
            }
        }
        return Optional.empty();
    }

    Visit open(Path page, Path scratch, String... more) throws IOException, InterruptedException {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> listen(proxy, requests));
            listener.setDaemon(true);
            listener.start();
            List<String> command = new ArrayList<>(List.of(
                    program,
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-default-apps",
                    "--disable-extensions",
                    "--user-data-dir=" + scratch.resolve("profile"),
                    "--proxy-server=http://127.0.0.1:" + proxy.getLocalPort(),
                    "--proxy-bypass-list=<-loopback>",
                    "--enable-logging=stderr",
                    "--virtual-time-budget=2000",
                    "--dump-dom"));
            command.addAll(List.of(more));
            command.add(page.toUri().toString());
            Path dom = scratch.resolve("dom.html");
            Path log = scratch.resolve("log.txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(dom.toFile())
                    .redirectError(log.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the browser did not end within a minute");
            }
            List<String> console = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("CONSOLE"))
                    .toList();
            return new Visit(
                    Files.readString(dom),
                    console,
                    requests.stream()
                            .filter(request -> !ERRANDS.matcher(request).find())
                            .toList());
        }
    }

    private static void listen(ServerSocket proxy, List<String> requests) {
        try {
            while (true) {
                try (Socket socket = proxy.accept();
                        BufferedReader reader = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                    socket.setSoTimeout(1_000);
                    requests.add(String.valueOf(reader.readLine()));
                }
            }
        } catch (SocketException closed) {
            return; // the visit is over
        } catch (IOException broken) {
            requests.add("broken: " + broken.getMessage());
        }
    }
}
