package fr.rappel.dossier;

import java.util.Map;

/**
 * A portal account and all it is linked to.
 *
 * @param companies names by SIREN, of those that the copy knows
 */
public record AccountSheet(LinkedAccount linked, Map<String, String> companies) {}
