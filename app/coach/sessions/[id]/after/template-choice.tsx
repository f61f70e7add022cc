"use client";

import Link from "next/link";
import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { askJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import type { SessionKind, Written } from "#lib/notes/fields.ts";

type Template = { id: string; name: string; fields: Written[] };
type Choice = {
  kind: SessionKind;
  part: "note" | "summary";
  used: { name: string } | undefined;
  onUse: (name: string, fields: Written[]) => void;
  onUndo: () => void;
};

/** Begins a sheet with one of the coach's own templates. They are asked for when somebody wants one. */
export function TemplateChoice({ kind, part, used, onUse, onUndo }: Choice) {
  const [templates, setTemplates] = useState<Template[]>();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function open() {
    setOpen(true);
    setProblem(undefined);
    try {
      const path = `/api/coach/templates?kind=${kind}&part=${part}`;
      setTemplates((await askJson<{ templates: Template[] }>(path)).templates);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  return (
    <>
      <Button type="button" look="quiet" onClick={() => void open()}>
        Start from one of your templates
      </Button>
      {used && (
        <p role="status" className="small">
          “{used.name}” was put in where nothing stood. <UndoButton onClick={onUndo} />
        </p>
      )}
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Your templates">
        <p>What you wrote stays. A template fills only what is empty, and adds its own fields.</p>
        {problem && <p role="alert">{problem}</p>}
        {!templates && !problem && <p className="quiet">One moment.</p>}
        {templates?.length === 0 && <p className="quiet">You have none for this kind of session yet.</p>}
        <ul className="stack">
          {templates?.map(({ id, name, fields }) => (
            <li key={id}>
              <Button
                type="button"
                look="plain"
                onClick={() => {
                  setOpen(false);
                  onUse(name, fields);
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
        <Actions>
          <Link href="/coach/templates" prefetch={false}>
            Write your own templates
          </Link>
          <Button type="button" look="quiet" onClick={() => setOpen(false)}>
            Close
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}
