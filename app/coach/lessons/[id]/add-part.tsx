import { type Dispatch, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { kinds } from "./kinds.ts";
import type { Act } from "./writing.ts";

type Props = { after?: string; name?: string; dispatch: Dispatch<Act> };

/** A new part beneath the one it stands under, or at the beginning. */
export function AddPart({ after, name, dispatch }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="add-part">
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="add" /> Add a part {name ? <span className="unseen">after {name}</span> : "here"}
      </button>
      {isOpen && (
        <Dialog open onClose={() => setOpen(false)} title="What comes here?">
          <ul className="part-kinds">
            {kinds.map(({ type, name: kind, more }) => (
              <li key={type}>
                <button
                  type="button"
                  onClick={() => {
                    setOpen(false);
                    dispatch({ type: "add", after, kind: type });
                  }}
                >
                  <b>{kind}</b>
                  <span>{more}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button type="button" look="quiet" onClick={() => setOpen(false)}>
            Nothing
          </Button>
        </Dialog>
      )}
    </div>
  );
}
