import { type Dispatch, useState } from "react";
import type { SendError } from "#app/send.ts";
import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";
import type { useDraft } from "./use-draft.ts";
import type { Act, Writing } from "./writing.ts";

type Given = {
  draft: DraftToEdit;
  writing: Writing;
  kept: ReturnType<typeof useDraft>;
  dispatch: Dispatch<Act>;
};

/** The ways in which a draft ends: published, let go, or laid aside for somebody else's. Each but the first with a way back. */
export function useEnding({ draft, writing, kept, dispatch }: Given) {
  const [readers, setReaders] = useState({ version: draft.version, at: draft.writtenAt });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<SendError>();
  const [faults, setFaults] = useState(new Map<string, string>());
  const [toast, setToast] = useState<{ words: string; undo?: () => void }>();
  const { words, parts } = writing;

  function open(come: DraftToEdit) {
    kept.take(come);
    dispatch({ type: "open", draft: come });
    setReaders({ version: come.version, at: come.writtenAt });
    setFaults(new Map());
    setError(undefined);
  }

  /** What was here comes back, as a draft on what is there now. */
  function bringBack() {
    dispatch({ type: "bring", words, parts });
    setToast(undefined);
  }

  async function end(how: "publish" | "discard"): Promise<DraftToEdit | undefined> {
    setBusy(true);
    setToast(undefined);
    const sent = await kept.post<{ draft: DraftToEdit }>(how);
    setBusy(false);
    setError(sent.ok ? undefined : sent.error);
    if (sent.ok) return sent.data.draft;
    const told = sent.error.problems?.map(
      ({ block, sentence }) => [parts[block]?.key ?? "", sentence] as const,
    );
    setFaults(new Map(told));
    return undefined;
  }

  return {
    readers,
    isBusy,
    toast,
    error,
    /** Where a word about the lesson is missing. */
    wrongWords: error?.code === "words_missing" ? error : undefined,
    problemOf: (key: string) => faults.get(key),
    publish: async () => {
      if (!(await kept.save())) return;
      const come = await end("publish");
      if (!come) return;
      open(come);
      setToast({ words: "Published. Readers have it now." });
    },
    discard: async () => {
      await kept.save();
      const come = await end("discard");
      if (!come) return;
      open(come);
      setToast({ words: "The draft is gone. Here is what readers have.", undo: bringBack });
    },
    layAside: (others: DraftToEdit) => {
      open(others);
      setToast({ words: "What you wrote is laid aside.", undo: bringBack });
    },
  };
}
