package fr.rappel.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Opens a file as the people do who asked for it, and saves what its cells show as text with semicolons. */
final class LibreOffice {

    /** Semicolons, quotation marks, UTF-8, from the first line on, French numbers; nothing else is chosen in its dialogue. */
    static final String READING_TEXT = "--infilter=CSV:59,34,76,1,,1036";

    private static final String SHOWN = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false";
    private static final int PATIENCE_SECONDS = 60;

    private LibreOffice() {}

    /**
     * @param name how the file is called, by whose end its kind is known
     * @param folder of this test alone
     */
    static String shown(byte[] file, String name, Path folder, String... options) throws Exception {
        Path opened = Files.write(folder.resolve(name), file);
        Path saved = folder.resolve("saved");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri()));
        command.addAll(List.of(options));
        command.addAll(List.of("--convert-to", SHOWN, "--outdir", saved.toString(), opened.toString()));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice did not end: " + Files.readString(said));
        }
        Path text = saved.resolve(name.replaceFirst("\\..*", ".csv"));
        if (!Files.exists(text)) {
            throw new IOException("LibreOffice did not open " + name + ": " + Files.readString(said));
        }
        return Files.readString(text);
    }
}
