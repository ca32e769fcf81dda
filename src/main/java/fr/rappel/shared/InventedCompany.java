package fr.rappel.shared;

import java.util.List;

/**
 * A company that belongs to nobody, for demonstrations and measurements: the same number gives the same company everywhere.
 * Its SIREN begins with 099, numbers that were never given out, and passes the check.
 *
 * @param number from 0 to 99,999
 */
public record InventedCompany(int number) {

    /** How many there are. */
    public static final int MOST = 100_000;

    /** Before this one come those whose SIREN begins with 0999. */
    private static final int FIRST = 90_000;

    private static final List<String> TRADES = List.of(
            "Boulangerie",
            "Atelier",
            "Garage",
            "Hôtel",
            "Librairie",
            "Maison",
            "Menuiserie",
            "Pépinière",
            "Restaurant",
            "Société",
            "Transports",
            "Cafés",
            "Imprimerie",
            "Nettoyage",
            "Sécurité",
            "Optique",
            "Fleurs",
            "Brasserie");
    private static final List<String> PLACES = List.of(
            "du Vieux-Port",
            "de l’Étoile",
            "des Tilleuls",
            "du Cœur-de-Ville",
            "de la Gare",
            "des Remparts",
            "du Moulin",
            "de l’Abbaye",
            "des Trois-Épis",
            "du Champ-Fleuri",
            "de la Forêt",
            "des Œillets",
            "du Grand-Pré",
            "de l’Île",
            "du Marché",
            "des Coteaux",
            "de la Source",
            "du Pont-Neuf",
            "des Halles",
            "de l’Hermitage",
            "du Levant",
            "des Acacias",
            "de la Rivière");
    private static final List<String> SCHOOLS =
            List.of("CFA", "Institut", "Campus", "École", "Centre de formation", "Académie");

    public InventedCompany {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("Companies are numbered from 0 to " + (MOST - 1));
        }
    }

    /** Whether it trains: every tenth does. */
    public boolean isProvider() {
        return number % 10 == 3;
    }

    public String name() {
        List<String> kinds = isProvider() ? SCHOOLS : TRADES;
        int round = number / (TRADES.size() * PLACES.size());
        String name = kinds.get(number % kinds.size()) + " " + PLACES.get(number % PLACES.size());
        return round == 0 ? name : name + " " + InventedPerson.numbered(number).lastName();
    }

    public Siren siren() {
        return new Siren(withKey("099%05d".formatted((FIRST + number) % MOST)));
    }

    /**
     * One of its establishments.
     *
     * @param establishment 1 is the head office
     */
    public Siret siret(int establishment) {
        return new Siret(withKey(siren().value() + "%04d".formatted(establishment)));
    }

    private static String withKey(String digits) {
        for (char key = '0'; key < '9'; key++) {
            if (Digits.passLuhn(digits + key)) {
                return digits + key;
            }
        }
        return digits + '9';
    }
}
