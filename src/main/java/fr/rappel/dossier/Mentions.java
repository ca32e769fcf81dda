package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the numbers of dossiers, invoices, companies and establishments in what a visitor wrote. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.AGENT)
public class Mentions {

    /** Each kind has its own bound: thousands of invoices of one number leave room for the rest. */
    private static final String KNOWN = Stream.of(
                    "'DOSSIER' as kind, number as id, number_key as found_key from dossier_dossier where number_key",
                    "'DOSSIER', number, deca_key from dossier_dossier where deca_key",
                    "'DOSSIER', number, opco_key from dossier_dossier where opco_key",
                    "'INVOICE', issuer_siret || '/' || number, number_key from dossier_invoice where number_key",
                    "'COMPANY', siren, siren from dossier_company where siren",
                    "'ESTABLISHMENT', siret, siret from dossier_establishment where siret")
            .map(branch -> "(select " + branch + " in (:keys) limit 500)")
            .collect(Collectors.joining(" union all "));

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the text names, in its order; places do not overlap. */
    public List<Mention> in(String text) {
        List<MentionedNumbers.Candidate> candidates = MentionedNumbers.in(text);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Known> known = known(candidates);
        List<Mention> mentions = new ArrayList<>();
        int end = 0;
        for (MentionedNumbers.Candidate candidate : candidates) {
            Known found = known.get(candidate.key());
            if (found != null && candidate.start() >= end && (candidate.company() || !found.isCompany())) {
                mentions.add(new Mention(candidate.start(), candidate.end(), found.kind(), found.id()));
                end = candidate.end();
            }
        }
        return mentions;
    }

    private Map<String, Known> known(List<MentionedNumbers.Candidate> candidates) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql(KNOWN)
                .param(
                        "keys",
                        candidates.stream()
                                .map(MentionedNumbers.Candidate::key)
                                .distinct()
                                .toList())
                .query((result, number) -> new Known(
                        HitKind.valueOf(result.getString("kind")),
                        result.getString("id"),
                        result.getString("found_key")))
                .list()
                .forEach(found -> known.merge(
                        found.key(),
                        found,
                        (first, second) -> second.kind().compareTo(first.kind()) < 0 ? second : first));
        return known;
    }

    private record Known(HitKind kind, String id, String key) {

        /** A SIREN or SIRET: only one whose check digits hold is taken for one. */
        boolean isCompany() {
            return kind == HitKind.COMPANY || kind == HitKind.ESTABLISHMENT;
        }
    }
}
