import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { kindNames, partNames } from "#app/coach/templates/kind-names.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { noteFields, type SessionKind, summaryFields } from "#lib/notes/fields.ts";
import { findTemplate } from "#lib/notes/templates.ts";
import { TemplateForm } from "./template-form.tsx";

export const metadata: Metadata = { title: "A template" };

export default async function OneTemplate({ params, searchParams }: PageProps<"/coach/templates/[id]">) {
  const coach = await requireCoach();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  if (!isUuid(id)) notFound();
  const found = await findTemplate(coach, id.toLowerCase(), Date.now());
  const kind = found?.kind ?? kindIn(search.kind);
  const part = found?.part ?? (search.part === "summary" ? "summary" : "note");
  if (!kind) notFound();
  const usual = part === "note" ? noteFields(kind) : summaryFields(kind);
  return (
    <Main>
      <PageHead title={found ? found.name : "A new template"} tight>
        <p className="quiet">
          {kindNames[kind]}, {partNames[part].toLowerCase()}. What you write under a field is put in where
          nothing stands yet.
        </p>
      </PageHead>
      <UnsavedGuard>
        <TemplateForm
          key={found?.changedAt}
          id={id.toLowerCase()}
          kind={kind}
          part={part}
          name={found?.name ?? ""}
          stored={found?.fields ?? usual.map((field) => ({ ...field, words: "" }))}
          seen={found?.changedAt ?? null}
        />
      </UnsavedGuard>
      <p>
        <ButtonLink look="quiet" href="/coach/templates">
          Back to your templates
        </ButtonLink>
      </p>
    </Main>
  );
}

function kindIn(sent: string | string[] | undefined): SessionKind | undefined {
  return (Object.keys(kindNames) as SessionKind[]).find((kind) => kind === sent);
}
