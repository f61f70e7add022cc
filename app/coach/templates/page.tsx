import type { Metadata, Route } from "next";
import Link from "next/link";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { listTemplates } from "#lib/notes/templates.ts";
import { BeginTemplate } from "./begin-template.tsx";
import { BringBack } from "./bring-back.tsx";
import { kindNames, partNames } from "./kind-names.ts";

export const metadata: Metadata = { title: "Your templates" };

export default async function Templates() {
  const coach = await requireCoach();
  const templates = await listTemplates(coach, { now: Date.now() });
  return (
    <Main>
      <PageHead title="Your templates" tight>
        <p className="quiet">
          Your own beginnings for notes and summaries. Nobody else uses or sees them, and what you wrote with
          one stays as it is when you change it.
        </p>
      </PageHead>
      <div className="measure stack">
        {templates.length === 0 && <Empty>You have no templates yet.</Empty>}
        <ul className="waits">
          {templates.map(({ id, name, kind, part, isRemoved }) => (
            <li key={id}>
              <h2 className="text-lead">
                {isRemoved ? (
                  name
                ) : (
                  <Link href={`/coach/templates/${id}` as Route} prefetch={false}>
                    {name}
                  </Link>
                )}
              </h2>
              <p className="quiet">
                {kindNames[kind]},{" "}
                <Badge kind={part === "note" ? "private" : "done"}>{partNames[part]}</Badge>
              </p>
              {isRemoved && <BringBack id={id} name={name} />}
            </li>
          ))}
        </ul>
        <BeginTemplate />
      </div>
    </Main>
  );
}
