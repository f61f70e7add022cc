"use client";

import { useState } from "react";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { LabelledTable } from "#app/ui/table.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { aheadWords, atMostWords, bookedWords, cancelWords, lengthAndRest } from "./kind-words.ts";
import { isSameRules, type Rules, rulesOf, type SessionKind } from "./rules-of.ts";
import { SessionKindDialog } from "./session-kind-dialog.tsx";

const columns = [
  { key: "kind", name: "Kind" },
  { key: "length", name: "Length and rest" },
  { key: "booked", name: "Booked" },
  { key: "ahead", name: "When" },
  { key: "most", name: "At most" },
  { key: "cancel", name: "Move or cancel" },
  { key: "change", name: "Change", unseen: true },
] as const;

/** What each kind of session takes, and when it can be booked. */
export function SessionKinds({ kinds: given }: { kinds: SessionKind[] }) {
  const [kinds, setKinds] = useState(given);
  const [drafts, setDrafts] = useState(new Map<string, Rules>());
  const [chosenId, setChosenId] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const [savedId, setSavedId] = useState<string>();
  const chosen = kinds.find(({ id }) => id === chosenId);
  const isDraft = (kind: SessionKind) => {
    const draft = drafts.get(kind.id);
    return draft !== undefined && !isSameRules(draft, rulesOf(kind));
  };
  useUnsaved("kinds", kinds.some(isDraft));

  function draft(id: string, rules: Rules | undefined) {
    const next = new Map(drafts);
    if (rules) next.set(id, rules);
    else next.delete(id);
    setDrafts(next);
  }

  function change(id: string) {
    setChosenId(id);
    setIsOpen(true);
  }

  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds">Kinds of session</h2>
      <LabelledTable
        columns={columns}
        rows={kinds.map((kind) => ({
          key: kind.id,
          cells: {
            kind: kind.name,
            length: lengthAndRest(kind),
            booked: bookedWords(kind),
            ahead: aheadWords(kind),
            most: atMostWords(kind),
            cancel: cancelWords(kind),
            change: (
              <>
                <Button type="button" look="quiet" onClick={() => change(kind.id)}>
                  Change<span className="unseen"> {kind.name}</span>
                </Button>{" "}
                {isDraft(kind) && <Badge kind="held">Not saved</Badge>}
                {kind.id === savedId && !isDraft(kind) && <Badge kind="done">Saved</Badge>}
              </>
            ),
          },
        }))}
      />
      <p className="small quiet mt-3">
        {kinds.some(({ kind }) => kind === "guidance") &&
          "Guidance also waits for its gate: 24 hours to 90 days after a preparation, and everything on its list in place. "}
        Changes here leave what is booked as it is.
      </p>
      {chosen && (
        <SessionKindDialog
          key={chosen.id}
          isOpen={isOpen}
          kind={chosen}
          rules={drafts.get(chosen.id) ?? rulesOf(chosen)}
          onChange={(rules) => draft(chosen.id, rules)}
          onClose={() => setIsOpen(false)}
          onSaved={(saved) => {
            setKinds(kinds.map((kind) => (kind.id === saved.id ? saved : kind)));
            draft(saved.id, undefined);
            setSavedId(saved.id);
            setIsOpen(false);
          }}
        />
      )}
    </section>
  );
}
