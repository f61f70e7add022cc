"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { Standing } from "#app/autosave.ts";
import { Button } from "#app/ui/button.tsx";
import { Status } from "#app/ui/status.tsx";
import type { Answer } from "#lib/questions/question.ts";
import { useAnswering } from "./answering.tsx";

/** Always there: the way out with everything kept, and whether it is. */
export function Bar() {
  const { answerable, keeping, standing, isAside, setAside } = useAnswering();
  const router = useRouter();
  const path = answerable.leaveTo as Route;
  return (
    <div className="asked-bar">
      <Link
        className="button button--quiet"
        href={path}
        prefetch={false}
        onClick={async (event) => {
          const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
          if (!isPlain || !keeping.isUnsaved()) return;
          event.preventDefault();
          if (await keeping.finish()) router.push(path);
        }}
      >
        Save and leave
      </Link>
      <Status done={standing.is === "saved" && standing.words !== ""}>{said(standing)}</Status>
      {isAside && (
        <Button look="quiet" type="button" onClick={() => setAside(false)}>
          What now?
        </Button>
      )}
    </div>
  );
}

function said(standing: Standing<Answer>): string {
  switch (standing.is) {
    case "saved":
      return standing.words || "Saved as you type";
    case "typed":
    case "saving":
      return "Saving";
    case "waiting":
      return "Not saved yet. It is tried again by itself.";
    default:
      return standing.is === "refused" && standing.isAct ? "Not done yet" : "Not saved yet";
  }
}
