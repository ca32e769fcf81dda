package fr.rappel.refresh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small file of each kind, all about one company. */
final class SampleFiles {

    static final String COMPANY = """
            siret;raison_sociale;forme_juridique;naf;idcc;tranche_effectif;numero_adherent;etat_entreprise;adresse;code_postal;commune;region;siege;etat_etablissement
            099 900 003 00015;Café de l’Œuvre;SAS;56.30Z;1979;12;AD-00 42;A;1 rue du Bac;75007;Paris;11;oui;A
            """;

    static final String DOSSIER = """
            Numéro;Type;SIRET employeur;NDA;Bénéficiaire;Début;Montant demandé;Montant accordé;Statut;Statut le;Numéro DECA
            D-2026-1;CONTRAT_APPRENTISSAGE;09990000300015;7331P005131;Noé Ça;2026-09-01;1 250,40;1000;ENGAGE;02/03/2026 10:30;017 2026 05 001222
            """;

    static final Map<ImportKind, String> ALL = all();

    private SampleFiles() {}

    /** Establishments with valid keys, as many. */
    static String companies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String siret = withKey(withKey("09%06d".formatted(i)) + "0001");
                    return siret + ";Société " + i + ";A;oui;A\n";
                })
                .collect(Collectors.joining("", "siret;raison_sociale;etat_entreprise;siege;etat_etablissement\n", ""));
    }

    private static Map<ImportKind, String> all() {
        Map<ImportKind, String> files = new LinkedHashMap<>();
        files.put(ImportKind.COMPANIES, COMPANY);
        files.put(ImportKind.ACCOUNTS, """
                email,personne,profil,administrateur,statut
                Noe.Ca@Exemple.FR,Noé Ça,ENTREPRISE,oui,ACTIF
                """);
        files.put(ImportKind.RATTACHEMENTS, """
                compte;perimetre;role;depuis;statut;ajoute_par;jusqu_au
                noe.ca@exemple.fr;099900003;ENTREPRISE;05/01/2026;ACTIF;noe.ca@exemple.fr;
                noe.ca@exemple.fr;09990000300015;ENTREPRISE;2025-01-05;RETIRE;;2025-06-01
                """);
        files.put(ImportKind.DOSSIERS, DOSSIER);
        files.put(
                ImportKind.DOCUMENTS, """
                identifiant;numero_dossier;nature;sens;nom;type_contenu;taille;date;fichier
                G-1;D-2026-1;ACCORD_PRISE_EN_CHARGE;EMIS;../../accord "final".pdf;application/pdf;1024;2026-03-02;2026/03/g-1.pdf
                """.replace("../../accord \"final\".pdf", "\"../../accord \"\"final\"\".pdf\""));
        files.put(ImportKind.INVOICES, """
                siret_emetteur;numero;numero_dossier;montant;statut;deposee_le
                09990000300015;F-1;D-2026-1;1000,00 €;PAYEE;2026-04-01
                """);
        files.put(ImportKind.PAYMENTS, """
                reference_bancaire;siret_emetteur;numero_facture;montant;paye_le
                VIR 77/2026;09990000300015;F-1;1000;2026-04-15
                """);
        return files;
    }

    private static String withKey(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
