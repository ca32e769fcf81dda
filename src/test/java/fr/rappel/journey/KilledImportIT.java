package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of an import: the restarted application reads the rest, once. */
class KilledImportIT {

    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        try (var application =
                RunningApplication.start(folder, "--spring.profiles.active=demo", "--rappel.import.lease=2s")) {
            DemoCalls.awaitCopy(application);
            HttpResponse<String> accepted =
                    application.sendAs("admin", "/api/v1/imports/accounts", "text/csv", accounts());
            assertThat(accepted.statusCode()).isEqualTo(202);
            String address = accepted.headers().firstValue("Location").orElseThrow();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> number(application, address, "$.rowsStored") > ROWS / 10);
            application.kill();
            application.start();

            await().atMost(Duration.ofMinutes(3))
                    .until(() -> "DONE".equals(JsonPath.read(run(application, address), "$.status")));
            assertThat(number(application, address, "$.rowsRead")).isEqualTo(ROWS + 2);
            assertThat(number(application, address, "$.rowsStored")).isEqualTo(ROWS);
            assertThat(number(application, address, "$.rowsRefused")).isEqualTo(2);
            String report = application.getAs("admin", address + "/report").body();
            assertThat(report.lines().skip(1).map(line -> line.split(";")[0]))
                    .containsExactly(String.valueOf(ROWS / 2 + 2), String.valueOf(ROWS + 3));
        }
    }

    /** A wrong line in the middle, and the first account once more at the end. */
    private static String accounts() {
        var file = new StringBuilder("email;personne;profil;administrateur;statut\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(i == ROWS / 2 ? "nobody;Personne;OF;non;ACTIF\n" : "")
                    .append("compte" + i + "@exemple.fr;Noé Ça;OF;non;ACTIF\n");
        }
        return file.append("compte0@exemple.fr;Noé Ça;OF;non;ACTIF\n").toString();
    }

    private static String run(RunningApplication application, String address) throws IOException, InterruptedException {
        return application.getAs("admin", address).body();
    }

    private static int number(RunningApplication application, String address, String path)
            throws IOException, InterruptedException {
        return JsonPath.<Integer>read(run(application, address), path);
    }
}
