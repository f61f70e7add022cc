"use client";

import { useRef, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Status } from "#app/ui/status.tsx";

/** The address to copy. Where a browser keeps its clipboard closed, it stands there marked, to be copied by hand. */
export function AddressField({ address }: { address: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<"copied" | "marked">();

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("copied");
    } catch {
      frame.current?.querySelector("input")?.select();
      setSaid("marked");
    }
  }

  return (
    <div ref={frame} className="mt-5">
      <TextField
        name="address"
        label="The address of your calendar"
        hint="Whoever has it can read these times and nothing else, so please keep it to yourself."
        wide
        readOnly
        value={address}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <Actions className="mt-4">
        <Button type="button" onClick={() => void copy()}>
          Copy the address
        </Button>
        <Status done={said === "copied"}>
          {said === "copied" && "Copied"}
          {said === "marked" && "It is marked now. Please copy it by hand."}
        </Status>
      </Actions>
    </div>
  );
}
