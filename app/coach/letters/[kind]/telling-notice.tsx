import { Notice } from "#app/ui/notice.tsx";
import { tellingWords } from "#lib/mail/telling.ts";

const inWords = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Says what a bystander could read out of the words. It stops nothing. */
export function TellingNotice({ words }: { words: string }) {
  const found = tellingWords(words);
  return (
    <div role="status">
      {found.length > 0 && (
        <Notice kind="know">
          <p>
            Whoever sees this mail on your client’s screen learns something from{" "}
            {inWords.format(found.map((word) => `“${word}”`))}. It may stay. “Our time” or “what we spoke
            about” gives less away.
          </p>
        </Notice>
      )}
    </div>
  );
}
