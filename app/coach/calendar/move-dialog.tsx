"use client";

import { Providers } from "#app/(public)/book/providers.tsx";
import { OwnRules } from "#app/coach/own-rules.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { OldAndNew } from "./old-and-new.tsx";
import { OthersAlong } from "./others-along.tsx";
import { type MoveAsked, useMoveForm } from "./use-move-form.ts";

/** What moving a session means, for the coach and for who comes, before anything is sent. */
export function MoveDialog({ onClose, ...asked }: MoveAsked & { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={`Move ${asked.session.who}?`}>
      <Providers>
        <MoveForm asked={asked} onClose={onClose} />
      </Providers>
    </Dialog>
  );
}

function MoveForm({ asked, onClose }: { asked: MoveAsked; onClose: () => void }) {
  const { session, to, zone } = asked;
  const form = useMoveForm(asked);
  const { error, isWarned } = form;
  return (
    <>
      <OldAndNew session={session} start={form.start} zone={zone} />
      <form
        className="stack mt-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <div className="move__when">
          <TextField
            name="date"
            type="date"
            label="Date"
            min="2000-01-01"
            max="2099-12-31"
            value={to.date}
            onChange={(event) => form.chooseDate(event.target.value)}
          />
          <TextField
            name="time"
            label="Begins at"
            autoComplete="off"
            spellCheck={false}
            value={form.clock}
            error={error?.field === "time" ? error.message : undefined}
            onChange={(event) => form.typeClock(event.target.value)}
            onBlur={form.tidyClock}
          />
        </div>
        <OthersAlong along={form.along} zone={zone} />
        <Tick name="mail" checked={form.mail} onChange={(event) => form.setMail(event.target.checked)}>
          {session.howMany > 1
            ? "Send each of them a mail with the new time"
            : "Send a mail with the new time"}
        </Tick>
        <TextField
          name="reason"
          label="Why, for yourself"
          hint="Only you see it."
          optional
          maxLength={500}
          autoComplete="off"
          value={form.reason}
          onChange={(event) => form.setReason(event.target.value)}
        />
        {error && isWarned && <OwnRules error={error} />}
        {error && !isWarned && error.field !== "time" && <Refused error={error} />}
        <Actions>
          <Button aria-disabled={form.isBusy || undefined}>{buttonWords(form.isBusy, isWarned)}</Button>
          <Button type="button" look="plain" onClick={onClose}>
            Leave it where it is
          </Button>
        </Actions>
      </form>
    </>
  );
}

function buttonWords(isBusy: boolean, isWarned: boolean): string {
  if (isBusy) return "Moving";
  return isWarned ? "Move it all the same" : "Move it";
}
