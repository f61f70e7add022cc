"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { NotKept } from "#app/coach/notes/not-kept.tsx";
import { saidOf, useKeptWords } from "#app/coach/notes/use-kept-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { Status } from "#app/ui/status.tsx";
import type { SessionKind } from "#lib/notes/fields.ts";
import type { SummarySheet } from "#lib/summaries/queries.ts";
import { SheetFields } from "./sheet-fields.tsx";
import { TakeBack } from "./take-back.tsx";
import { TemplateChoice } from "./template-choice.tsx";
import { useTemplate } from "./use-template.ts";

type SummaryFormProps = {
  sheet: SummarySheet;
  kind: SessionKind;
  /** When what the client can read was sent, in words. */
  sentWords: string | undefined;
};

/** What goes to the client, once it is sent. */
export function SummaryForm({ sheet, kind, sentWords }: SummaryFormProps) {
  const { author, client, booking, answers, revision, saved, suggestions, sent } = sheet;
  const id = `summary-${client.id}`;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const template = useTemplate(sheet.fields, form);
  const [about] = useState({ author, booking, client: client.id, labels: template.labels });
  const kept = useKeptWords({
    ...{ path: "/api/coach/summaries", about, stored: { answers, revision }, saved, form },
  });
  const { standing, keeping } = kept;
  const isAsSent = sent?.isNewest && keeping.revision() === revision && standing.is === "saved";

  async function look() {
    if (await keeping.finish()) router.push(`/coach/sessions/${booking}/summary?for=${client.id}` as "/");
  }

  return (
    <form
      className="sheet sheet--shared"
      aria-labelledby={id}
      ref={form}
      autoComplete="off"
      onBlur={kept.onBlur}
      onInput={kept.onInput}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <div className="sheet__head">
        <Icon name="summary" />
        <h3 id={id}>Summary for {client.name}</h3>
        <p>{sentence(client.name, sentWords, isAsSent)}</p>
      </div>
      <div className="sheet__body">
        <SheetFields
          id={id}
          fields={template.fields}
          answers={answers}
          below={({ key }) => {
            const words = suggestions[key];
            return (
              words && (
                <Button type="button" look="quiet" onClick={() => kept.put({ [key]: words })}>
                  Put in: {words.replaceAll("\n", ", ")}
                </Button>
              )
            );
          }}
        />
        <NotKept kept={kept} fields={template.fields} />
        <div className="sheet__foot">
          <Status done={standing.is === "saved" && standing.words !== ""}>
            {saidOf(standing, "Saved as you type.")}
            {standing.is === "saved" && standing.words !== "" && !isAsSent && ", not sent"}
          </Status>
          <Button>See it as {client.name} will</Button>
        </div>
        <p className="small">You send it from there. After that, you have ten minutes to take it back.</p>
        {sent?.canTakeBack && <TakeBack sentId={sent.id} name={client.name} />}
        <div className="actions small">
          {revision > 0 && (
            <Link href={`/coach/sessions/${booking}/versions?of=summary&about=${client.id}`} prefetch={false}>
              Earlier versions<span className="unseen"> of the summary for {client.name}</span>
            </Link>
          )}
          <TemplateChoice
            kind={kind}
            part="summary"
            used={template.used}
            onUse={(name, fields) => kept.put(template.use(name, fields))}
            onUndo={() => kept.put(template.undo())}
          />
        </div>
      </div>
    </form>
  );
}

function sentence(name: string, sentWords: string | undefined, isAsSent: boolean | undefined): string {
  if (!sentWords) return `${name} will read this. Not sent yet.`;
  if (isAsSent) return `${name} can read this. Sent ${sentWords}.`;
  return `${name} can read what you sent ${sentWords}. What you changed since is not sent.`;
}
