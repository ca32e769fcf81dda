package fr.rappel.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Imports a generated stream in a process of its own, whose heap is as small as whoever starts it says. */
final class WideImport {

    private static final String HEADER = "email;personne;profil;administrateur;statut;commentaire\n";

    /** As long as a line may be, less what stands before it. */
    private static final String WIDE = "é".repeat((CsvLines.LONGEST - 200) / 2);

    private static final int LINES_OF_A_LONG_RECORD = 19;

    private WideImport() {}

    /**
     * Arguments: address and user of the database, folder of data, megabytes. Prints what became of the file, its rows, and
     * the most that was used of the heap.
     */
    public static void main(String[] arguments) throws IOException {
        ImportProcess.logLittle();
        Path data = Path.of(arguments[2]);
        try (var process = new ImportProcess(arguments[0], arguments[1], data, data, "")) {
            var stream = new Accounts(Long.parseLong(arguments[3]) * 1024 * 1024);
            long id = process.inbox.receive(ImportKind.ACCOUNTS, ImportSource.API, "wide.csv", stream, "root");
            process.turn();
            ImportRun run = process.runs.find(id).orElseThrow();
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.out.printf(
                    "%s %d bytes, %d of %d rows, heap at most %d of %d bytes%n",
                    run.status(),
                    run.sizeBytes(),
                    run.rowsStored(),
                    stream.records,
                    peak,
                    Runtime.getRuntime().maxMemory());
        }
    }

    /**
     * Valid accounts, made while they are read: each has a comment that no column takes, by turns of one line and of as many
     * as a record may have.
     */
    private static final class Accounts extends InputStream {

        private final Deque<byte[]> ahead = new ArrayDeque<>();
        private final byte[] wide = WIDE.getBytes(StandardCharsets.UTF_8);
        private long left;
        private int position;
        private int records;

        Accounts(long bytes) {
            left = bytes;
            add(HEADER);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (ahead.isEmpty() && left > 0) {
                record();
            }
            if (ahead.isEmpty()) {
                return -1;
            }
            byte[] piece = ahead.getFirst();
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, buffer, from, count);
            position += count;
            if (position == piece.length) {
                ahead.removeFirst();
                position = 0;
            }
            return count;
        }

        private void record() {
            int lines = records % 2 == 0 ? 1 : LINES_OF_A_LONG_RECORD;
            add("compte" + records++ + "@exemple.fr;Noé Ça;OF;non;ACTIF;\"");
            for (int line = 0; line < lines; line++) {
                ahead.addLast(wide);
                add(line == lines - 1 ? "\"\n" : "\n");
            }
            left -= (long) lines * wide.length;
        }

        private void add(String text) {
            ahead.addLast(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
