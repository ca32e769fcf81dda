package fr.rappel.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.DigestUtils;

/**
 * What {@code bin/run} and the image start: the jar unpacked, beside a cache of the classes that one rehearsal loaded.
 * Made once for each build, because the journeys start it some twenty times, from two processes.
 */
final class PackagedApplication {

    private static final Path JAR =
            Path.of(System.getProperty("rappel.jar", "target/rappel.jar")).toAbsolutePath();
    private static final Path FOLDER = JAR.resolveSibling("packaged");
    private static final Path CACHE = FOLDER.resolve("rappel.aot");
    private static final Path FINGERPRINT = FOLDER.resolve("fingerprint");
    private static final List<String> OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xlog:aot*=off", "-Xlog:cds*=off");

    private static boolean ready;

    private PackagedApplication() {}

    /** The command that starts it, to which its own options are added. */
    static synchronized List<String> command() {
        if (!ready) {
            prepareOnce();
            ready = true;
        }
        return command(List.of("-XX:AOTCache=" + CACHE), List.of());
    }

    private static void prepareOnce() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel channel = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                // Not by its date, which is the same for every build.
                String fingerprint = fingerprint();
                if (!Files.exists(FINGERPRINT) || !Files.readString(FINGERPRINT).equals(fingerprint)) {
                    prepare();
                    Files.writeString(FINGERPRINT, fingerprint);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint() throws IOException {
        try (InputStream jar = Files.newInputStream(JAR)) {
            return DigestUtils.md5DigestAsHex(jar);
        }
    }

    private static void prepare() {
        run(List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                JAR.toString(),
                "extract",
                "--force",
                "--destination",
                FOLDER.toString()));
        run(command(
                List.of("-XX:AOTCacheOutput=" + CACHE, "-Dspring.context.exit=onRefresh"),
                List.of("--spring.profiles.active=demo", "--rappel.data=" + FOLDER.resolve("rehearsal"))));
    }

    private static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-jar", FOLDER.resolve(JAR.getFileName()).toString()));
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("packaging.log").toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The application could not be unpacked or rehearsed; see " + FOLDER.resolve("packaging.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
