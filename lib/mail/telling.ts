/** Words that would tell a bystander what somebody comes here for. */
export const telling =
  /psychedel|guidance|preparation|prepar(e|ing)\b|integrat|\btrips?\b|\bdos(e|es|ing)\b|psilocy|mushroom|ayahuasca|ketamine|mdma|\blsd\b|ceremon|medicine|journey|plant|substance|treatment|therap|trauma|session kind/i;

/** The whole words of a text that would, each once, as they stand there. */
export function tellingWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words.filter((word) => telling.test(word)))];
}
