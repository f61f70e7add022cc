import { type FormEvent, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/field.tsx";
import { keptAddress } from "#lib/lessons/authoring/link-address.ts";

type Props = {
  id: string;
  address: string | undefined;
  /** Whether there are words already that the link is for. */
  hasWords: boolean;
  onClose: () => void;
  /** Null takes a link away. */
  onLink: (address: string | null, words: string) => void;
};

/** Asks where a link leads. It is only there while it is asked. */
export function LinkDialog({ id, address, hasWords, onClose, onLink }: Props) {
  const [typed, setTyped] = useState(address ?? "");
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const whole = completed(typed);
    if (!keptAddress.test(whole))
      return setProblem(
        "Please write an address such as example.org, a mail address, or a page such as /support.",
      );
    onLink(whole, words.trim() || typed.trim());
    onClose();
  }

  return (
    <Dialog open onClose={onClose} title={address === undefined ? "Where does it lead?" : "Change this link"}>
      <form className="stack" noValidate onSubmit={submit}>
        {!hasWords && (
          <TextField
            name={`${id}-words`}
            label="Words that people read"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        <TextField
          name={`${id}-address`}
          label="Address"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={problem}
        />
        <Actions>
          <Button>Set the link</Button>
          {address !== undefined && (
            <Button
              type="button"
              look="plain"
              onClick={() => {
                onLink(null, "");
                onClose();
              }}
            >
              Remove the link
            </Button>
          )}
          <Button type="button" look="quiet" onClick={onClose}>
            Leave it
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** "example.org" and "sol@example.org" are what people write. */
function completed(typed: string): string {
  const address = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/:]+\.[^\s/:.]+(\/\S*)?$/.test(address) ? `https://${address}` : address;
}
