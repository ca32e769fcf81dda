package fr.rappel.callback;

import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.InventedPerson;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * What the visitors of the demonstration say. Names, companies and numbers belong to nobody: the numbers come from the
 * ranges the regulator keeps for fiction.
 */
@Component
class DemoVisitors {

    private static final List<String> PHONES = List.of("019900", "026191", "035301", "046571", "053649");
    private static final List<String> MESSAGES = List.of(
            "Bonjour, je ne vois plus mes dossiers depuis la mise à jour du portail. Pouvez-vous vérifier le rattachement ?",
            "Nous avons déposé un contrat d’apprentissage il y a trois semaines et n’avons reçu aucune réponse.",
            "Comment transmettre le RIB de notre organisme de formation ? La page refuse notre fichier.",
            "Notre facture du mois dernier est encore en attente de paiement, pouvez-vous me dire ce qui manque ?",
            "Je souhaite créer un compte pour notre CFA mais l’adresse de la directrice est déjà utilisée.",
            "Quelle est la prise en charge d’une formation de cinq jours pour une entreprise de huit salariés ?",
            "Où se trouve la lettre d’accord de prise en charge ? Notre comptable en a besoin cette semaine.",
            "Nous devons rompre un contrat de professionnalisation : quelles pièces faut-il envoyer, et où ?");
    private static final List<String> TOPICS = List.of(
            "SUIVI_DEMANDE",
            "DEPOT_DEMANDE",
            "AUTRE",
            "SUIVI_DEMANDE",
            "CREATION_COMPTE",
            "FINANCEMENT",
            "SUIVI_DEMANDE",
            "ALTERNANCE");

    /**
     * People who live in a region, in tenths of a million and by INSEE code, which is about where the work is. Of the small
     * territories, and of what another customer's list adds, somebody calls all the same.
     */
    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("11", 123),
            Map.entry("84", 82),
            Map.entry("75", 61),
            Map.entry("76", 61),
            Map.entry("32", 60),
            Map.entry("44", 56),
            Map.entry("93", 52),
            Map.entry("52", 39),
            Map.entry("53", 34),
            Map.entry("28", 33),
            Map.entry("27", 28),
            Map.entry("24", 26),
            Map.entry("04", 9));

    private static final int LEAST_WEIGHT = 4;

    private final ReferenceLists lists;

    DemoVisitors(ReferenceLists lists) {
        this.lists = lists;
    }

    /** Somebody of that company, about one of eight matters. */
    SubmitCallback said(int company, int matter, Random random) {
        InventedPerson caller = InventedPerson.numbered(company);
        return new SubmitCallback(
                caller.firstName(),
                caller.lastName(),
                "contact" + company + "@exemple.fr",
                new InventedCompany(company).siret(1).value(),
                region(random),
                pick(lists.sectors(), random).code(),
                pick(PHONES, random) + "%04d".formatted(random.nextInt(10_000)),
                random.nextInt(3) == 0 ? CompanySize.UNDER_11.name() : CompanySize.ELEVEN_OR_MORE.name(),
                TOPICS.get(matter % TOPICS.size()),
                MESSAGES.get(matter % MESSAGES.size()),
                true);
    }

    private String region(Random random) {
        List<Region> regions = lists.regions();
        int place =
                random.nextInt(regions.stream().mapToInt(DemoVisitors::weight).sum());
        int next = 0;
        while (place >= weight(regions.get(next))) {
            place -= weight(regions.get(next));
            next++;
        }
        return regions.get(next).code();
    }

    private static int weight(Region region) {
        return WEIGHTS.getOrDefault(region.code(), LEAST_WEIGHT);
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
