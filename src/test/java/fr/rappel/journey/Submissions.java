package fr.rappel.journey;

/** A valid request to be called back, as JSON. */
final class Submissions {

    private Submissions() {}

    static String valid(String lastName) {
        return """
                {"firstName": "Zoé", "lastName": "%s", "email": "zoe@exemple.fr", "siret": "552 081 317 66522",
                 "region": "11", "sector": "HCR", "phone": "01 99 00 12 34", "companySize": "UNDER_11",
                 "topic": "SUIVI_DEMANDE", "message": "Bonjour, où en est le dossier de notre apprentie ?",
                 "consent": true}""".formatted(lastName);
    }
}
