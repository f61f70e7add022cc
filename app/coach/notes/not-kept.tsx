import { WrittenElsewhere } from "#app/(public)/lessons/[slug]/writing/written-elsewhere.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import type { Field } from "#lib/notes/fields.ts";
import type { useKeptWords } from "./use-kept-words.ts";

type NotKeptProps = { kept: ReturnType<typeof useKeptWords>; fields: readonly Field[] };

/** What keeps words from being kept, and what can be done about it. */
export function NotKept({ kept: { standing, keeping, takeOther }, fields }: NotKeptProps) {
  if (standing.is === "elsewhere")
    return (
      <WrittenElsewhere
        answers={standing.stored.answers}
        fields={fields.map(({ key, label }) => ({ id: key, label }))}
        onKeep={() => keeping.keepThis()}
        onTake={takeOther}
      />
    );
  if (standing.is !== "refused") return null;
  return (
    <div>
      <Refused error={standing.error} />
      <Button className="mt-4" type="button" look="plain" onClick={() => keeping.save()}>
        Try again
      </Button>
    </div>
  );
}
