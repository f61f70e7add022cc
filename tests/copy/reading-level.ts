import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** The US school grade that a text asks for, by Flesch and Kincaid. Each paragraph ends a sentence. */
export function gradeOf(paragraphs: readonly string[]): number {
  const said = paragraphs.flatMap((paragraph) =>
    [...sentences.segment(paragraph)].map(({ segment }) => segment),
  );
  const each = said.map(wordsOf).filter((ones) => ones.length > 0);
  const all = each.flat();
  return fleschKincaid({
    sentence: each.length,
    word: all.length,
    syllable: all.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike && /\p{L}/u.test(segment) ? [segment] : [],
  );
}
