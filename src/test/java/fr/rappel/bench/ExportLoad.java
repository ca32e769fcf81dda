package fr.rappel.bench;

import fr.rappel.RappelApplication;
import fr.rappel.shared.Roles;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Export;
import fr.rappel.statistics.ExportContents;
import fr.rappel.statistics.ExportFormat;
import fr.rappel.statistics.ExportStatus;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.RowQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every request of the last days as a file, on the database that Spring's settings name: how long it takes, how large it is,
 * and how much of the heap is used at most. The heap is as small as whoever starts this says.
 *
 * <p>Arguments: how many days, and the folder for data.
 */
final class ExportLoad {

    private static final long MEBIBYTE = 1024L * 1024L;

    private ExportLoad() {}

    public static void main(String[] arguments) throws IOException {
        try (var context = SpringApplication.run(
                RappelApplication.class,
                "--server.port=0",
                "--rappel.data=" + arguments[1],
                "--logging.level.root=warn")) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "superviseur",
                            null,
                            AuthorityUtils.createAuthorityList("ROLE_" + Roles.AGENT, "ROLE_" + Roles.SUPERVISOR)));
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
            Period period = new Period(today.minusDays(Integer.parseInt(arguments[0]) - 1L), today);
            for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
                measure(context.getBean(Exports.class), format, period);
            }
        }
    }

    private static void measure(Exports exports, ExportFormat format, Period period) throws IOException {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        var query = new RowQuery(period, Measure.RECEIVED, Dimension.ALL, "");
        long id = exports.request(ExportContents.ROWS, format, query, Comparison.NONE, Locale.FRENCH);
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> export(exports, id).status().isFinished());
        double seconds = (System.nanoTime() - start) / 1e9;
        Export written = export(exports, id);
        if (written.status() != ExportStatus.DONE) {
            throw new IllegalStateException("The export is " + written.status());
        }
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "export_%s %d rows %.1f s %d MiB; heap at most %d of %d MiB%n",
                format.ending(),
                written.rowsWritten(),
                seconds,
                size(exports, id) / MEBIBYTE,
                peak / MEBIBYTE,
                Runtime.getRuntime().maxMemory() / MEBIBYTE);
    }

    private static Export export(Exports exports, long id) {
        return exports.page(null).exports().stream()
                .filter(export -> export.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static long size(Exports exports, long id) throws IOException {
        try (InputStream file = exports.take(id)) {
            return file.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
