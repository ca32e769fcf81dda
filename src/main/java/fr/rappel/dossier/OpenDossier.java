package fr.rappel.dossier;

import java.util.List;

/**
 * A dossier that waits for something.
 *
 * @param profile as what the company takes part in it
 * @param blockers what keeps it from going on, most urgent first; empty if nothing does
 */
public record OpenDossier(Dossier dossier, Profile profile, List<Blocker> blockers) {}
