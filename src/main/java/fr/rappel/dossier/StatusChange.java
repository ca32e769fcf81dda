package fr.rappel.dossier;

import java.time.Instant;

/** A dossier reached a status. Only the states that imports have seen are known. */
public record StatusChange(String dossierNumber, Instant at, DossierStatus status) {}
