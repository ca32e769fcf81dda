package fr.rappel.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.shared.FieldError;
import fr.rappel.testing.DatabaseTest;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ReferenceListsTest {

    record Choice(
            @KnownRegion String region,
            @KnownSector String sector,
            @KnownTopic String topic) {}

    @Autowired
    ReferenceLists lists;

    @Autowired
    ReferenceSeed seed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Validator validator;

    @AfterEach
    void offerEverythingAgain() {
        for (String table : List.of("reference_region", "reference_sector", "reference_topic")) {
            jdbc.sql("update " + table + " set active = true").update();
        }
        lists.reload();
    }

    @Test
    void regionsAreThoseOfTheStatisticalOfficeThenTheTerritories() throws IOException {
        var regions = reference("regions.csv").stream().map(line -> region(line, false));
        var territories = reference("territoires-hors-region.csv").stream().map(line -> region(line, true));
        assertThat(lists.regions())
                .hasSize(18 + 7)
                .extracting(region -> new Region(region.code(), plain(region.name()), region.territory()))
                .containsExactlyElementsOf(Stream.concat(regions, territories).toList());
    }

    @Test
    void sectorsAreTheBranchesAndTheOthersLast() throws IOException {
        assertThat(lists.sectors())
                .extracting(Sector::code, sector -> plain(sector.label()))
                .containsExactlyElementsOf(reference("secteurs.csv").stream()
                        .map(line -> tuple(line.get("code"), line.get("label")))
                        .toList());
        assertThat(lists.sectors().getLast().code()).isEqualTo("AUTRE");
    }

    @Test
    void topicsEndWithTheOthers() {
        assertThat(lists.topics())
                .extracting(Topic::code)
                .containsExactly(
                        "DEPOT_DEMANDE", "CREATION_COMPTE", "FINANCEMENT", "SUIVI_DEMANDE", "ALTERNANCE", "AUTRE");
    }

    @Test
    void whatIsWithdrawnIsNoLongerOfferedButStillKnown() {
        withdraw("reference_region", "01");
        withdraw("reference_sector", "HCR");
        withdraw("reference_topic", "ALTERNANCE");

        assertThat(lists.regions()).hasSize(24).extracting(Region::code).doesNotContain("01");
        assertThat(lists.region("01")).contains(new Region("01", "Guadeloupe", false));
        assertThat(lists.sectors()).extracting(Sector::code).doesNotContain("HCR");
        assertThat(lists.sector("HCR")).isPresent();
        assertThat(lists.topics()).extracting(Topic::code).doesNotContain("ALTERNANCE");
        assertThat(lists.topic("ALTERNANCE")).isPresent();
    }

    @Test
    void anUnknownCodeIsNobodys() {
        assertThat(lists.region("2A")).isEmpty();
        assertThat(lists.sector("")).isEmpty();
        assertThat(lists.topic("autre")).isEmpty();
    }

    @Test
    void firstContentsAreStoredOnce() {
        withdraw("reference_region", "01");
        jdbc.sql("delete from reference_sector where code = 'HCR'").update();

        seed.afterSingletonsInstantiated();

        assertThat(lists.regions()).hasSize(24);
        assertThat(lists.sector("HCR")).isEmpty();
        jdbc.sql("delete from reference_sector").update();
        seed.afterSingletonsInstantiated();
        assertThat(lists.sector("HCR")).isPresent();
    }

    @Test
    void onlyWhatIsOfferedMayBeChosen() {
        assertThat(refused(new Choice("75", "HCR", "AUTRE"))).isEmpty();
        assertThat(refused(new Choice("975", "AUTRE", "FINANCEMENT"))).isEmpty();
        assertThat(refused(new Choice(null, "", "\u00A0")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("region", "REQUIRED"), tuple("sector", "REQUIRED"), tuple("topic", "REQUIRED"));

        withdraw("reference_topic", "ALTERNANCE");
        assertThat(refused(new Choice("13", "hcr", "ALTERNANCE")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("region", "UNKNOWN_CODE"),
                        tuple("sector", "UNKNOWN_CODE"),
                        tuple("topic", "UNKNOWN_CODE"));
    }

    private List<FieldError> refused(Choice choice) {
        return FieldError.from(validator.validate(choice));
    }

    private void withdraw(String table, String code) {
        jdbc.sql("update " + table + " set active = false where code = ?")
                .param(code)
                .update();
        lists.reload();
    }

    private static Region region(CSVRecord line, boolean territory) {
        return new Region(line.get("code"), line.get("name"), territory);
    }

    /** Files of the statistical office have straight apostrophes, screens have typographic ones. */
    private static String plain(String name) {
        return name.replace('’', '\'').replace('\u00A0', ' ');
    }

    private static List<CSVRecord> reference(String fileName) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var file = Objects.requireNonNull(ReferenceListsTest.class.getResourceAsStream("/data/" + fileName));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        }
    }
}
