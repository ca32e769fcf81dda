package fr.rappel.reference;

/** A professional branch (secteur) that the body works for. */
public record Sector(String code, String label) {}
