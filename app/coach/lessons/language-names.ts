const names = new Intl.DisplayNames("en", { type: "language" });

/** "Spanish". Read on the server, so that browsers that name it otherwise show the same. */
export function languageName(language: string): string {
  return names.of(language) ?? language;
}

const offered = [
  ...["ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nb", "nl"],
  ...["pl", "pt", "pt-BR", "ro", "ru", "sv", "tr", "uk", "zh"],
];

export type Language = { code: string; name: string };

/** The languages that a lesson can be written in, by their names. */
export function offeredLanguages(): Language[] {
  return offered
    .map((code) => ({ code, name: languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
