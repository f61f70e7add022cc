"use client";

import { useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { weekdays } from "./week.ts";

/** Which other days should have the same hours. Nothing is saved by it yet. */
export function CopyDayDialog({
  from,
  onClose,
  onCopy,
}: {
  from: number | undefined;
  onClose: () => void;
  onCopy: (to: number[]) => void;
}) {
  const [to, setTo] = useState<number[]>([]);
  const name = from === undefined ? "" : weekdays[from];

  function close() {
    setTo([]);
    onClose();
  }

  function copy() {
    onCopy(to);
    close();
  }

  return (
    <Dialog open={from !== undefined} onClose={close} title={`Copy ${name} to other days`}>
      <p className="quiet">Those days take over {name}’s hours. You can still change them before you save.</p>
      {weekdays.map((day, index) =>
        index === from ? null : (
          <Tick
            key={day}
            name={`copy-to-${day}`}
            checked={to.includes(index)}
            onChange={(event) =>
              setTo(event.target.checked ? [...to, index] : to.filter((other) => other !== index))
            }
          >
            {day}
          </Tick>
        ),
      )}
      <Actions>
        <Button type="button" onClick={copy}>
          Copy the hours
        </Button>
        <Button type="button" look="plain" onClick={close}>
          Leave them as they are
        </Button>
      </Actions>
    </Dialog>
  );
}
