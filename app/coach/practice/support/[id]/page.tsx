import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { Main } from "#app/ui/main.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { requireOwner } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { lineIdIn } from "#lib/support/input.ts";
import { findLine } from "#lib/support/queries.ts";
import { checkedWords } from "#lib/support/rules.ts";
import { typedWay } from "#lib/support/ways.ts";
import { LineForm } from "../line-form.tsx";
import { placeNames, urgencyNames } from "../place-names.ts";

export const metadata: Metadata = { title: "Change a line" };

export default async function ChangeLine({ params }: PageProps<"/coach/practice/support/[id]">) {
  const owner = await requireOwner();
  const { line, today } = await find(owner, await params);
  const place = placeNames.find(({ id }) => id === line.place)?.name;
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>{line.name}</h1>
          <p className="quiet">
            {place}. {urgencyNames[line.urgency]}.{" "}
            {line.verifiedOn === null
              ? "It is hidden until somebody has checked it."
              : `${checkedWords(line.verifiedOn, Temporal.PlainDate.from(today))}.`.replace("..", ".")}
          </p>
        </div>
      </div>
      <UnsavedGuard>
        <LineForm
          id={line.id}
          line={{
            name: line.name,
            whatHappens: line.whatHappens,
            hoursText: line.hoursText,
            hoursVerified: line.hoursVerified,
            ways: line.ways.map(typedWay),
            sourceUrl: line.sourceUrl,
            position: line.position,
          }}
        />
      </UnsavedGuard>
    </Main>
  );
}

async function find(owner: Parameters<typeof findLine>[0], params: { id: string }) {
  try {
    return await findLine(owner, lineIdIn(params), Date.now());
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
