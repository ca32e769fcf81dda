package fr.rappel.reference;

/** What a visitor may ask about (objet, thème). */
public record Topic(String code, String label) {}
